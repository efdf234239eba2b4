using Bupyeong.Chatbot.LanguageModel;

namespace Bupyeong.Chatbot;

/// <summary>Everything that the program can log. No words of a resident, no name, no number of a card: one read audits it.</summary>
internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Ready on {Address} after {Milliseconds} ms.")]
    public static partial void Ready(this ILogger logger, string address, int milliseconds);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Taking up {Count} turns that the last run left unanswered."
    )]
    public static partial void TakingUp(this ILogger logger, int count);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A turn failed; the resident was told so and the state was cleared."
    )]
    public static partial void TurnFailed(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn could not be stored; it is tried again.")]
    public static partial void TurnNotKept(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store refused a message; the client was told to come back.")]
    public static partial void StoreFailed(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping failed; it is tried again.")]
    public static partial void HousekeepingFailed(this ILogger logger, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "A Direct Line call failed.")]
    public static partial void DirectLineFailed(this ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Error, "What was decided in the store cannot be told; the edition before it goes on")]
    public static partial void KnowledgeNotRefreshed(this ILogger logger, Exception failure);

    [LoggerMessage(
        LogLevel.Warning,
        "The file of {Slug} has changed and so have staff: their version {Version} stays, the file waits as a conflict"
    )]
    public static partial void KnowledgeFileNotTaken(this ILogger logger, string slug, int version);

    [LoggerMessage(LogLevel.Warning, "The search engine is away: {Reason}")]
    public static partial void SearchAway(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "The search engine answers again")]
    public static partial void SearchBack(this ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The language model gave no answer ({Failure}); the house goes on without it")]
    public static partial void LanguageModelAway(this ILogger logger, string failure);

    [LoggerMessage(LogLevel.Information, "A generated answer was not shown ({Objection})")]
    public static partial void RephrasingRefused(this ILogger logger, Objection objection);

    [LoggerMessage(LogLevel.Debug, "A proposed question was dropped ({Objection})")]
    public static partial void ProposalDropped(this ILogger logger, Objection objection);

    [LoggerMessage(LogLevel.Information, "A rewritten question was not taken up ({Objection})")]
    public static partial void RewritingRefused(this ILogger logger, Objection objection);

    [LoggerMessage(LogLevel.Information, "Learnt {Intents} intents from {Samples} sentences in {Seconds:F1} s")]
    public static partial void IntentsTrained(ILogger logger, int samples, int intents, double seconds);

    [LoggerMessage(LogLevel.Warning, "The intent model {Path} cannot be read and is learnt again")]
    public static partial void IntentCacheUnreadable(ILogger logger, string path, Exception error);

    [LoggerMessage(LogLevel.Warning, "The intent model {Path} cannot be kept: it will be learnt at every start")]
    public static partial void IntentCacheNotWritten(ILogger logger, string path, Exception error);

    [LoggerMessage(
        LogLevel.Warning,
        "The sentence encoder gives no vectors; questions are found by their words alone. {Reason}"
    )]
    public static partial void EmbeddingsAway(this ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "The sentence encoder gives vectors again")]
    public static partial void EmbeddingsBack(this ILogger logger);

    [LoggerMessage(LogLevel.Information, "Embedding {Count} texts in the background")]
    public static partial void EmbeddingStarted(this ILogger logger, int count);

    [LoggerMessage(LogLevel.Information, "Embedded {Done} of {Count} texts; {Percent} % of all have a vector")]
    public static partial void EmbeddingGoesOn(this ILogger logger, int done, int count, int percent);

    [LoggerMessage(
        LogLevel.Information,
        "The sentence encoder is another one; the one before answers until all texts are embedded anew"
    )]
    public static partial void EmbeddingsOfFormer(this ILogger logger);

    [LoggerMessage(
        LogLevel.Information,
        "Embedded {Count} texts in {Seconds:F1} s; questions are found by vectors too"
    )]
    public static partial void EmbeddingDone(this ILogger logger, int count, double seconds);

    [LoggerMessage(LogLevel.Warning, "Texts cannot be embedded now and are tried again. {Reason}")]
    public static partial void EmbeddingWaits(this ILogger logger, string reason);

    [LoggerMessage(
        LogLevel.Error,
        "Texts could not be embedded; those that have no vector are found by their words alone"
    )]
    public static partial void EmbeddingFailed(this ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Information, "{Trial}")]
    public static partial void MeaningTried(this ILogger logger, string trial);

    [LoggerMessage(LogLevel.Warning, "Vectors cannot be kept: they will be made again at the next start")]
    public static partial void EmbeddingsNotKept(this ILogger logger, Exception failure);
}
