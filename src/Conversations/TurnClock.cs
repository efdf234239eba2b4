using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>What time it is in Seoul, and how long a signed-in patron may be silent.</summary>
public sealed class TurnClock(TimeProvider time, ConversationOptions options)
{
    public DateTimeOffset Now => time.SeoulNow();

    public bool IsIdle(DateTimeOffset lastSeen) => time.GetUtcNow() - lastSeen >= options.SignOutAfter;

    /// <summary>Who asked for a person before this moment has waited as long as was promised.</summary>
    public DateTimeOffset LongestWaitBegan => time.GetUtcNow() - options.WaitForPerson;

    /// <summary>A librarian who has done nothing since this moment has left without saying so.</summary>
    public DateTimeOffset LongestSilenceBegan => time.GetUtcNow() - options.PersonSilent;
}

/// <summary>Settings of section "Conversations".</summary>
public sealed record ConversationOptions
{
    public int SignOutAfterMinutes { get; init; } = 10;
    public int WaitForPersonMinutes { get; init; } = 10;

    /// <summary>After so long without a word of the librarian the assistant answers again.</summary>
    public int PersonSilentMinutes { get; init; } = 20;

    public TimeSpan SignOutAfter => TimeSpan.FromMinutes(SignOutAfterMinutes);
    public TimeSpan WaitForPerson => TimeSpan.FromMinutes(WaitForPersonMinutes);
    public TimeSpan PersonSilent => TimeSpan.FromMinutes(PersonSilentMinutes);
}
