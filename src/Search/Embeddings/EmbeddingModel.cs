using Microsoft.Extensions.AI;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>The sentence encoder that there is: questions and passages as vectors, and whether it is well.</summary>
internal sealed class EmbeddingModel(
    IEmbeddingGenerator<string, Embedding<float>> encoder,
    EmbeddingSettings settings,
    TimeProvider time,
    ILogger<EmbeddingModel> logger
)
{
    private const int LongestQuestion = 1000;
    private static readonly TimeSpan LongestTrial = TimeSpan.FromSeconds(5);

    private int dimensions = settings.Dimensions;
    private Rest? resting;

    /// <summary>The last question got its vector.</summary>
    public bool IsWell => Volatile.Read(ref resting) is null;

    /// <summary>How many numbers its vectors have; 0 until one has come.</summary>
    public int Dimensions => Volatile.Read(ref dimensions);

    /// <summary>It made vectors of so many numbers before; others would not compare with them.</summary>
    public void Expect(int known) => Interlocked.CompareExchange(ref dimensions, known, 0);

    /// <summary>Another one, told of in the same log.</summary>
    public EmbeddingModel Beside(IEmbeddingGenerator<string, Embedding<float>> other, EmbeddingSettings its) =>
        new(other, its, time, logger);

    /// <summary>
    /// One word before the first resident's. What asking again cannot help stops the start; an endpoint that is only away
    /// does not.
    /// </summary>
    /// <exception cref="InvalidOperationException">Names the settings and what the endpoint said.</exception>
    public void Try()
    {
        using var soon = new CancellationTokenSource(LongestTrial);
        try
        {
            AskAsync([$"{settings.QueryPrefix}도서관"], soon.Token).GetAwaiter().GetResult();
        }
        catch (EmbeddingsUnavailableException refused) when (refused.IsLasting)
        {
            throw new InvalidOperationException(
                $"{EmbeddingSettings.Section} (Address, Key, Model, Dimensions): {refused.Message}",
                refused
            );
        }
        catch (Exception away) when (away is EmbeddingsUnavailableException or OperationCanceledException)
        {
            Fail(away);
        }
    }

    /// <summary>The question's vector, or null when there is none in time; one that failed is not asked again for a while.</summary>
    public float[]? OfQuestion(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || !MayAsk())
            return null;
        using var soon = new CancellationTokenSource(settings.QueryMilliseconds);
        try
        {
            var start = text.Length > LongestQuestion ? text[..LongestQuestion] : text;
            // Who searches waits for what is found; a model within the process works on this very thread.
            var vector = AskAsync([settings.QueryPrefix + start], soon.Token).GetAwaiter().GetResult()[0];
            if (Interlocked.Exchange(ref resting, null) is not null)
                logger.EmbeddingsBack();
            return vector;
        }
        catch (Exception away) when (away is EmbeddingsUnavailableException or OperationCanceledException)
        {
            Fail(away);
            return null;
        }
    }

    /// <summary>A vector for each passage, in their order.</summary>
    /// <exception cref="EmbeddingsUnavailableException">The encoder gives none now.</exception>
    public Task<float[][]> OfPassagesAsync(IEnumerable<string> texts, CancellationToken cancellation) =>
        AskAsync([.. texts.Select(text => settings.PassagePrefix + text)], cancellation);

    private async Task<float[][]> AskAsync(string[] texts, CancellationToken cancellation)
    {
        var made = await encoder.GenerateAsync(texts, null, cancellation);
        if (made.Count != texts.Length)
            throw new EmbeddingsUnavailableException(
                $"The encoder gave {made.Count} vectors for {texts.Length} texts."
            );
        foreach (var vector in made)
        {
            var expected = Interlocked.CompareExchange(ref dimensions, vector.Vector.Length, 0);
            if (expected != 0 && expected != vector.Vector.Length)
                throw new EmbeddingsUnavailableException(
                    $"The encoder gave {vector.Vector.Length} dimensions instead of {expected}.",
                    isLasting: true
                );
        }
        return [.. made.Select(vector => vector.Vector.ToArray())];
    }

    /// <summary>After a rest one question tries, while the others are still answered by their words.</summary>
    private bool MayAsk()
    {
        var rest = Volatile.Read(ref resting);
        return rest is null
            || (
                time.GetElapsedTime(rest.Since) >= rest.For
                && Interlocked.CompareExchange(ref resting, RestOf(null), rest) == rest
            );
    }

    private void Fail(Exception away)
    {
        if (Interlocked.Exchange(ref resting, RestOf(away)) is null)
            logger.EmbeddingsAway(away is OperationCanceledException ? "It took too long." : away.Message);
    }

    private Rest RestOf(Exception? away) =>
        new(
            time.GetTimestamp(),
            (away as EmbeddingsUnavailableException)?.RetryAfter ?? TimeSpan.FromSeconds(settings.RestSeconds)
        );

    private sealed record Rest(long Since, TimeSpan For);
}
