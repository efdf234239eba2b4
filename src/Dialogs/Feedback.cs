using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>"도움이 안 됐어요": kept as a thumb down would be; the reason is asked once in a conversation.</summary>
[Says("why", "noted", "noted-again", "nothing-to-judge")]
public sealed class Feedback : IDialog
{
    public const string ReasonSlot = "reason";
    private const string AskedSlot = "feedback";

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private static Reply Respond(Turn turn)
    {
        if (turn.Awaits(DialogSet.NameOf(typeof(Feedback)), ReasonSlot))
            return Reply.Say("noted") with { Opinion = new Opinion(IsLiked: false, turn.Text) };
        if (turn.State.Last is null)
            return Reply.Say("nothing-to-judge");
        var reply = turn.State.Slot(AskedSlot) is null
            ? Reply.Ask("why", ReasonSlot).Remember(AskedSlot, "yes")
            : Reply.Say("noted-again");
        return reply with { Opinion = new Opinion(IsLiked: false) };
    }
}
