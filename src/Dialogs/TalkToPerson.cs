using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// 사서 연결: in opening hours the resident is queued and told so, and the assistant keeps quiet until the librarian has
/// come and gone; out of hours, or when nobody comes, a message form takes over, with the time when the doors open again.
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
    "came",
    "said",
    "somebody",
    "returned",
    "finished",
    "silent",
    "leave",
    "left-person",
    "card",
    "button"
)]
public sealed class TalkToPerson(
    BranchDirectory branches,
    Handovers handovers,
    ConversationOptions options,
    ReplyWriter words
) : IDialog
{
    public const string QueueSlot = "queued";

    /// <summary>Remembered once the resident was told that words are passed on: said again it would only be noise.</summary>
    private const string ToldSlot = "passed-on";

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Event is Events.MessageLeft)
            return Reply.Say("left", new { receipt = turn.Text, opens = Opens(turn) }).HandedTo(Handoff.Bot);
        if (turn.Event is Events.PersonCame or Events.PersonSaid)
            return OfPerson(turn);
        if (turn.State.QueuedAs is { } receipt)
            return turn.State.Person is null
                ? await WhileQueuedAsync(turn, receipt)
                : await WithPersonAsync(turn, receipt);
        // The resident gave up while this was on its way.
        if (turn.Event is not null)
            return Reply.Nothing;
        return branches.OpenNow(turn.Now).Any(branch => branch.Kind is BranchKind.Branch)
            ? await QueueAsync(turn)
            : await ClosedAsync(turn);
    }

    /// <summary>The resident leaves the queue, or the librarian.</summary>
    public static async Task LeaveAsync(Handovers handovers, string receipt)
    {
        if (await handovers.TryMoveAsync(receipt, HandoverStatus.GivenUp, Handovers.Resident) is HandoverStatus.Person)
            await handovers.TryMoveAsync(receipt, HandoverStatus.Closed, Handovers.Resident);
    }

    /// <summary>The wait is over, with these words.</summary>
    public static Reply Over(Reply reply) =>
        reply.HandedTo(Handoff.Bot).Remember(QueueSlot, "").Remember(ToldSlot, "").Remember(Crisis.HeardSlot, "");

    private async Task<Reply> QueueAsync(Turn turn)
    {
        var (receipt, ahead) = await handovers.CallAsync(turn.Id, turn.Today);
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

    private async Task<Reply> WhileQueuedAsync(Turn turn, string receipt)
    {
        switch (turn.Event)
        {
            case Events.NobodyCame:
                return await NobodyCameAsync(receipt);
            case Events.PersonClosed:
                return Finished("finished");
            case Events.FirstPage:
                return Reply.Say("still-waiting");
            case Events.MovedUp:
                return MovedUp(turn, receipt);
            case not null:
                return Reply.Nothing;
        }
        var givesUp =
            turn.Recognition is { Intent: "cancel" or "start-over", Score: >= Confidence.Sure }
            || BranchTalk.Mentions(turn.Text, "그만");
        if (givesUp && await GaveUpAsync(receipt))
            return Over(Reply.Say("gave-up") with { Forgets = true });
        return turn.State.Slot(ToldSlot) is null
            ? Reply.Say("passed-on", new { receipt }).Remember(ToldSlot, receipt)
            : Reply.Nothing;
    }

    /// <summary>False when a librarian has come at the same moment: that is told next.</summary>
    private async Task<bool> GaveUpAsync(string receipt) =>
        await handovers.TryMoveAsync(receipt, HandoverStatus.GivenUp, Handovers.Resident) is not HandoverStatus.Person;

    private async Task<Reply> NobodyCameAsync(string receipt) =>
        await handovers.TryMoveAsync(receipt, HandoverStatus.Unanswered, Handovers.Assistant)
        is HandoverStatus.Unanswered
            ? Over(Reply.Say("nobody-came") with { Link = Link.LeaveMessage })
            : Reply.Nothing;

    /// <summary>The resident's words stand in the transcript, where the librarian reads them: nothing is said to them.</summary>
    private async Task<Reply> WithPersonAsync(Turn turn, string receipt)
    {
        switch (turn.Event)
        {
            case Events.PersonReturned:
                var ahead = handovers.AheadOf(receipt) ?? 0;
                return Reply.Say("returned", new { ahead }).HandedTo(Handoff.Queued(ahead));
            case Events.PersonClosed:
                return Finished("finished");
            case Events.PersonSilent:
                return
                    await handovers.TryMoveAsync(receipt, HandoverStatus.Closed, Handovers.Assistant)
                    is HandoverStatus.Closed
                    ? Finished("silent") with
                    {
                        Link = Link.LeaveMessage,
                    }
                    : Reply.Nothing;
            case null when KoreanText.Squash(turn.Text) == KoreanText.Squash(Print("leave")):
                await LeaveAsync(handovers, receipt);
                return Finished("left-person");
            default:
                return Reply.Nothing;
        }
    }

    /// <summary>The next words begin anew: what was under way before the librarian came is long over.</summary>
    private static Reply Finished(string name) => Over(Reply.Say(name)) with { Forgets = true };

    private Reply OfPerson(Turn turn)
    {
        if (turn.Event is Events.PersonSaid)
            return Reply.Say("said", new { words = turn.Text }).By(turn.State.Person ?? Print("somebody"));
        var (receipt, name) = (turn.Text.Split(' ')[0], turn.Text[(turn.Text.IndexOf(' ') + 1)..]);
        return Reply
            .Say("came", new { name })
            .Offer(Print("leave"))
            .HandedTo(Handoff.With(name))
            .Remember(QueueSlot, receipt);
    }

    /// <summary>Somebody before the resident waits no more; the same place is not told twice.</summary>
    private Reply MovedUp(Turn turn, string receipt) =>
        handovers.AheadOf(receipt) is { } ahead && ahead != turn.State.Ahead
            ? Reply.Say("moved", new { ahead }).HandedTo(Handoff.Queued(ahead))
            : Reply.Nothing;

    private async Task<Reply> ClosedAsync(Turn turn)
    {
        await handovers.RequestAsync(turn.Id, turn.Today);
        var reply = Opens(turn) is { } opens ? Reply.Say("closed", new { opens }) : Reply.Say("closed-no-date");
        return reply.HandedTo(Handoff.Bot) with { Link = Link.LeaveMessage };
    }

    /// <summary>"내일 오전 9시", or null beyond the calendar.</summary>
    private string? Opens(Turn turn) =>
        branches.NextOpening(turn.Now) is { } opening
            ? $"{SpokenTime.Day(opening.Date, turn.Today)} {SpokenTime.Time(opening.Hours.Opens.ToTimeSpan())}"
            : null;

    private string Print(string name) => words.Print($"talk-to-person/{name}");
}
