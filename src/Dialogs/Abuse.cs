using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Insults and harassment: a calm word and the offer of a person, then only that the library's matters are open; never an echo.</summary>
[Says("calm", "still-here")]
public sealed class Abuse : IDialog
{
    private const string BeforeSlot = "abuse";

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(
            Reply.Say(turn.State.Slot(BeforeSlot) is null ? "calm" : "still-here").Remember(BeforeSlot, "yes")
        );
}
