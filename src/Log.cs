namespace Bupyeong.Chatbot;

/// <summary>Everything that is logged, on one page: never an utterance, a card number or a name.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "Learnt {Intents} intents from {Samples} sentences in {Seconds:F1} s")]
    public static partial void IntentsTrained(ILogger logger, int samples, int intents, double seconds);

    [LoggerMessage(LogLevel.Warning, "The intent model {Path} cannot be read and is learnt again")]
    public static partial void IntentCacheUnreadable(ILogger logger, string path, Exception error);

    [LoggerMessage(LogLevel.Warning, "The intent model {Path} cannot be kept: it will be learnt at every start")]
    public static partial void IntentCacheNotWritten(ILogger logger, string path, Exception error);
}
