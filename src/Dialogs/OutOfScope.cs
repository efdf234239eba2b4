using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Not the library's business: an honest no, with what can be done instead.</summary>
[Says("not-ours", "weather", "homework", "office", "sales", "orders", "chatter")]
public sealed class OutOfScope(Cues cues) : IDialog
{
    /// <summary>Kinds whose no is a different one, as they stand in dialogs/entities/cues/elsewhere.md; orders to the program come first.</summary>
    private static readonly string[] Kinds = ["orders", "sales", "office", "homework", "weather", "chatter"];

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult(Reply.Say(Array.Find(Kinds, kind => cues.Has(turn.Text, "elsewhere", kind)) ?? "not-ours"));
}
