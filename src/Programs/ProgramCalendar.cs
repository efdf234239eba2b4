using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Programs;

/// <summary>The programs that are still to come.</summary>
public sealed class ProgramCalendar(IReadOnlyList<ProgramPlan> plans, BranchDirectory branches, TimeProvider time)
{
    /// <summary>Programs that fit and have a session ahead (on the days asked for), the soonest first.</summary>
    public IReadOnlyList<LibraryProgram> Find(ProgramQuery query)
    {
        var today = time.SeoulToday();
        return
        [
            .. plans
                .Select(plan => plan.On(today, branches))
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
    public LibraryProgram? Find(string id) =>
        plans.FirstOrDefault(plan => plan.Id == id)?.On(time.SeoulToday(), branches);

    private static DateOnly? NextDay(LibraryProgram program, DateRange? when, DateOnly today) =>
        program
            .Days.Where(day => day >= today && when?.Contains(day) is not false)
            .Select(day => (DateOnly?)day)
            .FirstOrDefault();
}
