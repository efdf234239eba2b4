using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>Logs of parts that are made without a host.</summary>
internal static class Logs
{
    public static ILogger<T> Of<T>(CollectedLog? log = null) =>
        LoggerFactory.Create(logging => logging.AddProvider(log ?? new CollectedLog())).CreateLogger<T>();
}
