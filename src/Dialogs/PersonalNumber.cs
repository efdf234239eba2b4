using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A personal number was typed: it was masked before anything was stored, and signing in has its own page.</summary>
[Says("masked", "masked-signed-in")]
public sealed class PersonalNumber : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(
            turn.Patron is null ? Reply.Say("masked") with { Link = Link.SignIn } : Reply.Say("masked-signed-in")
        );
}
