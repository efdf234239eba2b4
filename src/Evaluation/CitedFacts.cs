using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>Holds an answer against the text that it cites.</summary>
internal static partial class CitedFacts
{
    /// <summary>Sentences, and numbers, dates and prices, that the cited entry does not have on the day.</summary>
    public static IReadOnlyList<string> NotIn(KnowledgeBase knowledge, Answer answer, DateOnly day)
    {
        var told = knowledge.Find(answer.Citation.Slug, day) is { } entry ? knowledge.TextOn(entry, day) : "";
        var text = Spaced($"{told}\n\n{EntryText.Spoken(told)}");
        return
        [
            .. answer.Sentences.Where(sentence => !text.Contains(Spaced(sentence), StringComparison.Ordinal)),
            .. answer.Sentences.SelectMany(NumbersOf).Where(number => !Has(text, number)),
        ];
    }

    /// <summary>The number itself and not a part of a longer one, wherever a line of the text ends.</summary>
    private static bool Has(string text, string number) =>
        Regex.IsMatch(text, $@"(?<!\d|\d[,.]){Regex.Escape(number)}(?!\d)");

    private static IEnumerable<string> NumbersOf(string text) =>
        Number().Matches(Spaced(text)).Select(match => match.Value);

    private static string Spaced(string text) => Space().Replace(text, " ").Trim();

    // With its unit and all parts of a date: 5권, 50,000원, 2026. 7. 1., 18:00.
    [GeneratedRegex(@"\d+(?:[,.:/~-]\s?\d+)*[^\s\d\p{P}]?")]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
