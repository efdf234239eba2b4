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

    [LoggerMessage(LogLevel.Information, "Learnt {Intents} intents from {Samples} sentences in {Seconds:F1} s")]
    public static partial void IntentsTrained(ILogger logger, int samples, int intents, double seconds);

    [LoggerMessage(LogLevel.Warning, "The intent model {Path} cannot be read and is learnt again")]
    public static partial void IntentCacheUnreadable(ILogger logger, string path, Exception error);

    [LoggerMessage(LogLevel.Warning, "The intent model {Path} cannot be kept: it will be learnt at every start")]
    public static partial void IntentCacheNotWritten(ILogger logger, string path, Exception error);
}
