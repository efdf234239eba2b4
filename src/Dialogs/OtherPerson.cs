using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>The account of somebody else is shown to nobody; a guardian signs in with the child's own card.</summary>
[Says("only-own", "own-child", "own-child-signed-in")]
public sealed class OtherPerson(Cues cues) : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn) =>
        !cues.Has(turn.Text, Cues.Manners, "own child") ? Reply.Say("only-own")
        : turn.Patron is not null ? Reply.Say("own-child-signed-in")
        : Reply.Say("own-child") with { Link = Link.SignIn };
}
