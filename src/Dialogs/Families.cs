namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Dialogs about one thing: that a book is meant is understood as a whole, what is asked of it by the words alone.</summary>
public sealed class Families(Cues cues)
{
    private static readonly string[][] All =
    [
        ["find-book", "book-availability", "book-details", "related-books", "where-on-shelf", "not-on-shelf"],
        ["branch-hours", "branch-place", "branch-facilities"],
        ["find-program", "program-details", "apply-program"],
        ["library-rule", "due-day"],
    ];

    public static IEnumerable<string> Members => All.SelectMany(family => family);

    /// <summary>The member of the family that the words ask for, or the dialog that was chosen.</summary>
    public string Member(string chosen, Turn turn) =>
        turn.State.AwaitingDialog != chosen
        && cues.Find(turn.Text, "families", FamilyOf(chosen)) is { Value: var named }
        && (named != "due-day" || turn.Find("date") is not null)
            ? named
            : chosen;

    private static string[] FamilyOf(string dialog) => Array.Find(All, family => family.Contains(dialog)) ?? [dialog];
}
