using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>처음으로.</summary>
[Says("label", "from-the-start")]
public sealed class StartOver : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Reply.Say("from-the-start") with { Forgets = true });
}
