using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>끝내기: the account is closed and what it showed is gone.</summary>
[Says("label", "signed-out", "not-signed-in", "idle", "erased")]
public sealed class SignOut(PersonRequests requests) : IDialog
{
    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var isIdle = turn.Event is Events.SignedOutByIdling;
        var name =
            isIdle ? "idle"
            : turn.Patron is null ? "not-signed-in"
            : "signed-out";
        var reply = Reply.Say(name) with { Forgets = true, Effect = Effect.SignOut };
        if (isIdle || turn.State.QueuedAs is not { } receipt)
            return reply;
        await requests.EndAsync(receipt, "given up");
        return reply.Remember(TalkToPerson.QueueSlot, "");
    }
}
