using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>"다시 말해줘": the chooser takes the last question once more; here nothing was asked yet.</summary>
[Says("label", "again", "nothing-said")]
public sealed class SayAgain : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Reply.Say("nothing-said"));
}
