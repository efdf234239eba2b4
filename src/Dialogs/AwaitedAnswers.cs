using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Tells whether words are the answer that a dialog waits for, or something else that the resident wants.</summary>
internal sealed class AwaitedAnswers(Evidence evidence)
{
    /// <summary>The words answer what <paramref name="waiting"/> asked for.</summary>
    public bool Fit(Turn turn, string waiting, string slot) =>
        slot switch
        {
            "confirm" or DialogChooser.ResumeSlot => turn.Answer is not null,
            "branch" => turn.Find("branch") is not null || turn.Find("all") is not null,
            "loan" or "hold" => turn.Find("ordinal") is not null
                || turn.Find("all") is not null
                || turn.Find("title") is not null && IsAbout(turn, waiting),
            "book" => turn.Find("ordinal") is not null || turn.Answer is not false && IsBook(turn),
            "place" => turn.Answer is not false
                && (turn.Recognition.Score < Confidence.Sure || turn.Recognition.Intent == "branch-place"),
            "title" => turn.Answer is not false && IsBook(turn),
            // What is to be passed on can be anything.
            "words" or "where" => turn.Recognition.Score < Confidence.Sure
                || !DialogChooser.Global.Contains(turn.Recognition.Intent),
            Feedback.ReasonSlot => IsReason(turn),
            _ => throw new ArgumentOutOfRangeException(nameof(slot), slot, "No dialog awaits such a slot."),
        };

    private static bool IsAbout(Turn turn, string dialog) =>
        turn.Recognition.Intent == dialog || turn.Recognition.Score < Confidence.Sure;

    /// <summary>"토지 1권" asked by itself is a search, and after "어떤 책을 예약할까요?" the answer.</summary>
    private static bool IsBook(Turn turn) =>
        turn.Recognition.Score < Confidence.Sure
        || Families.IsOfBooks(turn.Recognition.Intent)
            && (turn.Find("title") ?? turn.Find("author") ?? turn.Find("isbn")) is not null;

    /// <summary>Words about the answer, and not the next question.</summary>
    private bool IsReason(Turn turn) =>
        (turn.Recognition.Score < Confidence.Sure || turn.Recognition.Intent == "feedback")
        && !turn.Text.Contains('?', StringComparison.Ordinal)
        && !evidence.Holds(turn);
}
