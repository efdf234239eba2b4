using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>취소: drops what was under way; nothing was done yet, because nothing is done before it is confirmed.</summary>
[Says("cancelled", "hold-kept", "nothing-to-cancel")]
public sealed class Cancel : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var underWay = turn.State.AwaitingDialog is not null || turn.State.AfterSignIn is not null;
        // "취소" to "예약을 취소할까요?" may mean either: nothing is done, and the other reading is offered.
        var name =
            turn.State.AwaitingDialog == "cancel-hold" ? "hold-kept"
            : underWay ? "cancelled"
            : "nothing-to-cancel";
        return Task.FromResult(Reply.Say(name) with { Forgets = true });
    }
}
