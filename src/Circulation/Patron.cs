namespace Bupyeong.Chatbot.Circulation;

/// <summary>A member (회원) who has signed in.</summary>
public sealed record Patron(CardNumber Card, string Name)
{
    /// <summary>The last day on which the card is valid, when it has one.</summary>
    public DateOnly? CardExpires { get; init; }

    /// <summary>The last day on which nothing can be borrowed (대출정지).</summary>
    public DateOnly? SuspendedUntil { get; init; }

    /// <summary>The last day on which nothing can be reserved, after holds that were not fetched (예약 정지).</summary>
    public DateOnly? HoldsBannedUntil { get; init; }

    /// <summary>How many holds were not fetched, as far as they still count.</summary>
    public int NoShows { get; init; }

    /// <summary>Under fourteen: a guardian is responsible for the card.</summary>
    public bool IsChild { get; init; }

    /// <summary>For whom rules may be others, by the code of dialogs/entities/audiences.md.</summary>
    public string? Audience => IsChild ? "child" : null;

    /// <summary>Says nothing, so that a patron in a log line is nobody.</summary>
    public override string ToString() => nameof(Patron);
}
