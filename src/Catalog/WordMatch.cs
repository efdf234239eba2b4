using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>How much of what was asked a record covers, word by word: "고양이 나오는 일본소설".</summary>
internal static class WordMatch
{
    private const double Enough = 0.75;

    public static CatalogHit Of(QueryReading query, RecordKeys keys)
    {
        var (covered, total, isAllTitle) = (0.0, 0.0, true);
        foreach (var (word, stem) in query.Words)
        {
            var weight = Math.Min(stem.Length, 4);
            var (value, isTitle) = Best(word, stem, keys);
            covered += weight * value;
            total += weight;
            isAllTitle &= isTitle;
        }
        var coverage = total == 0 ? 0 : covered / total;
        var by = isAllTitle ? MatchedBy.Title : MatchedBy.Subject;
        var isAnswer = coverage >= Enough && (isAllTitle || !query.IsQuoted);
        var score = isAnswer ? RecordMatch.CloseFloor + 0.25 * (coverage - Enough) / (1 - Enough) : coverage * 0.6;
        return RecordMatch.Hit(keys, by, score);
    }

    private static (double Value, bool IsTitle) Best(string word, string stem, RecordKeys keys)
    {
        if (keys.TitleWords.Contains(word) || keys.TitleWords.Contains(stem))
            return (1, true);
        if (stem.Length >= 2 && keys.Titles.Any(title => title.Squashed.Contains(stem, StringComparison.Ordinal)))
            return (0.95, true);
        if (keys.Subjects.Contains(word) || keys.Subjects.Contains(stem))
            return (1, false);
        if (stem.Length < 2)
            return (0, false);
        if (keys.Authors.Any(author => author.Squashed.Contains(stem, StringComparison.Ordinal)))
            return (1, false);
        if (keys.Subjects.Any(subject => subject.Contains(stem, StringComparison.Ordinal)))
            return (0.9, false);
        if (keys.Rest.Contains(stem, StringComparison.Ordinal))
            return (0.8, false);
        return (stem.Length >= 4 && KoreanTerms.IsEastAsian(stem[0]) ? OfRunTogether(stem, keys) : 0, false);
    }

    /// <summary>Words typed without spaces: the share of their syllable pairs that the record has anywhere.</summary>
    private static double OfRunTogether(string word, RecordKeys keys)
    {
        var (met, all) = (0, 0);
        foreach (var pair in KoreanText.Bigrams(word))
        {
            all++;
            var isMet =
                keys.Subjects.Any(subject => subject.Contains(pair, StringComparison.Ordinal))
                || keys.Titles.Any(title => title.Squashed.Contains(pair, StringComparison.Ordinal))
                || keys.Authors.Any(author => author.Squashed.Contains(pair, StringComparison.Ordinal));
            met += isMet ? 1 : 0;
        }
        return 0.95 * met / all;
    }
}
