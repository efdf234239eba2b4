namespace Bupyeong.Chatbot.Branches;

/// <summary>Days on which a branch or some of its rooms are closed or open at other times, as a notice (공지) says.</summary>
public sealed record SpecialHours
{
    /// <summary>The entry that says so.</summary>
    public required string Notice { get; init; }

    /// <summary>The codes of the branches.</summary>
    public required IReadOnlyList<string> Branches { get; init; }

    /// <summary>The names of the rooms; the whole branch when there is none.</summary>
    public IReadOnlyList<string> Rooms { get; init; } = [];

    public required DateRange Days { get; init; }

    /// <summary>The times of these days, whatever they are otherwise; closed when there is none.</summary>
    public OpeningHours? Hours { get; init; }

    /// <summary>
    /// Also opens what is closed on these days as a rule: a notice of one day is meant for it, and one of a month leaves
    /// Mondays closed.
    /// </summary>
    public bool OpensClosedDays { get; init; }

    public required string Reason { get; init; }

    /// <summary>Where to return and borrow until then, in whole sentences.</summary>
    public string? Meanwhile { get; init; }

    public bool IsOfWholeBranch => Rooms is [];

    public bool IsAt(Branch branch, DateOnly date) => Days.Contains(date) && Branches.Contains(branch.Code);

    /// <summary>The hours of a day that as a rule is as <paramref name="usual"/> says.</summary>
    public DayHours Instead(DayHours usual) =>
        Hours is not { } hours ? new DayHours.Closed(usual.Date, ClosingReason.Temporary, Reason)
        : usual is DayHours.Closed && !OpensClosedDays ? usual
        : new DayHours.Open(usual.Date, hours, Reason);
}

/// <summary>What notices say at this moment of days to come and past, the newest notice first.</summary>
public delegate IReadOnlyList<SpecialHours> SpecialHoursNow();
