using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>회원 확인, on a page of its own and never in the conversation.</summary>
[Says("label", "needed", "offer", "card", "button", "done", "done-alone", "already")]
public sealed class SignIn : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(
            (turn.Event, turn.Patron) switch
            {
                (Events.SignedIn, { } patron) => Reply.Say("done-alone", new { patron.Name }).Private(0),
                (_, { } patron) => Reply.Say("already", new { patron.Name }).Private(0),
                _ => Reply.Say("offer") with { Link = Link.SignIn },
            }
        );
}
