using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Programs;

/// <summary>A course or event on the days it takes place.</summary>
public sealed record LibraryProgram
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>The code of the branch it is held at.</summary>
    public required string Branch { get; init; }

    public required string Place { get; init; }
    public required IReadOnlyList<string> Audiences { get; init; }
    public required AgeRange? Ages { get; init; }

    /// <summary>Every session in order; at least one.</summary>
    public required IReadOnlyList<DateOnly> Days { get; init; }

    public required OpeningHours Time { get; init; }

    /// <summary>In won.</summary>
    public required int Fee { get; init; }

    public required int? MaterialsFee { get; init; }
    public required int Capacity { get; init; }
    public required int Applied { get; init; }
    public required DateRange ApplicationDays { get; init; }
    public required ApplicationState Application { get; init; }
    public required string Description { get; init; }

    public DateOnly FirstDay => Days[0];

    public DateOnly LastDay => Days[^1];

    public int SeatsLeft => Math.Max(0, Capacity - Applied);

    public int Waiting => Math.Max(0, Applied - Capacity);

    /// <summary>Nothing to pay at all, not even for materials.</summary>
    public bool IsFree => Fee == 0 && MaterialsFee is null or 0;
}

/// <summary>Whether one can apply for a program today; a full one is still open for its waiting list.</summary>
public enum ApplicationState
{
    NotYet,
    Open,
    Closed,
}

/// <summary>Ages in years that a program is meant for; no upper age means no limit.</summary>
public sealed record AgeRange
{
    public required int From { get; init; }
    public int? To { get; init; }

    public bool Contains(int age) => From <= age && age <= (To ?? int.MaxValue);
}
