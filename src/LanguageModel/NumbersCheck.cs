using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Whether the numbers of a sentence are those of its passage, and of the same things.</summary>
internal static partial class NumbersCheck
{
    public static Objection Check(SentenceRead sentence, SentenceRead passage)
    {
        var known = passage.Numbers;
        if (!sentence.Numbers.All(said => known.Any(said.IsSameAs)) || sentence.Counts(passage.Text))
            return Objection.UnknownNumber;
        var isSame = sentence.IsTranslated ? IsInOrder(sentence, passage) : IsOfTheSame(sentence.Numbers, known);
        return isSame ? Objection.None : Objection.NumberMoved;
    }

    /// <summary>
    /// Where two numbers count the same thing they might change places: in another language all of them are told, in the
    /// order of the passage, and so is all that is spoken of.
    /// </summary>
    private static bool IsInOrder(SentenceRead sentence, SentenceRead passage)
    {
        var rivals = passage
            .Numbers.GroupBy(number => number.Unit)
            .Where(same => same.Key is not "time" && same.DistinctBy(number => number.Value).Count() > 1)
            .ToList();
        return rivals.TrueForAll(same =>
                sentence.Numbers.Where(said => said.Unit == same.Key) is var told
                && (!told.Any() || told.Select(said => said.Value).SequenceEqual(same.Select(number => number.Value)))
            ) && (rivals is [] || sentence.Numbers is [] || Follow(Codes(sentence), Codes(passage)));

        static IEnumerable<string> Codes(SentenceRead read) =>
            read.Terms.Where(term => term.Term.Kind is TermKind.Thing or TermKind.Act).Select(term => term.Term.Code);
    }

    /// <summary>The first of them all stand in the same order.</summary>
    private static bool Follow(IEnumerable<string> said, IEnumerable<string> known)
    {
        var places = known.Distinct().ToList();
        var order = said.Distinct().Select(code => places.IndexOf(code)).Where(place => place >= 0).ToList();
        return order.SequenceEqual(order.Order());
    }

    /// <summary>What stands before another number of the passage does not stand before this one.</summary>
    private static bool IsOfTheSame(IReadOnlyList<NumberFact> sentence, IReadOnlyList<NumberFact> known)
    {
        var last = new Dictionary<string, int>();
        foreach (var said in sentence)
        {
            var from = last.GetValueOrDefault(said.Unit, -1) + 1;
            var place = Enumerable
                .Range(from, known.Count - from)
                .FirstOrDefault(at => said.IsSameAs(known[at]) && IsOfTheSame(said, known, at), -1);
            if (place < 0)
                return false;
            last[said.Unit] = place;
        }
        return true;
    }

    private static bool IsOfTheSame(NumberFact said, IReadOnlyList<NumberFact> known, int at) =>
        Word()
            .Matches(said.Before)
            .All(word =>
                known[at].Before.Contains(word.Value, StringComparison.Ordinal)
                || !known.Any(other => other.Before.Contains(word.Value, StringComparison.Ordinal))
            );

    [GeneratedRegex(@"(?<!\p{L})\p{IsHangulSyllables}{2}|[A-Za-z]{2,}")]
    private static partial Regex Word();
}
