using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>A sentence encoder behind an address, asked as OpenAI's /v1/embeddings is: texts in, a vector for each out.</summary>
internal sealed class OpenAiEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    private const string Version = "/v1";
    private const int LargestAnswer = 64 << 20;
    private const int LongestReason = 200;

    private readonly EmbeddingSettings settings;
    private readonly HttpClient http;

    public OpenAiEncoder(EmbeddingSettings settings)
    {
        this.settings = settings;
        var start = settings.Address.TrimEnd('/');
        if (start.EndsWith(Version, StringComparison.Ordinal))
            start = start[..^Version.Length];
        // A name may come to stand for another machine; no redirect carries the key elsewhere.
        var connections = new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AllowAutoRedirect = false,
        };
        http = new HttpClient(connections)
        {
            BaseAddress = new Uri($"{start}{Version}/"),
            Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
            MaxResponseContentBufferSize = LargestAnswer,
        };
        if (settings.Key is not "")
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key);
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var made = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(settings.BatchSize))
            made.AddRange(await EncodeAsync(batch, cancellationToken));
        return made;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => http.Dispose();

    private async Task<IEnumerable<Embedding<float>>> EncodeAsync(string[] texts, CancellationToken cancellation)
    {
        int? dimensions = settings.Dimensions > 0 ? settings.Dimensions : null;
        try
        {
            using var answer = await http.PostAsJsonAsync(
                "embeddings",
                new Question(settings.Model, texts, dimensions, "float"),
                cancellation
            );
            if (!answer.IsSuccessStatusCode)
                throw await RefusalAsync(answer, cancellation);
            return VectorsOf(await answer.Content.ReadFromJsonAsync<Answer>(cancellation), texts.Length);
        }
        catch (JsonException wrong)
        {
            throw new EmbeddingsUnavailableException(
                "The endpoint's answer has no embeddings.",
                wrong,
                isLasting: true
            );
        }
        catch (Exception away) when (away is HttpRequestException or IOException)
        {
            throw new EmbeddingsUnavailableException("The endpoint could not be reached.", away);
        }
        catch (OperationCanceledException slow) when (!cancellation.IsCancellationRequested)
        {
            throw new EmbeddingsUnavailableException("The endpoint took too long.", slow);
        }
    }

    private static IEnumerable<Embedding<float>> VectorsOf(Answer? answer, int texts)
    {
        var found = answer?.Data?.OrderBy(vector => vector.Index).ToArray() ?? [];
        if (!found.Select(vector => vector.Index).SequenceEqual(Enumerable.Range(0, texts)))
            throw new EmbeddingsUnavailableException(
                $"The endpoint gave {found.Length} vectors for {texts} texts, or did not number them.",
                isLasting: true
            );
        return found.Select(vector => new Embedding<float>(UnitVector.Of(vector.Embedding)));
    }

    /// <summary>A busy or broken endpoint may work in a while; one that does not know the key or the model will not.</summary>
    private static async Task<EmbeddingsUnavailableException> RefusalAsync(
        HttpResponseMessage answer,
        CancellationToken cancellation
    )
    {
        var status = (int)answer.StatusCode;
        var passes =
            status >= 500 || answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;
        var reason = passes ? "" : await ReasonOfAsync(answer, cancellation);
        return new EmbeddingsUnavailableException(
            $"The endpoint answered {status}{reason}.",
            isLasting: !passes,
            retryAfter: answer.Headers.RetryAfter switch
            {
                { Delta: { } wait } => wait,
                { Date: { } then } when answer.Headers.Date is { } now && then > now => then - now,
                _ => null,
            }
        );
    }

    /// <summary>The code alone: a message may repeat what was asked.</summary>
    private static async Task<string> ReasonOfAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            var refusal = await answer.Content.ReadFromJsonAsync<Refusal>(cancellation);
            var code = refusal?.Error?.Code ?? refusal?.Error?.Type;
            return code is null or { Length: > LongestReason } ? "" : $" ({code})";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private sealed record Question(
        [property: JsonPropertyName("model")] string Model,
        [property: JsonPropertyName("input")] string[] Input,
        [property: JsonPropertyName("dimensions"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            int? Dimensions,
        [property: JsonPropertyName("encoding_format")] string Encoding
    );

    private sealed record Answer(Vector[]? Data);

    private sealed record Vector([property: JsonRequired] int Index, [property: JsonRequired] float[] Embedding);

    private sealed record Refusal(Reason? Error);

    private sealed record Reason(string? Code, string? Type);
}
