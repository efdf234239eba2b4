using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>운영 시간: by branch, room and day, computed from the hours and the calendar of holidays.</summary>
[Says(
    "label",
    "open-now",
    "none-open-now",
    "open",
    "open-from",
    "open-until",
    "open-all-day",
    "closed",
    "closed-already",
    "several-days",
    "all-branches",
    "closing-days",
    "all-closing-days",
    "which-bupyeong",
    "hours-not-known",
    "beyond-calendar",
    "no-such-day",
    "reason-weekly",
    "reason-holiday",
    "reason-yearly",
    "reason-temporary",
    "row-open",
    "row-open-all-day",
    "row-closed",
    "row-unknown",
    "source"
)]
public sealed class BranchHours(BranchDirectory branches, HoursWords hours) : IDialog
{
    private const string DaysSlot = "days";
    private const string RoomSlot = "room";
    private const int MostDaysOfAll = 3;

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (BranchTalk.IsOtherBupyeong(turn) is { } neighbour)
            return Reply.Ask("which-bupyeong", "branch", new { neighbour, branches.Find(neighbour)!.Phone });
        var branch = AsksWhich(turn) ? null : BranchTalk.BranchOf(turn, branches, "branch-hours", "branch-place");
        if (BranchTalk.AsksForClosingDays(turn) && turn.Find("date") is null)
            return branch is null ? AllClosingDays() : ClosingDays(branch);
        if (BranchTalk.DaysOf(turn, branches.Holidays, DaysSlot) is not { } days)
            return Reply.Say("no-such-day");
        if (!branches.Holidays.Covers(days.To))
            return Reply.Say("beyond-calendar", new { branches.Holidays.Range.To.Year });
        var reply =
            branch is not null ? OfBranch(turn, branch, days)
            : AsksForNow(turn) || AsksWhich(turn) && days.Contains(turn.Today) ? OpenNow(turn)
            : OfAll(days);
        return reply.Remember("branch", branch?.Code).Remember(DaysSlot, HoursWords.Remember(days));
    }

    private static bool AsksForNow(Turn turn) => turn.Recognition.Entities.Any(entity => entity.When is Now);

    /// <summary>"문 연 도서관": which one is the question, whatever was spoken of before.</summary>
    private static bool AsksWhich(Turn turn) =>
        BranchTalk.Named(turn) is null
        && BranchTalk.Mentions(turn.Text, "문 연", "문연", "연 곳", "연데", "연 데", "연 도서관", "여는 데", "여는 곳");

    private Reply OpenNow(Turn turn)
    {
        var open = branches.OpenNow(turn.Now).Where(branch => branch.Kind is BranchKind.Branch).ToList();
        if (open is [])
        {
            var next = branches.NextOpening(turn.Now);
            return Reply.Say("none-open-now", new { opens = next is null ? null : HoursWords.Opens(next, turn.Today) });
        }
        var rows = open.Select(branch => hours.Row(branch.Name, branches.HoursOn(branch, turn.Today)));
        return Reply.Say("open-now", new { open.Count }).With(hours.Card(HoursWords.Day(turn.Today), rows));
    }

    private Reply OfAll(DateRange days)
    {
        var cards = days
            .Days.Take(MostDaysOfAll)
            .Select(day =>
                hours.Card(
                    HoursWords.Day(day),
                    branches.Libraries.Select(branch => hours.Row(branch.Name, branches.HoursOn(branch, day)))
                )
            );
        return Reply.Say("all-branches", new { day = HoursWords.Days(days) }).With([.. cards]);
    }

    private Reply OfBranch(Turn turn, Branch branch, DateRange days)
    {
        if (days.Length > 1)
        {
            var rows = days.Days.Take(7).Select(day => hours.Row(HoursWords.Day(day), branches.HoursOn(branch, day)));
            return Reply
                .Say("several-days", new { branch.Name, day = HoursWords.Days(days) })
                .With(hours.Card(branch, rows));
        }
        var room = turn.Find("room")?.Value is { } named ? branch.FindRoom(named) : null;
        var place = room is null ? branch.Name : $"{branch.Name} {room.Name}";
        var known = room is null ? branches.HoursOn(branch, days.From) : branches.HoursOn(branch, room, days.From);
        return OfDay(turn, branch, place, known).Remember(RoomSlot, room?.Name);
    }

    private Reply OfDay(Turn turn, Branch branch, string place, DayHours known) =>
        known switch
        {
            DayHours.Open { Hours.IsAllDay: true } => Reply.Say("open-all-day", new { place, branch.Note }),
            DayHours.Open open => OfOpenDay(turn, branch, place, open),
            DayHours.Closed closed => Reply.Say(
                "closed",
                new
                {
                    place,
                    day = HoursWords.Day(closed.Date, turn.Today),
                    reason = hours.Reason(closed),
                    opens = NextOpening(turn, branch),
                }
            ),
            _ => Reply.Say(
                "hours-not-known",
                new
                {
                    branch.OfficialName,
                    branch.Operator,
                    branch.Phone,
                }
            ),
        };

    private Reply OfOpenDay(Turn turn, Branch branch, string place, DayHours.Open open)
    {
        var isOver = IsOver(turn, open);
        var values = new
        {
            place,
            day = HoursWords.Day(open.Date, turn.Today),
            opens = isOver ? NextOpening(turn, branch) : HoursWords.Opens(open.Hours),
            closes = HoursWords.Closes(open.Hours),
        };
        return Reply
            .Say(isOver ? "closed-already" : OpenName(turn.Text), values)
            .With(hours.Rooms(branch, branches, open.Date));
    }

    /// <summary>The question's own half first: until when, or from when.</summary>
    private static string OpenName(string text) =>
        BranchTalk.Mentions(text, "까지", "닫", "끝", "마감") ? "open-until"
        : BranchTalk.Mentions(text, "부터", "몇시에 열", "몇 시에 열", "개관시간은 몇") ? "open-from"
        : "open";

    private static bool IsOver(Turn turn, DayHours.Open open) =>
        open.Date == turn.Today
        && !open.Hours.EndsAtMidnight
        && TimeOnly.FromDateTime(turn.Now.DateTime) >= open.Hours.Closes;

    private string? NextOpening(Turn turn, Branch branch) =>
        branches.NextOpening(branch, turn.Now) is { } next ? HoursWords.Opens(next, turn.Today) : null;

    private Reply ClosingDays(Branch branch) =>
        Reply
            .Say(
                "closing-days",
                new
                {
                    branch.Name,
                    weekly = HoursWords.ClosedWeekdays(branch),
                    branch.ClosedOnHolidays,
                }
            )
            .With(hours.Source(branch))
            .Remember("branch", branch.Code);

    private Reply AllClosingDays()
    {
        var rows = branches.Libraries.Select(branch => new CardRow(branch.Name, HoursWords.ClosedWeekdays(branch)));
        return Reply.Say("all-closing-days").With(hours.Card("", rows));
    }
}
