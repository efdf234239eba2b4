using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// What was asked last, with what was remembered before: enough to answer it once more, with nothing of the answer kept.
/// It is taken again as the same turn, so that an act at the library system does not happen twice.
/// </summary>
/// <param name="TurnId">The turn that was answered.</param>
/// <param name="Dialog">The dialog that answered it.</param>
public sealed record LastAnswer(string TurnId, string Text, string Dialog, ConversationState Before)
{
    /// <summary>How often the same words came in a row.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The question as it was, asked now; <paramref name="prelude"/> is said before the answer.</summary>
    public Turn Retaken(Turn now, string prelude, bool inPlainWords) =>
        now with
        {
            Id = TurnId,
            Text = Text,
            Prelude = new Line(prelude),
            State = (Before with { Turns = now.State.Turns, Last = this }).Speaking(inPlainWords),
        };

    /// <summary>The same question as before, word for word.</summary>
    public bool IsAskedAgainBy(Turn turn) => KoreanText.Squash(turn.Text) == KoreanText.Squash(Text);

    /// <summary>The answer of <paramref name="dialog"/> to this turn, as what may be asked for again.</summary>
    public static LastAnswer Of(Turn turn, string dialog) =>
        new(turn.Id, turn.Whole, dialog, turn.State with { Last = null, AfterSignIn = null })
        {
            Times =
                turn.State.Last is { } last && last.IsAskedAgainBy(turn)
                    ? last.Times + (turn.Prelude is null ? 1 : 0)
                    : 1,
        };
}
