using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>끝내기: the account is closed and what it showed is gone.</summary>
[Says("label", "signed-out", "not-signed-in", "idle", "erased")]
public sealed class SignOut : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var name =
            turn.Event is Events.SignedOutByIdling ? "idle"
            : turn.Patron is null ? "not-signed-in"
            : "signed-out";
        return Task.FromResult(Reply.Say(name) with { Forgets = true, Effect = Effect.SignOut });
    }
}
