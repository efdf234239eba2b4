using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>The terms of a library's rules in four languages; the first that fits a place is the one that is read there.</summary>
internal static class Glossary
{
    private static readonly IReadOnlyList<Term> Terms =
    [
        .. GlossaryWords
            .Lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(" :: "))
            .Select(parts => new Term(
                Enum.Parse<TermKind>(parts[0]),
                parts[1],
                parts[2],
                parts[3],
                parts[4],
                parts[5]
            )),
    ];

    private static readonly Dictionary<string, Regex> Languages = new[] { "ko", "en", "vi", "zh" }.ToDictionary(
        language => language,
        PatternOf
    );

    /// <summary>The terms of a text in their order, each with its place.</summary>
    public static IEnumerable<(Term Term, Match Place)> In(string text, string language) =>
        from match in Languages[language].Matches(text)
        select (Terms[IndexOf(match)], match);

    private static int IndexOf(Match match)
    {
        for (var index = 0; index < Terms.Count; index++)
        {
            if (match.Groups[$"t{index}"].Success)
                return index;
        }
        throw new InvalidOperationException("A term without a group.");
    }

    /// <summary>Latin words are whole words; Korean ones go on with particles.</summary>
    private static Regex PatternOf(string language)
    {
        var (before, after) = language is "en" or "vi" ? (@"(?<![\p{L}\d])", @"(?![\p{L}\d])") : ("", "");
        var terms = Terms.Select((term, index) => $"(?<t{index}>{before}(?:{term.In(language)}){after})");
        return new Regex(string.Join('|', terms), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }
}
