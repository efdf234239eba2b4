using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>What a library does not do: said kindly, with what it does.</summary>
[Says("not-ours")]
public sealed class OutOfScope : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Reply.Say("not-ours"));
}
