using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>What can be asked here.</summary>
[Says("label", "can-do")]
public sealed class Help : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Reply.Say("can-do"));
}
