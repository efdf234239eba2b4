using System.Globalization;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A clock that a test sets and moves; it stands still in between. Timers are the real ones.</summary>
public sealed class Clock : TimeProvider
{
    private DateTimeOffset now = Seoul("2026-11-24 10:00");

    /// <summary>A moment in Seoul, written "2026-11-24 10:00".</summary>
    public static DateTimeOffset Seoul(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(9));

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    public void Set(DateTimeOffset to) => now = to;

    public void Pass(TimeSpan time) => now += time;
}
