using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>What the catalogue and the rules know of words whose intent is unsure: a title is a title, however it is asked for.</summary>
public sealed class Evidence(LibraryCatalog catalog, PublishedKnowledge knowledge, DoubtWords doubts)
{
    /// <summary>Looking something up harms nobody, so it takes less certainty than an act on the account.</summary>
    private const double EnoughToLookUp = 0.5;

    private static readonly HashSet<string> LookUps =
    [
        .. Families.Members,
        // These show the account or ask before they do anything.
        "reserve",
        "my-holds",
        "cancel-hold",
        "my-account",
        "my-history",
        "borrow-kit",
    ];

    /// <summary>"예약은 몇 권까지예요?": an unsure guess at these gives way to a rule that surely answers.</summary>
    private static readonly HashSet<string> LessThanRules = ["find-program", "reserve", "my-holds"];

    /// <summary>The dialog answers from what the library knows, and does nothing.</summary>
    public static bool IsLookUp(string dialog) => LookUps.Contains(dialog);

    /// <summary>The dialog that the evidence speaks for, or null when one must ask back.</summary>
    public string? Decide(Turn turn)
    {
        var recognition = turn.Recognition;
        if (knowledge.Current.Wrote(QuestionOf(turn), turn.Today))
            return "library-rule";
        if (recognition.Intent == "out-of-scope" && recognition.Score >= EnoughToLookUp)
            return null;
        if (LookUps.Contains(recognition.Intent) && recognition.Score >= EnoughToLookUp)
            return LessThanRules.Contains(recognition.Intent) && !Holds(turn) && IsOfRules(turn)
                ? "library-rule"
                : recognition.Intent;
        if (Holds(turn) || IsQuoted(turn))
            return "find-book";
        return IsOfRules(turn) ? "library-rule" : null;
    }

    /// <summary>One rule answers the words, and surely.</summary>
    private bool IsOfRules(Turn turn) => knowledge.Current.Ask(QuestionOf(turn), turn.Today) is not null;

    private static Question QuestionOf(Turn turn) => new(turn.Recognition.Text, turn.Recognition.Language);

    /// <summary>"책바다 이용료": a rule is likely meant, and two come near.</summary>
    public bool IsNearRules(Turn turn) =>
        turn.Recognition.Intent == "library-rule"
        && knowledge.Current.Nearest(QuestionOf(turn), turn.Today, 1) is not [];

    /// <summary>The words doubt an answer that was given before.</summary>
    public bool Doubts(string text) => doubts.Doubt(text);

    /// <summary>One of the rules that were offered, said back by its title.</summary>
    public bool IsRuleTitle(Turn turn) => knowledge.Current.IsTitle(turn.Text, turn.Today);

    /// <summary>A book is named as it is in the catalogue: 「죽고 싶지만 떡볶이는 먹고 싶어」 is no cry for help.</summary>
    public bool IsTitle(Turn turn) =>
        turn.Find("title") is { } title
        && catalog.Search(new CatalogQuery(title.Text)).Hits is [{ Kind: MatchKind.Exact, By: MatchedBy.Title }, ..];

    /// <summary>『…』 marks a title of a book; other quotation marks may stand around anything.</summary>
    private static bool IsQuoted(Turn turn) =>
        turn.Find("title") is { Start: > 0 } title && turn.Recognition.Text[title.Start - 1] is '『' or '「' or '《';

    /// <summary>The words are a title or a name that the catalogue has.</summary>
    public bool Holds(Turn turn) =>
        catalog.Search(new CatalogQuery((turn.Find("title") ?? turn.Find("author"))?.Text ?? turn.Text)).Hits
            is [{ By: MatchedBy.Title or MatchedBy.Author or MatchedBy.Isbn, Kind: MatchKind.Exact }, ..]
                or [{ By: MatchedBy.Title, Score: >= 0.8 }, ..];
}
