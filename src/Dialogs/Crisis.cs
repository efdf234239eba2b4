using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A resident in danger: fixed words that hear it, and the numbers that help at any hour.</summary>
[Says("here-to-help")]
public sealed class Crisis : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Reply.Say("here-to-help"));
}
