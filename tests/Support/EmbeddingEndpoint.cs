using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// A double of an OpenAI-compatible endpoint on loopback, by the published API reference: POST /v1/embeddings with "model"
/// and "input" answers "data", a list of "index" and "embedding". A text's vector counts the subjects it speaks of.
/// </summary>
internal sealed class EmbeddingEndpoint : IAsyncDisposable
{
    private static readonly string[][] Subjects =
    [
        ["연체", "늦게", "지각"],
        ["인쇄", "프린터", "뽑"],
        ["주차", "자동차", "차를 세"],
    ];

    private readonly WebApplication app;

    public EmbeddingEndpoint(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        app = builder.Build();
        app.MapPost("/v1/embeddings", AnswerAsync);
        app.Start();
        Address = app.Urls.Single();
    }

    public string Address { get; }

    /// <summary>Every text that it gave a vector for.</summary>
    public ConcurrentQueue<string> Embedded { get; } = new();

    public ConcurrentQueue<(string? Authorization, JsonElement Body)> Asked { get; } = new();

    /// <summary>What is answered instead of vectors, while it is set.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public int Dimensions { get; set; } = Subjects.Length + 1;

    /// <summary>An answer of that status and body, perhaps with a wish to be left alone.</summary>
    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null, string body = "{}") =>
        http =>
        {
            http.Response.StatusCode = status;
            if (retryAfter is not null)
                http.Response.Headers.RetryAfter = retryAfter;
            return http.Response.WriteAsync(body);
        };

    /// <summary>Answers nothing until the caller hangs up.</summary>
    public static async Task Never(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        await using var hung = http.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        Asked.Enqueue((http.Request.Headers.Authorization, body));
        if (Instead is { } other)
        {
            await other(http);
            return;
        }
        string[] texts = [.. body.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
        foreach (var text in texts)
            Embedded.Enqueue(text);
        // The order of the list says nothing; "index" does.
        var data = texts
            .Select(
                (text, index) =>
                    new
                    {
                        @object = "embedding",
                        index,
                        embedding = VectorOf(text),
                    }
            )
            .Reverse();
        await http.Response.WriteAsJsonAsync(
            new
            {
                @object = "list",
                data,
                model = body.GetProperty("model"),
            }
        );
    }

    private float[] VectorOf(string text) =>
        [
            .. Enumerable
                .Range(0, Dimensions)
                .Select(at => at < Subjects.Length ? Subjects[at].Count(text.Contains) : 0.1f),
        ];
}
