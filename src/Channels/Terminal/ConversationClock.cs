namespace Bupyeong.Chatbot.Channels.Terminal;

/// <summary>A clock that is set to a moment: it stands still until it is moved, or goes on from there.</summary>
public class ConversationClock(DateTimeOffset from, bool goesOn = false) : TimeProvider
{
    private DateTimeOffset now = from;
    private long since = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => (goesOn ? now + System.GetElapsedTime(since) : now).ToUniversalTime();

    public void Set(DateTimeOffset to) => (now, since) = (to, System.GetTimestamp());

    public void Pass(TimeSpan time) => now += time;
}
