using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>반납일이 쉬는 날이면: a day that is named, counted on by the calendar of the branch, with the rule it rests on.</summary>
[Says("label", "moved", "moved-all", "stays", "stays-all", "by-branch", "no-such-day", "beyond-calendar", "row-due")]
public sealed class DueDay(
    BranchDirectory branches,
    HoursWords hours,
    PublishedKnowledge knowledge,
    LibraryRule rules,
    ReplyWriter words
) : IDialog
{
    private const string Rule = "due-on-closed-day";
    private static readonly string[] Topics = ["due-day", "branch-hours", "branch-place", "branch-facilities"];

    /// <summary>Without a day there is nothing to count: the rule itself is the answer.</summary>
    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (!BranchTalk.NamesDays(turn) && !turn.Recognition.IsFollowUp)
            return await rules.RespondAsync(turn, cancellation) with { From = "library-rule" };
        if (BranchTalk.DaysOf(turn, branches.Holidays, BranchHours.DaysSlot) is not { } days)
            return Reply.Say("no-such-day");
        if (!branches.Holidays.Covers(days.From))
            return Reply.Say("beyond-calendar", new { branches.Holidays.Range.To.Year });
        var branch = BranchTalk.BranchOf(turn, branches, Topics);
        var reply = branch is { IsOurs: true } ? At(branch, days.From) : Everywhere(days.From);
        return reply
            .With(Source(turn))
            .Remember("branch", branch?.Code)
            .Remember(BranchHours.DaysSlot, HoursWords.Remember(days));
    }

    private Reply At(Branch branch, DateOnly day)
    {
        var due = branches.DueDateOn(day, branch);
        var closed = branches.HoursOn(branch, day) as DayHours.Closed;
        return Reply.Say(
            due == day ? "stays" : "moved",
            new
            {
                branch.Name,
                day,
                due,
                reason = closed is null ? null : hours.Reason(closed),
            }
        );
    }

    private Reply Everywhere(DateOnly day)
    {
        var dues = branches.Libraries.Select(branch => (branch.Name, Due: branches.DueDateOn(day, branch))).ToList();
        var different = dues.Select(due => due.Due).Distinct().Count() > 1;
        var reply = Reply.Say(
            different ? "by-branch"
                : dues[0].Due == day ? "stays-all"
                : "moved-all",
            new { day, due = dues[0].Due }
        );
        return different
            ? reply.With(hours.Card(HoursWords.Day(day), dues.Select(due => new CardRow(due.Name, Row(due.Due)))))
            : reply;
    }

    private string Row(DateOnly due) => words.Print("due-day/row-due", new { due });

    private Card[] Source(Turn turn) =>
        knowledge.Current.Find(Rule, turn.Today) is { } entry
        && knowledge.Current.AnswerOf(entry, turn.Today) is { Citation: var citation }
            ? [rules.SourceOf(citation)]
            : [];
}
