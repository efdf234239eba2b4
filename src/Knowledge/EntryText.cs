using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>The body of an entry: sentences, and references to rules such as {{rule "loan.limit"}}.</summary>
internal static partial class EntryText
{
    public static IReadOnlyList<string> Sentences(string body) =>
        [.. SentenceEnd().Split(body).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0)];

    public static IEnumerable<(string Key, int Index)> RulesIn(string body) =>
        Reference().Matches(body).Select(match => (match.Groups["key"].Value, match.Index));

    /// <summary>The text with the values in force on the day.</summary>
    public static string Fill(string text, Rules rules, DateOnly date) =>
        Reference().Replace(text, match => rules.Print(match.Groups["key"].Value, date));

    /// <summary>The text without its references, as it is searched.</summary>
    public static string Plain(string body) => Reference().Replace(body, " ");

    [GeneratedRegex("""\{\{\s*rule\s+"(?<key>[^"]*)"\s*\}\}""")]
    private static partial Regex Reference();

    // A full stop between digits, as in a date, ends no sentence.
    [GeneratedRegex(@"(?<=[^\d\s][.!?])\s+|\n+")]
    private static partial Regex SentenceEnd();
}
