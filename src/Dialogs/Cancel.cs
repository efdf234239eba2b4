using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>취소: drops what was under way; nothing was done yet, because nothing is done before it is confirmed.</summary>
[Says("cancelled", "nothing-to-cancel")]
public sealed class Cancel : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var underWay = turn.State.AwaitingDialog is not null || turn.State.AfterSignIn is not null;
        return Task.FromResult(Reply.Say(underWay ? "cancelled" : "nothing-to-cancel") with { Forgets = true });
    }
}
