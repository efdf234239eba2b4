using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>The same words piece by piece, as server-sent events in the form of OpenAI's published API.</summary>
public sealed partial class ModelServer
{
    private const int LettersInPiece = 7;

    /// <summary>False answers in one body though it was asked to stream, as some servers do.</summary>
    public bool Streams { get; set; } = true;

    /// <summary>How the words are cut; without end they never end.</summary>
    public Func<string, IEnumerable<string>> Cuts { get; set; } =
        words => words.Chunk(LettersInPiece).Select(piece => new string(piece));

    /// <summary>Awaited before each piece, by its number: a test holds the stream here, or breaks it by throwing.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Why it ends; null ends without a word of it.</summary>
    public string? Finish { get; set; } = "stop";

    /// <summary>Callers that went before the end.</summary>
    public int Left { get; private set; }

    /// <summary>Each sentence a piece of its own, with the form around it.</summary>
    public static IEnumerable<string> BySentence(string words) =>
        words.Split("},", StringSplitOptions.None) is var parts
            ? parts.Select((part, at) => at < parts.Length - 1 ? part + "}," : part)
            : [];

    /// <summary>Sentences of the first passage in the form that is asked for.</summary>
    public static string Cited(params IEnumerable<string> texts) =>
        JsonSerializer.Serialize(new { sentences = texts.Select(text => new { text, passage = 1 }) });

    private static bool IsAskedToStream(string body)
    {
        using var asked = JsonDocument.Parse(body);
        return asked.RootElement.TryGetProperty("stream", out var stream) && stream.GetBoolean();
    }

    private async Task<IResult> StreamAsync(HttpContext context, string words)
    {
        context.Response.ContentType = "text/event-stream";
        try
        {
            await SendAsync(context, new { role = "assistant", content = "" });
            foreach (var (number, piece) in Cuts(words).Index())
            {
                await Before(number).WaitAsync(context.RequestAborted);
                await SendAsync(context, new { content = piece });
            }
            if (CallsTool)
                await SendAsync(context, new { tool_calls = new[] { Call } });
            if (Finish is not null)
                await SendAsync(context, new { }, CallsTool ? "tool_calls" : Finish);
            await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            Left++;
        }
        catch (IOException)
        {
            context.Abort();
        }
        return Results.Empty;
    }

    private static async Task SendAsync(HttpContext context, object delta, string? finish = null)
    {
        var piece = new
        {
            id = "chatcmpl-1",
            @object = "chat.completion.chunk",
            created = 1_790_000_000,
            model = "double",
            choices = new[]
            {
                new
                {
                    index = 0,
                    delta,
                    finish_reason = finish,
                },
            },
        };
        context.RequestAborted.ThrowIfCancellationRequested();
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(piece)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static readonly object Call = new
    {
        index = 0,
        id = "call_1",
        type = "function",
        function = new { name = "renew_loan", arguments = "{}" },
    };
}
