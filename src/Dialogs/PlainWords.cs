using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>쉬운 말: from here on in easy words, or no longer; the last answer is said anew by the chooser.</summary>
[Says("label", "again", "switched-on", "switched-off")]
public sealed class PlainWords(Cues cues) : IDialog
{
    /// <summary>Cues of "이제 원래대로 말해줘": easy words are wanted no longer.</summary>
    public const string UsualWords = "usual words";

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(
            cues.Has(turn.Text, Cues.Manners, UsualWords)
                ? Reply.Say("switched-off").Remember(ConversationState.PlainSlot, null)
                : Reply.Say("switched-on").Remember(ConversationState.PlainSlot, "yes")
        );
}
