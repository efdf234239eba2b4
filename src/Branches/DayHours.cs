namespace Bupyeong.Chatbot.Branches;

/// <summary>What is known about a place on a day: its hours, why it is closed, or that nobody can say yet.</summary>
public abstract record DayHours(DateOnly Date)
{
    /// <summary>Open, with the words of the notice when the hours are other than always.</summary>
    public sealed record Open(DateOnly Date, OpeningHours Hours, string? Reason = null) : DayHours(Date);

    /// <summary>Closed, with the name of the holiday or the words of the notice when there are any.</summary>
    public sealed record Closed(DateOnly Date, ClosingReason Reason, string? Name = null) : DayHours(Date);

    public sealed record Unknown(DateOnly Date, UnknownHours Reason) : DayHours(Date);
}

/// <summary>Why a place is closed.</summary>
public enum ClosingReason
{
    Weekly,
    Holiday,
    YearlyDay,
    Temporary,
}

/// <summary>Why it cannot be said whether a place is open.</summary>
public enum UnknownHours
{
    /// <summary>The place publishes no hours that we hold.</summary>
    NotHeld,

    /// <summary>The holidays of that year are not in the calendar.</summary>
    BeyondCalendar,
}
