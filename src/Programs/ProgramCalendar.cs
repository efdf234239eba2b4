using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Programs;

/// <summary>The programs that are still to come.</summary>
public sealed class ProgramCalendar(IReadOnlyList<ProgramPlan> plans, BranchDirectory branches, TimeProvider time)
{
    private volatile DayPlan? worked;

    /// <summary>The programs as they are planned, also those that are over.</summary>
    public IReadOnlyList<ProgramPlan> Plans => plans;

    /// <summary>Programs that fit and have a session ahead (on the days asked for), the soonest first.</summary>
    public IReadOnlyList<LibraryProgram> Find(ProgramQuery query)
    {
        var today = time.SeoulToday();
        return
        [
            .. On(today)
                .Where(query.Fits)
                .Select(program => (Program: program, Next: NextDay(program, query.When, today)))
                .Where(found => found.Next is not null)
                .OrderBy(found => found.Next)
                .ThenBy(found => found.Program.Time.Opens)
                .ThenBy(found => found.Program.Id, StringComparer.Ordinal)
                .Select(found => found.Program),
        ];
    }

    /// <summary>The program of this id, also one that is over.</summary>
    public LibraryProgram? Find(string id) => On(time.SeoulToday()).FirstOrDefault(program => program.Id == id);

    /// <summary>Every program on real days, worked out once a day: two threads at midnight only do it twice.</summary>
    private IReadOnlyList<LibraryProgram> On(DateOnly today)
    {
        var plan = worked;
        if (plan?.Today != today)
            worked = plan = new(today, [.. plans.Select(program => program.On(today, branches))]);
        return plan.Programs;
    }

    private static DateOnly? NextDay(LibraryProgram program, DateRange? when, DateOnly today) =>
        program
            .Days.Where(day => day >= today && when?.Contains(day) is not false)
            .Select(day => (DateOnly?)day)
            .FirstOrDefault();

    private sealed record DayPlan(DateOnly Today, IReadOnlyList<LibraryProgram> Programs);
}
