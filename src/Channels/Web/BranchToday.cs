using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>A library as a page shows it: its doors at this moment, and in words until when or why not.</summary>
public sealed record BranchToday(Branch Branch, Doors Doors, string Said, string? Detail)
{
    /// <summary>The hours of each room, where they are not all the same.</summary>
    public IReadOnlyList<string> Rooms { get; private init; } = [];

    public static BranchToday Of(Branch branch, BranchDirectory branches, DateTimeOffset now)
    {
        var today = now.SeoulDate();
        return branches.HoursOn(branch, today) switch
        {
            DayHours.Open open => Opens(branch, branches.IsOpen(branch, now), open.Hours, Next()) with
            {
                Rooms = RoomsOf(branch, branches, today),
            },
            DayHours.Closed closed => new(branch, Doors.Closed, $"오늘은 쉬어요: {Reason(closed)}", Next()),
            _ => new(
                branch,
                Doors.Unknown,
                "오늘 여는 시간은 확인하지 못했어요",
                branch.Phone is null ? null : "전화로 물어봐 주세요"
            ),
        };

        string? Next() =>
            branches.NextOpening(branch, now) is { } next
                ? $"{SpokenTime.Day(next.Date, today)} {SpokenTime.Time(next.Hours.Opens.ToTimeSpan())}에 열어요"
                : null;
    }

    private static BranchToday Opens(Branch branch, bool isOpen, OpeningHours hours, string? next) =>
        !isOpen ? new(branch, Doors.Closed, "지금은 닫혀 있어요", next)
        : hours.IsAllDay ? new(branch, Doors.Open, "하루 내내 열려 있어요", null)
        : new(branch, Doors.Open, "지금 열려 있어요", $"{SpokenTime.Time(hours.End)}까지");

    private static string Reason(DayHours.Closed closed) =>
        closed.Reason switch
        {
            ClosingReason.Weekly => $"매주 {SpokenTime.Weekday(closed.Date.DayOfWeek)} 휴관",
            ClosingReason.Holiday => $"공휴일 휴관, {closed.Name}",
            ClosingReason.YearlyDay => $"해마다 {closed.Date.Month}월 {closed.Date.Day}일 휴관",
            _ => $"임시 휴관, {closed.Name}",
        };

    private static List<string> RoomsOf(Branch branch, BranchDirectory branches, DateOnly today)
    {
        var rooms = branch.Rooms.Select(room => (room.Name, Day: branches.HoursOn(branch, room, today))).ToList();
        return rooms.Select(room => room.Day).Distinct().Count() < 2
            ? []
            : [.. rooms.Select(room => $"{room.Name} {(room.Day is DayHours.Open open ? $"{open.Hours}" : "쉬어요")}")];
    }
}

/// <summary>Whether one can go in now; unknown where no hours are published.</summary>
public enum Doors
{
    Open,
    Closed,
    Unknown,
}
