using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>"너 사람이야?": an honest answer.</summary>
[Says("automated")]
public sealed class WhoAreYou : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Reply.Say("automated"));
}
