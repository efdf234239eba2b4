using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A short answer to thanks; an answer that is said to have helped is kept as a thumb up would be.</summary>
[Says("welcome")]
public sealed class Thanks(Cues cues) : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(
            Reply.Say("welcome") with
            {
                Opinion =
                    turn.State.Last is not null && cues.Has(turn.Text, Cues.Manners, "helped")
                        ? new Opinion(IsLiked: true)
                        : null,
            }
        );
}
