using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Support.Qdrant;

/// <summary>One call as it came.</summary>
internal sealed record QdrantCall(string Method, string Path, string Query, string Body);

/// <summary>
/// A double of Qdrant on a real socket. It follows the published OpenAPI file of v1.19.0, by which every request and every
/// answer of its own is checked, and the scores of the documentation (<see cref="QdrantCollection"/>). It does not play
/// shards, replicas, the approximations of an index, or the time that any of it takes.
/// </summary>
internal sealed class QdrantDouble : IAsyncDisposable
{
    private const int LargestBody = 64 << 20;
    private static readonly OpenApi Specification = new();

    private readonly string key;
    private readonly X509Certificate2? certificate;
    private readonly ConcurrentQueue<QdrantCall> calls = new();
    private readonly ConcurrentQueue<string> mistakes = new();
    private WebApplication? app;
    private int port;

    public QdrantDouble(string key = "", X509Certificate2? certificate = null)
    {
        this.key = key;
        this.certificate = certificate;
        Revive();
    }

    public QdrantStore Store { get; } = new();
    public string Address => $"{(certificate is null ? "http" : "https")}://127.0.0.1:{port}";
    public IReadOnlyList<QdrantCall> Calls => [.. calls];

    /// <summary>Requests that the OpenAPI file does not admit.</summary>
    public IReadOnlyList<string> Mistakes => [.. mistakes];

    /// <summary>Answers a call otherwise, when it returns true; it may also wait.</summary>
    public Func<HttpContext, Task<bool>>? Otherwise { get; set; }

    public async Task KillAsync()
    {
        if (app is not { } killed)
            return;
        app = null;
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await killed.StopAsync(now.Token);
        await killed.DisposeAsync();
    }

    /// <summary>Answers again under the same address, with what it held.</summary>
    public void Revive()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            if (certificate is not null)
                kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate);
        });
        var revived = builder.Build();
        revived.Run(AnswerAsync);
        revived.Start();
        port = new Uri(revived.Urls.Single()).Port;
        app = revived;
    }

    public ValueTask DisposeAsync() => new(KillAsync());

    public void ForgetCalls() => calls.Clear();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        calls.Enqueue(new(http.Request.Method, http.Request.Path, http.Request.QueryString.Value ?? "", body));
        if (Otherwise is { } otherwise && await otherwise(http))
            return;
        if (key.Length > 0 && http.Request.Headers["api-key"] != key)
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            await http.Response.WriteAsync("Invalid API key or JWT");
            return;
        }
        try
        {
            await http.Response.WriteAsync(AnswerTo(http.Request, body));
        }
        catch (QdrantRefusal refusal)
        {
            http.Response.StatusCode = refusal.Status;
            await http.Response.WriteAsJsonAsync(new { status = new { error = refusal.Message }, time = 0.0 });
        }
    }

    private string AnswerTo(HttpRequest request, string body)
    {
        if (Specification.Find(request.Path) is not var (template, names))
            throw Mistake($"there is no {request.Path}");
        var query = request.Query.Select(parameter => (parameter.Key, parameter.Value.ToString()));
        if (Specification.MistakeIn(template, request.Method, query, body) is { } mistake)
            throw Mistake($"{request.Method} {request.Path}: {mistake}");
        var given = body.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(body) : default;
        var result = Store.Answer(request.Method, template, names, given);
        var answer = JsonSerializer.SerializeToElement(
            new
            {
                result,
                status = "ok",
                time = 0.001,
            }
        );
        return Specification.MistakeInAnswer(template, request.Method, answer) is { } own
            ? throw Mistake($"the double's own answer to {request.Method} {request.Path}: {own}")
            : answer.GetRawText();
    }

    private QdrantRefusal Mistake(string what)
    {
        mistakes.Enqueue(what);
        return new QdrantRefusal(StatusCodes.Status400BadRequest, $"Format error in JSON body: {what}");
    }
}
