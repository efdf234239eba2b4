using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>Everything that was logged, at every level.</summary>
public sealed class CollectedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Message)> entries = new();

    public IReadOnlyCollection<(LogLevel Level, string Message)> Entries => entries;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) =>
        entries.Enqueue(
            (logLevel, exception is null ? formatter(state, null) : $"{formatter(state, exception)} {exception}")
        );

    public void Dispose() { }
}
