using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// A double of a language model: POST /v1/chat/completions on a real socket, in the form of OpenAI's published API. It
/// understands nothing: it says what a test gave it, of the passages that it was sent.
/// </summary>
public sealed partial class ModelServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private ModelServer(WebApplication app) => this.app = app;

    /// <summary>What it says of the first passage; by default the passage itself without its marks.</summary>
    public Func<string, string> Says { get; set; } = passage => Cited(Plain(passage));

    /// <summary>A status other than 200 refuses.</summary>
    public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

    /// <summary>Nothing is answered until the caller goes.</summary>
    public bool IsSlow { get; set; }

    /// <summary>A tool is called that nobody gave it.</summary>
    public bool CallsTool { get; set; }

    /// <summary>What it answers to the next requests, one each; then as it is set otherwise.</summary>
    public ConcurrentQueue<Scripted> Script { get; } = [];

    /// <summary>The bodies that came.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public string Address => app.Urls.Single();

    public static async Task<ModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new ModelServer(app);
        app.MapPost("/v1/chat/completions", (Delegate)server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    /// <summary>One sentence in the form that is asked for.</summary>
    public static string Cited(string text, int passage = 1) =>
        JsonSerializer.Serialize(new { sentences = new[] { new { text, passage } } });

    /// <summary>Questions in the form that is asked for.</summary>
    public static string Questions(IEnumerable<string> answered, params string[] near) =>
        JsonSerializer.Serialize(new { answered, near });

    public static string Plain(string passage) => Marks().Replace(passage, "").Trim();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Asked.Enqueue(body);
        if (IsSlow)
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        if (Status is HttpStatusCode.OK && Streams && IsAskedToStream(body))
            return await StreamAsync(context, Says(FirstPassage(body)));
        return Status is HttpStatusCode.OK
            ? Results.Json(Completion(FirstPassage(body)))
            : Results.Json(new { error = new { message = "refused", type = "refused" } }, statusCode: (int)Status);
    }

    private object Completion(string passage)
    {
        if (!Script.TryDequeue(out var next))
            next = CallsTool ? new(Says(passage), ("renew_loan", "{}")) : new(Says(passage));
        var calls = next.Calls.Select(
            (call, at) =>
                new
                {
                    id = $"call_{at + 1}",
                    type = "function",
                    function = new { name = call.Name, arguments = call.Arguments },
                }
        );
        object message = next.Calls is []
            ? new { role = "assistant", content = next.Content }
            : new
            {
                role = "assistant",
                content = next.Content,
                tool_calls = calls,
            };
        return new
        {
            id = "chatcmpl-1",
            @object = "chat.completion",
            created = 1_790_000_000,
            model = "double",
            choices = new object[]
            {
                new
                {
                    index = 0,
                    finish_reason = next.Calls is [] ? "stop" : "tool_calls",
                    message,
                },
            },
            usage = new
            {
                prompt_tokens = 1,
                completion_tokens = 1,
                total_tokens = 2,
            },
        };
    }

    private static string FirstPassage(string body)
    {
        using var asked = JsonDocument.Parse(body);
        var last = asked.RootElement.GetProperty("messages").EnumerateArray().Last().GetProperty("content");
        var text =
            last.ValueKind is JsonValueKind.String ? last.GetString()! : last[0].GetProperty("text").GetString()!;
        return Passage().Match(text).Groups[1].Value;
    }

    [GeneratedRegex("<passage number=\"1\">(.*?)</passage>", RegexOptions.Singleline)]
    private static partial Regex Passage();

    [GeneratedRegex(@"[*_#`\[\]|>]")]
    private static partial Regex Marks();
}

/// <summary>One answer of the double: words, or calls of tools with their arguments as JSON.</summary>
public sealed record Scripted(string? Content, params (string Name, string Arguments)[] Calls);
