using System.Globalization;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Hours, days and reasons in words, and the place card that shows them with their source.</summary>
public sealed class HoursWords(ReplyWriter words)
{
    public static string Day(DateOnly day) => SpokenTime.Date(day);

    public static string Day(DateOnly day, DateOnly today) => SpokenTime.DayAndDate(day, today);

    public static string Days(DateRange days) =>
        days.Length == 1 ? Day(days.From) : SpokenTime.Days(days.From, days.To);

    /// <summary>Days between two dates, as they are remembered between turns.</summary>
    public static string Remember(DateRange days) =>
        string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}..{days.To:yyyy-MM-dd}");

    public static string Opens(OpeningHours hours) => SpokenTime.Time(hours.Opens.ToTimeSpan());

    public static string Closes(OpeningHours hours) =>
        SpokenTime.Time(hours.EndsAtMidnight ? TimeSpan.FromDays(1) : hours.Closes.ToTimeSpan());

    /// <summary>"내일 오전 9시".</summary>
    public static string Opens(Opening opening, DateOnly today) =>
        SpokenTime.Moment(opening.Date, opening.Hours.Opens.ToTimeSpan(), today);

    /// <summary>"월요일", by the rooms that have no hours then.</summary>
    public static string ClosedWeekdays(Branch branch)
    {
        var closed = Enum.GetValues<DayOfWeek>()
            .Where(day =>
                branch.ClosedWeekdays.Contains(day)
                || branch.Rooms.Count > 0 && branch.Rooms.All(room => !room.Hours.ContainsKey(day))
            );
        return string.Join(", ", closed.Select(SpokenTime.Weekday));
    }

    public string Reason(DayHours.Closed closed) =>
        closed.Reason switch
        {
            ClosingReason.Weekly => Print("reason-weekly"),
            ClosingReason.Holiday => Print("reason-holiday", new { closed.Name }),
            ClosingReason.YearlyDay => Print("reason-yearly"),
            _ => Print("reason-temporary", new { closed.Name }),
        };

    /// <summary>"12월 7일 월요일, 14일 월요일": the month once, as long as it stays the same.</summary>
    public static string Dates(IReadOnlyList<DayHours> days) =>
        string.Join(
            ", ",
            days.Select(
                (day, at) =>
                    at > 0 && days[at - 1].Date.Month == day.Date.Month
                        ? SpokenTime.DayOfMonth(day.Date)
                        : Day(day.Date)
            )
        );

    /// <summary>The days on which a branch is closed, as one row of several branches.</summary>
    public CardRow ClosedDays(string label, IReadOnlyList<DayHours> closed) =>
        closed is []
            ? new(label, Print("row-no-closed-days"), "good")
            : new(label, Print("row-closed-days", new { days = Dates(closed) }), "bad");

    public CardRow Row(string label, DayHours known) =>
        known switch
        {
            DayHours.Open { Hours.IsAllDay: true } => new(label, Print("row-open-all-day"), "good"),
            DayHours.Open open => new(
                label,
                Print("row-open", new { opens = Opens(open.Hours), closes = Closes(open.Hours) }),
                "good"
            ),
            DayHours.Closed closed => new(label, Print("row-closed", new { reason = Reason(closed) }), "bad"),
            _ => new(label, Print("row-unknown"), "waiting"),
        };

    public Card Card(string title, IEnumerable<CardRow> rows) => new("place", title) { Rows = [.. rows] };

    public Card Card(Branch branch, IEnumerable<CardRow> rows) =>
        Card(branch.OfficialName, rows) with
        {
            Footnote = Print("source", new { branch.Source, branch.Note }),
        };

    /// <summary>The rooms of a branch on a day, where they differ or say more than the branch's own hours.</summary>
    public Card Rooms(Branch branch, BranchDirectory branches, DateOnly day) =>
        Card(
            branch,
            branch.Rooms.Select(room =>
                Row(room.Floor is null ? room.Name : $"{room.Floor} {room.Name}", branches.HoursOn(branch, room, day))
            )
        );

    public Card Source(Branch branch) => Card(branch, []);

    private string Print(string name, object? values = null) => words.Print($"branch-hours/{name}", values);
}
