using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A short goodbye; who is signed in is reminded that somebody else may come to the screen.</summary>
[Says("bye", "bye-signed-in")]
public sealed class Farewell : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Reply.Say(turn.Patron is null ? "bye" : "bye-signed-in"));
}
