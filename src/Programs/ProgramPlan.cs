using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Programs;

/// <summary>A program as librarians plan it: on the days of the calendar, or in weeks from this one (week 0, Monday to Sunday).</summary>
public sealed record ProgramPlan
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Branch { get; init; }
    public required string Place { get; init; }
    public required IReadOnlyList<string> Audiences { get; init; }
    public AgeRange? Ages { get; init; }

    /// <summary>The days of the calendar; none where it is planned in weeks.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];

    public int? Week { get; init; }
    public DayOfWeek? Weekday { get; init; }
    public int? Sessions { get; init; }
    public required OpeningHours Time { get; init; }
    public int Fee { get; init; }
    public int? MaterialsFee { get; init; }
    public required int Capacity { get; init; }
    public int Applied { get; init; }
    public required int ApplyOpensDaysBefore { get; init; }
    public required int ApplyClosesDaysBefore { get; init; }
    public required string Description { get; init; }

    /// <summary>What residents call it besides its title.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>How residents ask for it.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>The program on real days: of one that is planned in weeks, a session on which its branch is closed is held a week later.</summary>
    public LibraryProgram On(DateOnly today, BranchDirectory branches)
    {
        List<DateOnly> days = Days is [] ? DaysFrom(today, branches) : [.. Days.Order()];
        var application = new DateRange(
            days[0].AddDays(-ApplyOpensDaysBefore),
            days[0].AddDays(-ApplyClosesDaysBefore)
        );
        return new()
        {
            Id = Id,
            Title = Title,
            Branch = Branch,
            Place = Place,
            Audiences = Audiences,
            Ages = Ages,
            Days = days,
            Time = Time,
            Fee = Fee,
            MaterialsFee = MaterialsFee,
            Capacity = Capacity,
            Applied = Applied,
            ApplicationDays = application,
            Application =
                today < application.From ? ApplicationState.NotYet
                : today > application.To ? ApplicationState.Closed
                : ApplicationState.Open,
            Description = Description,
        };
    }

    private List<DateOnly> DaysFrom(DateOnly today, BranchDirectory branches)
    {
        if (this is not { Week: { } week, Weekday: { } weekday, Sessions: { } sessions })
            throw new InvalidOperationException($"{Id} is planned on no day.");
        // A year of weeks ends the search for a branch that never opens on this weekday.
        var branch = branches.Find(Branch) ?? throw new InvalidOperationException($"No branch \"{Branch}\" for {Id}.");
        var monday = today.AddDays(-((int)today.DayOfWeek + 6) % 7);
        var first = monday.AddDays(7 * week + ((int)weekday + 6) % 7);
        var weeks = Enumerable.Range(0, sessions + 52).Select(later => first.AddDays(7 * later)).ToList();
        var open = weeks.Where(day => branches.HoursOn(branch, day) is not DayHours.Closed).Take(sessions).ToList();
        return open is [] ? weeks[..1] : open;
    }
}
