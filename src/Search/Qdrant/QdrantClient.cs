using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Bupyeong.Chatbot.Search.Qdrant;

/// <summary>
/// Qdrant over REST. The calls block: whoever searches is on a thread of its own, and a search in a turn is a few
/// milliseconds with a short end.
/// </summary>
internal sealed class QdrantClient : IDisposable
{
    private const int LargestAnswer = 16 << 20;
    private static readonly TimeSpan LongestConnecting = TimeSpan.FromSeconds(10);

    private readonly HttpClient http;
    private readonly IReadOnlyList<Uri> addresses;
    private readonly string key;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline<HttpResponseMessage> reading;
    private readonly ResiliencePipeline<HttpResponseMessage> writing;
    private int node;
    private long quietUntil;

    public QdrantClient(SearchOptions options, TimeProvider time)
    {
        http = new HttpClient(Connections(options.Authorities()))
        {
            // The pipelines hold the time.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        addresses = options.Addresses;
        key = options.ApiKey;
        this.time = time;
        reading = QdrantPatience.ForReading(options, time);
        writing = QdrantPatience.ForWriting(options, time);
    }

    /// <summary>Asked within a turn: soon answered or soon given up.</summary>
    /// <exception cref="SearchUnavailableException">Nobody answered in time.</exception>
    /// <exception cref="QdrantException">The answer is that it will not.</exception>
    public T Ask<T>(HttpMethod method, string path, object? body = null)
    {
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref quietUntil))
            throw new SearchUnavailableException("Qdrant has asked to be left alone for a while.");
        return Send<T>(reading, method, path, body);
    }

    /// <summary>Told when nobody waits in a conversation.</summary>
    /// <exception cref="SearchUnavailableException">Nobody answered, however often it was asked.</exception>
    /// <exception cref="QdrantException">The answer is that it will not.</exception>
    public T Tell<T>(HttpMethod method, string path, object? body = null) => Send<T>(writing, method, path, body);

    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler Connections(X509Certificate2Collection? authorities)
    {
        var connections = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectTimeout = LongestConnecting,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseProxy = false,
        };
        if (authorities is null)
            return connections;
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(authorities);
        connections.SslOptions.CertificateChainPolicy = policy;
        return connections;
    }

    private T Send<T>(ResiliencePipeline<HttpResponseMessage> patience, HttpMethod method, string path, object? body)
    {
        var content = body is null
            ? null
            : JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), QdrantJson.Options);
        try
        {
            using var answer = patience.Execute(end => SendOnce(method, path, content, end));
            return Read<T>(answer, $"{method} /{path}");
        }
        catch (Exception away)
            when (away is HttpRequestException or IOException or TimeoutRejectedException or BrokenCircuitException)
        {
            var cause = away is BrokenCircuitException { InnerException: { } failure } ? failure : away;
            throw new SearchUnavailableException($"Qdrant at {addresses[0]} does not answer: {cause.Message}", away);
        }
    }

    private HttpResponseMessage SendOnce(HttpMethod method, string path, byte[]? content, CancellationToken end)
    {
        var asked = Volatile.Read(ref node);
        var isAnswer = false;
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(addresses[asked % addresses.Count], path));
            if (key.Length > 0)
                request.Headers.Add("api-key", key);
            if (content is not null)
            {
                request.Content = new ByteArrayContent(content);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }
            var answer = http.Send(request, HttpCompletionOption.ResponseContentRead, end);
            isAnswer = !QdrantPatience.Failed(answer);
            if (!isAnswer && addresses.Count == 1 && QdrantPatience.WaitOf(answer, time) is { } wait)
                Interlocked.Exchange(ref quietUntil, (time.GetUtcNow() + wait).UtcTicks);
            return answer;
        }
        finally
        {
            // The next one is asked next, by everybody; whoever came later than that finds it moved already.
            if (!isAnswer)
                Interlocked.CompareExchange(ref node, (asked + 1) % addresses.Count, asked);
        }
    }

    private T Read<T>(HttpResponseMessage answer, string what)
    {
        using var stream = answer.Content.ReadAsStream();
        if (answer.IsSuccessStatusCode)
            return Parsed<T>(stream) is { Result: { } result }
                ? result
                : throw new SearchUnavailableException($"Qdrant answered {what} with something that is no answer.");
        if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new QdrantException(
                answer.StatusCode,
                $"{SearchOptions.Section}:{nameof(SearchOptions.ApiKey)} was refused by {addresses[0]} "
                    + $"({(int)answer.StatusCode} to {what})."
            );
        var error = Parsed<JsonElement?>(stream)?.Error ?? "no reason given";
        var message = $"Qdrant answered {what} with {(int)answer.StatusCode}: {error}";
        throw QdrantPatience.Failed(answer)
            ? new SearchUnavailableException(message)
            : new QdrantException(answer.StatusCode, message);
    }

    private static Answer<T>? Parsed<T>(Stream stream)
    {
        try
        {
            return JsonSerializer.Deserialize<Answer<T>>(stream, QdrantJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
