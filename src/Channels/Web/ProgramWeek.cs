using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>What is still to come this week (to Sunday), or next week when nothing is left of this one.</summary>
public sealed record ProgramWeek(bool IsNext, IReadOnlyList<Session> Sessions)
{
    public static ProgramWeek Of(ProgramCalendar calendar, DateTimeOffset now)
    {
        var today = now.SeoulDate();
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var rest = Held(calendar, new DateRange(today, sunday), now);
        return rest is []
            ? new(IsNext: true, Held(calendar, new DateRange(sunday.AddDays(1), sunday.AddDays(7)), now))
            : new(IsNext: false, rest);
    }

    private static List<Session> Held(ProgramCalendar calendar, DateRange days, DateTimeOffset now) =>
        [
            .. calendar
                .Find(new ProgramQuery(When: days))
                .SelectMany(program => program.Days.Where(days.Contains).Select(day => new Session(program, day)))
                .Where(session => session.Begins > now)
                .OrderBy(session => session.Begins),
        ];
}

/// <summary>A programme on one of its days.</summary>
public sealed record Session(LibraryProgram Program, DateOnly Day)
{
    public DateTimeOffset Begins => Day.InSeoul(Program.Time.Opens);
}
