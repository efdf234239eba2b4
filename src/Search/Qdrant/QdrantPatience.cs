using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Bupyeong.Chatbot.Search.Qdrant;

/// <summary>How long Qdrant is waited for and how often it is asked again: little in a turn, much when an index is written.</summary>
internal static class QdrantPatience
{
    private const int MostWrites = 5;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan ShortestSampling = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Each node once, at least two times in all, within the time of a search. When all of it failed Qdrant is left alone
    /// for a while, so that not every turn waits.
    /// </summary>
    public static ResiliencePipeline<HttpResponseMessage> ForReading(SearchOptions options, TimeProvider time)
    {
        var whole = TimeSpan.FromMilliseconds(options.QueryMilliseconds);
        var again = Math.Max(1, options.Addresses.Count - 1);
        return new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = again,
                    Delay = Breath,
                    // A node that says when to come back is not asked before; there may be others.
                    ShouldHandle = Failed()
                        .HandleResult(answer => answer.StatusCode is HttpStatusCode.NotFound)
                        .HandleResult(answer => Failed(answer) && (options.Addresses.Count > 1 || !SaysWhen(answer))),
                }
            )
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<HttpResponseMessage>
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = 2,
                    // Long enough for the failures of one search: alone they are reason enough.
                    SamplingDuration = whole > ShortestSampling ? whole : ShortestSampling,
                    BreakDuration = TimeSpan.FromMilliseconds(options.RestMilliseconds),
                    ShouldHandle = Failed().HandleResult(Failed),
                }
            )
            // Not one limit around all: what it cuts off would not count as a failure.
            .AddTimeout((whole - again * Breath) / (again + 1))
            .Build();
    }

    /// <summary>An index is written by nobody's turn: longer and longer waits, or those that Qdrant asks for.</summary>
    public static ResiliencePipeline<HttpResponseMessage> ForWriting(SearchOptions options, TimeProvider time) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    MaxRetryAttempts = MostWrites - 1,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = TimeSpan.FromMilliseconds(200),
                    UseJitter = true,
                    ShouldHandle = Failed().HandleResult(Failed),
                    DelayGenerator = retry => ValueTask.FromResult(WaitOf(retry.Outcome.Result, time)),
                }
            )
            .AddTimeout(TimeSpan.FromSeconds(options.WriteSeconds))
            .Build();

    /// <summary>What "Retry-After" says, as far as it is worth waiting for.</summary>
    public static TimeSpan? WaitOf(HttpResponseMessage? answer, TimeProvider time)
    {
        var header = answer?.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return wait is not { } known ? null
            : known > LongestWait ? LongestWait
            : known < TimeSpan.Zero ? TimeSpan.Zero
            : known;
    }

    /// <summary>A passing failure: too many requests, or the server's own.</summary>
    public static bool Failed(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
        || (int)answer.StatusCode >= 500;

    private static bool SaysWhen(HttpResponseMessage answer) => answer.Headers.RetryAfter is not null;

    private static PredicateBuilder<HttpResponseMessage> Failed() =>
        new PredicateBuilder<HttpResponseMessage>()
            .Handle<HttpRequestException>()
            .Handle<IOException>()
            .Handle<TimeoutRejectedException>();
}
