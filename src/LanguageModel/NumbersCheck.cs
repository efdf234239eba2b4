using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Whether the numbers of a sentence are those of its passage, and of the same things.</summary>
internal static partial class NumbersCheck
{
    /// <summary>In the order of the passage, so that no two can change places.</summary>
    public static Objection Check(string sentence, string passage)
    {
        var known = NumberFact.In(passage);
        var last = -1;
        foreach (var said in NumberFact.In(sentence))
        {
            if (!known.Any(said.IsSameAs))
                return Objection.UnknownNumber;
            var place = Enumerable
                .Range(last + 1, known.Count - last - 1)
                .FirstOrDefault(at => said.IsSameAs(known[at]) && IsOfTheSame(said, known, at), -1);
            if (place < 0)
                return Objection.NumberMoved;
            last = place;
        }
        return Objection.None;
    }

    /// <summary>What stands before another number of the passage does not stand before this one.</summary>
    private static bool IsOfTheSame(NumberFact said, IReadOnlyList<NumberFact> known, int at) =>
        Stems(said.Before)
            .All(word =>
                known[at].Before.Contains(word, StringComparison.Ordinal)
                || !known.Any(other => other.Before.Contains(word, StringComparison.Ordinal))
            );

    private static IEnumerable<string> Stems(string text) => Word().Matches(text).Select(word => word.Value);

    [GeneratedRegex(@"(?<!\p{L})\p{IsHangulSyllables}{2}|[A-Za-z]{2,}")]
    private static partial Regex Word();
}
