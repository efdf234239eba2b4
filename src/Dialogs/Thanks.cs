using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>고맙다는 말.</summary>
[Says("welcome")]
public sealed class Thanks : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Reply.Say("welcome"));
}
