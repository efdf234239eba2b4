using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// 끝내기: the account is closed and what it showed is gone. Said in words it leaves the conversation open; a client that
/// ends the conversation ends it for good.
/// </summary>
[Says("label", "signed-out", "not-signed-in", "ended-signed-out", "ended", "idle", "erased")]
public sealed class SignOut(Handovers handovers) : IDialog
{
    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var ends = turn.Event is Events.End;
        var isIdle = turn.Event is Events.SignedOutByIdling;
        var name = (turn.Patron, ends) switch
        {
            _ when isIdle => "idle",
            (null, true) => "ended",
            (null, false) => "not-signed-in",
            (_, true) => "ended-signed-out",
            _ => "signed-out",
        };
        var reply = Reply.Say(name) with { Forgets = true, Effect = ends ? Effect.End : Effect.SignOut };
        // Who talks with a librarian goes on talking, signed out.
        var goesOn = isIdle || turn.State.Person is not null && !ends;
        if (goesOn || turn.State.QueuedAs is not { } receipt)
            return reply;
        await TalkToPerson.LeaveAsync(handovers, receipt);
        return TalkToPerson.Over(reply);
    }
}
