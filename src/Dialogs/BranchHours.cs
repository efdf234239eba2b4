using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>운영 시간: by branch, room, day and time, computed from the hours, the notices and the calendar of holidays.</summary>
[Says(
    "label",
    "open-now",
    "none-open-now",
    "open-then-some",
    "open-then-none",
    "open",
    "open-from",
    "open-until",
    "other-hours",
    "open-all-day",
    "open-here-now",
    "not-open-yet",
    "open-then",
    "not-open-then",
    "was-open",
    "was-closed",
    "closed",
    "closed-for-a-while",
    "closed-already",
    "next-opening",
    "several-days",
    "several-days-closed",
    "all-branches",
    "all-closed",
    "all-days",
    "closing-days",
    "all-closing-days",
    "closures",
    "no-closures",
    "which-bupyeong",
    "hours-not-known",
    "beyond-calendar",
    "before-calendar",
    "no-such-day",
    "no-such-room",
    "reason-weekly",
    "reason-holiday",
    "reason-yearly",
    "reason-temporary",
    "row-open",
    "row-open-all-day",
    "row-closed",
    "row-unknown",
    "row-closed-days",
    "row-no-closed-days",
    "source"
)]
public sealed class BranchHours(
    BranchDirectory branches,
    HoursWords hours,
    HoursAnswers answers,
    NearestBranch nearest,
    Cues cues
) : IDialog
{
    internal const string DaysSlot = "days";
    private const int MostDays = 31;

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (BranchTalk.IsOtherBupyeong(turn) is { } neighbour)
            return Reply.Ask("which-bupyeong", "branch", new { neighbour, branches.Find(neighbour)!.Phone });
        var branch = AsksWhich(turn)
            ? null
            : BranchTalk.BranchOf(turn, branches, "branch-hours", "branch-place", "branch-facilities");
        if (branch is null && cues.Has(turn.Text, "places", "nearest"))
            return nearest.Respond(turn);
        if (!BranchTalk.NamesDays(turn) && WithoutDay(turn, branch) is { } told)
            return told.Remember("branch", branch?.Code);
        if (BranchTalk.DaysOf(turn, branches.Holidays, DaysSlot) is not { } days)
            return Reply.Say("no-such-day");
        if (BeyondCalendar(days) is { } unknown)
            return unknown;
        days = days.Length > MostDays ? Ahead(days, turn.Today) : days;
        var reply =
            branch is not null ? answers.OfBranch(turn, branch, days)
            : HoursAnswers.TimeOf(turn) is { } time && days.Length == 1 ? OpenAt(turn, days.From, time)
            : HoursAnswers.AsksForNow(turn) || AsksWhich(turn) && days == DateRange.Of(turn.Today) ? OpenNow(turn)
            : answers.OfAll(days, turn);
        return reply.Remember("branch", branch?.Code).Remember(DaysSlot, HoursWords.Remember(days));
    }

    /// <summary>As many as a reply can hold, from today on when they have begun.</summary>
    private static DateRange Ahead(DateRange days, DateOnly today)
    {
        var from = days.Contains(today) ? today : days.From;
        var last = from.AddDays(MostDays - 1);
        return new(from, last < days.To ? last : days.To);
    }

    /// <summary>"휴관일이 언제예요", "장서점검 언제까지예요", "언제 다시 열어요": no day is named, one is asked for.</summary>
    private Reply? WithoutDay(Turn turn, Branch? branch) =>
        cues.Has(turn.Text, "hours", "closure") ? answers.Closures(branch, turn.Today)
        : cues.Has(turn.Text, "hours", "closing-days") ? answers.ClosingDays(branch)
        : !cues.Has(turn.Text, "hours", "next-opening") || HoursAnswers.TimeOf(turn) is not null ? null
        : branch is null ? OpenNow(turn)
        : answers.NextOpening(turn, branch);

    private Reply? BeyondCalendar(DateRange days) =>
        branches.Holidays.Range is var known && days.To > known.To ? Reply.Say("beyond-calendar", new { known.To.Year })
        : days.From < known.From ? Reply.Say("before-calendar", new { known.From.Year })
        : null;

    /// <summary>"문 연 도서관": which one is the question, whatever was spoken of before.</summary>
    private bool AsksWhich(Turn turn) => BranchTalk.Named(turn) is null && cues.Has(turn.Text, "hours", "which");

    private Reply OpenNow(Turn turn)
    {
        var open = branches.OpenNow(turn.Now).Where(branch => branch.Kind is BranchKind.Branch).ToList();
        if (open is [])
        {
            var next = branches.NextOpening(turn.Now);
            return Reply.Say("none-open-now", new { opens = next is null ? null : HoursWords.Opens(next, turn.Today) });
        }
        return Reply.Say("open-now", new { open.Count }).With(Open(open, turn.Today));
    }

    /// <summary>The libraries that are open on a day at a time: "밤 8시에 여는 도서관".</summary>
    private Reply OpenAt(Turn turn, DateOnly day, ClockTime said)
    {
        var at = answers.Meant(turn, said);
        var open = branches.Libraries.Where(branch => branches.IsOpen(branch, day, at)).ToList();
        var values = new
        {
            day = HoursWords.Day(day, turn.Today),
            time = SpokenTime.Time(at),
            open.Count,
        };
        return open is []
            ? Reply.Say("open-then-none", values)
            : Reply.Say("open-then-some", values).With(Open(open, day));
    }

    private Card Open(IEnumerable<Branch> open, DateOnly day) =>
        hours.Card(HoursWords.Day(day), open.Select(branch => hours.Row(branch.Name, branches.HoursOn(branch, day))));
}
