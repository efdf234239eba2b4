using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>How well one record answers one query: the best of its title, its authors and the words together.</summary>
internal static class RecordMatch
{
    /// <summary>Below it a record is no answer.</summary>
    public const double CloseFloor = 0.65;

    private const double Alike = 0.8;
    private const double WrongVolume = 0.12;

    public static CatalogHit Of(QueryReading query, RecordKeys keys)
    {
        var title = query.IsInitials ? OfInitials(query, keys) : OfTitle(query, keys);
        var best = new CatalogHit(keys.Record, KindOf(title), MatchedBy.Title, title);
        if (!query.IsQuoted && OfAuthor(query, keys) is var author && author > best.Score)
            best = best with { Score = author, Kind = KindOf(author), By = MatchedBy.Author };
        if (WordMatch.Of(query, keys) is var words && words.Score > best.Score)
            best = words;
        return IsAskedVolume(query, keys) ? best : AsOtherVolume(best);
    }

    private static CatalogHit AsOtherVolume(CatalogHit hit)
    {
        var score = hit.Score < CloseFloor ? hit.Score : Math.Max(hit.Score - WrongVolume, CloseFloor);
        return hit with { Score = score, Kind = KindOf(score) };
    }

    public static MatchKind KindOf(double score) =>
        score switch
        {
            >= 1 => MatchKind.Exact,
            >= CloseFloor => MatchKind.Close,
            _ => MatchKind.NearMiss,
        };

    private static double OfTitle(QueryReading query, RecordKeys keys)
    {
        var best = 0.0;
        foreach (var title in keys.Titles)
        {
            foreach (var reading in query.Readings)
                best = Math.Max(best, Compare(reading, title));
            best = Math.Max(best, OfRest(query, keys, title));
        }
        return best;
    }

    private static bool IsAskedVolume(QueryReading query, RecordKeys keys) =>
        query.Volume is null
        || query.Volume == (keys.Volume ?? 1)
        || keys.Titles.Any(title => title.Squashed == query.Readings[0].Squashed);

    /// <summary>A title and its author in one breath: what is left beside the name is compared.</summary>
    private static double OfRest(QueryReading query, RecordKeys keys, Spelling title)
    {
        var best = 0.0;
        foreach (var author in keys.Authors)
        {
            foreach (var reading in query.Readings)
            {
                var at = reading.Squashed.IndexOf(author.Squashed, StringComparison.Ordinal);
                if (at < 0 || author.Squashed.Length < 2 || reading.Squashed.Length < author.Squashed.Length + 1)
                    continue;
                var rest = reading.Squashed.Remove(at, author.Squashed.Length).TrimStart('의', '이', '가');
                if (rest.Length > 0)
                    best = Math.Max(best, Compare(Spelling.Of(rest), title));
            }
        }
        return best;
    }

    private static double Compare(Spelling reading, Spelling title)
    {
        var (text, whole) = (reading.Squashed, title.Squashed);
        if (text == whole)
            return 1;
        var isHalf = text.Length >= 3 ? whole.Contains(text, StringComparison.Ordinal) : IsStart(text, whole);
        if (isHalf)
            return 0.7 + 0.25 * text.Length / whole.Length;
        // Digits tell volumes apart: 토지 4 is not a misspelt 토지 5.
        if (char.IsAsciiDigit(text[^1]) || char.IsAsciiDigit(whole[^1]))
            return 0;
        var similar = JamoSimilarity.Between(reading.Letters, title.Letters, least: 0.5);
        if (similar >= Alike)
            return similar * 0.95;
        var isMisspeltHalf = text.Length >= 4 && whole.Length > text.Length;
        if (isMisspeltHalf && JamoSimilarity.Within(reading.Letters, title.Letters) >= 0.85)
            return CloseFloor + 0.02;
        return similar * Alike;
    }

    private static bool IsStart(string text, string whole) =>
        text.Length == 2 && whole.StartsWith(text, StringComparison.Ordinal);

    private static double OfInitials(QueryReading query, RecordKeys keys)
    {
        var best = 0.0;
        foreach (var initials in keys.Initials)
        {
            foreach (var reading in query.Readings)
            {
                if (initials == reading.Squashed)
                    best = Math.Max(best, 0.95);
                else if (initials.StartsWith(reading.Squashed, StringComparison.Ordinal))
                    best = Math.Max(best, 0.6 + 0.3 * reading.Squashed.Length / initials.Length);
            }
        }
        return best;
    }

    private static double OfAuthor(QueryReading query, RecordKeys keys)
    {
        var best = 0.0;
        for (var i = 0; i < keys.Authors.Length; i++)
        {
            // Translators and illustrators come after authors.
            var rank = i == 0 ? 1 : 0.97;
            foreach (var reading in query.Readings)
            {
                var similar = AuthorSimilarity(reading, keys.Authors[i]);
                best = Math.Max(best, similar * rank);
            }
        }
        return best;
    }

    /// <summary>Two names of two people often differ in one letter, so little is forgiven in a short one.</summary>
    public static double AuthorSimilarity(Spelling reading, Spelling author)
    {
        if (reading.Squashed == author.Squashed)
            return 1;
        var isPart =
            reading.Squashed.Length >= 2 && author.Squashed.EndsWith(reading.Squashed, StringComparison.Ordinal);
        if (isPart && author.Squashed.Length >= 4)
            return 0.85;
        var similar = JamoSimilarity.Between(reading.Letters, author.Letters, least: 0.85);
        return author.Squashed.Length >= 4 ? similar * 0.95 : 0;
    }
}
