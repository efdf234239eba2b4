using Bupyeong.Chatbot.Channels.Terminal;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A clock that a test sets and moves; it stands still in between. Timers are the real ones.</summary>
public sealed class Clock() : ConversationClock(Seoul("2026-11-24 10:00"))
{
    /// <summary>A moment in Seoul, written "2026-11-24 10:00".</summary>
    public static DateTimeOffset Seoul(string text) => Script.Moment(text) ?? throw new FormatException(text);
}
