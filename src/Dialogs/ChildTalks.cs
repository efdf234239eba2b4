using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A child says how old it is: welcomed in easy words, which stay, and asked for nothing.</summary>
[Says("hello")]
public sealed class ChildTalks : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Reply.Say("hello").Remember(ConversationState.PlainSlot, "yes"));
}
