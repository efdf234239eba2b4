using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// 사서 연결: in opening hours the resident is queued and told so, and the assistant keeps quiet; out of hours, or when
/// nobody comes, a message form takes over, with a receipt and the time when the doors open again.
/// </summary>
[Says(
    "label",
    "queued",
    "moved",
    "passed-on",
    "still-waiting",
    "gave-up",
    "nobody-came",
    "closed",
    "closed-no-date",
    "left",
    "card",
    "button"
)]
public sealed class TalkToPerson(BranchDirectory branches, PersonRequests requests, ConversationOptions options)
    : IDialog
{
    public const string QueueSlot = "queued";

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Event is Events.MessageLeft)
            return Reply.Say("left", new { receipt = turn.Text, opens = Opens(turn) }).HandedTo(Handoff.Bot);
        if (turn.State.QueuedAs is { } receipt)
            return await WhileQueuedAsync(turn, receipt);
        // The resident gave up while this was on its way.
        if (turn.Event is Events.NobodyCame or Events.MovedUp)
            return Reply.Nothing;
        return branches.OpenNow(turn.Now).Any(branch => branch.Kind is BranchKind.Branch)
            ? await QueueAsync(turn)
            : Closed(turn);
    }

    private async Task<Reply> QueueAsync(Turn turn)
    {
        var (receipt, ahead) = await requests.CallAsync(turn.Id, turn.Today);
        return Reply
            .Say(
                "queued",
                new
                {
                    receipt,
                    ahead,
                    minutes = options.WaitForPersonMinutes,
                }
            )
            .HandedTo(Handoff.Queued(ahead))
            .Remember(QueueSlot, receipt);
    }

    /// <summary>The wait is over, with these words.</summary>
    public static Reply Over(Reply reply) => reply.HandedTo(Handoff.Bot).Remember(QueueSlot, "");

    private async Task<Reply> WhileQueuedAsync(Turn turn, string receipt)
    {
        if (turn.Event is Events.NobodyCame)
        {
            await requests.EndAsync(receipt, "unanswered");
            return Over(Reply.Say("nobody-came") with { Link = Link.LeaveMessage });
        }
        if (turn.Event is Events.MovedUp)
            return MovedUp(turn, receipt);
        if (turn.Event is Events.FirstPage)
            return Reply.Say("still-waiting");
        var givesUp =
            turn.Recognition is { Intent: "cancel" or "start-over", Score: >= Confidence.Sure }
            || BranchTalk.Mentions(turn.Text, "그만");
        if (!givesUp)
            return Reply.Say("passed-on", new { receipt });
        await requests.EndAsync(receipt, "given up");
        return Over(Reply.Say("gave-up") with { Forgets = true });
    }

    /// <summary>Somebody before the resident waits no more; the same place is not told twice.</summary>
    private Reply MovedUp(Turn turn, string receipt) =>
        requests.AheadOf(receipt) is { } ahead && ahead != turn.State.Ahead
            ? Reply.Say("moved", new { ahead }).HandedTo(Handoff.Queued(ahead))
            : Reply.Nothing;

    private Reply Closed(Turn turn)
    {
        var reply = Opens(turn) is { } opens ? Reply.Say("closed", new { opens }) : Reply.Say("closed-no-date");
        return reply.HandedTo(Handoff.Bot) with { Link = Link.LeaveMessage };
    }

    /// <summary>"내일 오전 9시", or null beyond the calendar.</summary>
    private string? Opens(Turn turn) =>
        branches.NextOpening(turn.Now) is { } opening
            ? $"{SpokenTime.Day(opening.Date, turn.Today)} {SpokenTime.Time(opening.Hours.Opens.ToTimeSpan())}"
            : null;
}
