using Bupyeong.Chatbot.Understanding;

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

    public static bool IsOfBooks(string dialog) => All[0].Contains(dialog);

    public static IEnumerable<string> Members => All.SelectMany(family => family);

    /// <summary>The member of the family that the words ask for, or the dialog that was chosen.</summary>
    public string Member(string chosen, Turn turn) =>
        turn.State.AwaitingDialog != chosen
        && turn.Find(EntityTypes.Isbn) is null
        && AskedFor(cues.Find(turn.Text, "families", FamilyOf(chosen)), turn) is { } named
            ? named
            : chosen;

    /// <summary>The dialog that the words name when nothing else is sure of them: "어떻게 신청해요?"; or null.</summary>
    public string? Named(Turn turn) => AskedFor(cues.Find(turn.Text, "families"), turn);

    /// <summary>"반납해야" asks for a due day only beside a date.</summary>
    private static string? AskedFor(EntityEntry? cue, Turn turn) =>
        cue?.Value is { } named && (named != "due-day" || turn.Find("date") is not null) ? named : null;

    /// <summary>What is spoken of when the dialog has answered: a book, a branch, a programme.</summary>
    public static string? TopicOf(string dialog) => FamilyOf(dialog) is [var topic, _, ..] ? topic : null;

    private static string[] FamilyOf(string dialog) => Array.Find(All, family => family.Contains(dialog)) ?? [dialog];
}
