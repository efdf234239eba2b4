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
[Says("label", "queued", "passed-on", "gave-up", "nobody-came", "closed", "closed-no-date", "left", "card", "button")]
public sealed class TalkToPerson(BranchDirectory branches, PersonRequests requests, ConversationOptions options)
    : IDialog
{
    public const string QueueSlot = "queued";

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Event is Events.MessageLeft)
            return Reply.Say("left", new { receipt = turn.Text, opens = Opens(turn) });
        if (turn.State.QueuedAs is { } receipt)
            return await WhileQueuedAsync(turn, receipt);
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
            .Remember(QueueSlot, receipt);
    }

    private async Task<Reply> WhileQueuedAsync(Turn turn, string receipt)
    {
        if (turn.Event is Events.NobodyCame)
        {
            await requests.EndAsync(receipt, "unanswered");
            return (Reply.Say("nobody-came") with { Link = Link.LeaveMessage }).Remember(QueueSlot, "");
        }
        var givesUp =
            turn.Recognition is { Intent: "cancel" or "start-over", Score: >= Confidence.Sure }
            || BranchTalk.Mentions(turn.Text, "그만");
        if (!givesUp)
            return Reply.Say("passed-on", new { receipt });
        await requests.EndAsync(receipt, "given up");
        return Reply.Say("gave-up").Remember(QueueSlot, "");
    }

    private Reply Closed(Turn turn) =>
        Opens(turn) is { } opens
            ? Reply.Say("closed", new { opens }) with
            {
                Link = Link.LeaveMessage,
            }
            : Reply.Say("closed-no-date") with
            {
                Link = Link.LeaveMessage,
            };

    /// <summary>"내일 오전 9시", or null beyond the calendar.</summary>
    private string? Opens(Turn turn) =>
        branches.NextOpening(turn.Now) is { } opening
            ? $"{SpokenTime.Day(opening.Date, turn.Today)} {SpokenTime.Time(opening.Hours.Opens.ToTimeSpan())}"
            : null;
}
