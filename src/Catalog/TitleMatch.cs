using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>A query against the titles of a record: the same, half of one, or one misspelt.</summary>
internal static class TitleMatch
{
    private const double Alike = 0.8;
    private const double HalfAlike = 0.85;

    public static double Of(QueryReading query, RecordKeys keys)
    {
        if (query.IsInitials)
            return OfInitials(query, keys);
        var best = 0.0;
        foreach (var title in keys.Titles)
        {
            foreach (var reading in query.Readings)
            {
                best = Math.Max(best, Compare(reading, title));
                foreach (var author in keys.Authors)
                    best = Math.Max(best, CompareWithout(author, reading, title));
            }
        }
        return best >= RecordMatch.CloseFloor ? best : Math.Max(best, OfMisspeltHalf(query.Readings[^1], keys));
    }

    private static double Compare(Spelling reading, Spelling title)
    {
        var (text, whole) = (reading.Squashed, title.Squashed);
        if (text == whole)
            return 1;
        var isHalf =
            text.Length >= 3
                ? whole.Contains(text, StringComparison.Ordinal)
                : text.Length == 2 && whole.StartsWith(text, StringComparison.Ordinal);
        if (isHalf)
            return 0.7 + 0.25 * text.Length / whole.Length;
        var similar = JamoSimilarity.Between(reading.Letters, title.Letters, least: 0.5);
        // Numbers tell books apart: 토지 4 is not a misspelt 토지 5.
        return similar >= Alike && reading.Digits == title.Digits ? similar * 0.95 : similar * 0.75;
    }

    /// <summary>A title and its author in one breath: what is left beside the name is compared.</summary>
    private static double CompareWithout(Spelling author, Spelling reading, Spelling title)
    {
        var at = reading.Squashed.IndexOf(author.Squashed, StringComparison.Ordinal);
        if (at < 0 || author.Squashed.Length < 2)
            return 0;
        var rest = reading.Squashed.Remove(at, author.Squashed.Length).TrimStart('의', '이', '가');
        return rest.Length == 0 ? 0 : Compare(Spelling.Of(rest), title);
    }

    private static double OfMisspeltHalf(Spelling reading, RecordKeys keys) =>
        reading.Squashed.Length >= 4
        && keys.Titles.Any(title =>
            title.Squashed.Length > reading.Squashed.Length
            && JamoSimilarity.Within(reading.Letters, title.Letters) >= HalfAlike
        )
            ? RecordMatch.CloseFloor + 0.02
            : 0;

    private static double OfInitials(QueryReading query, RecordKeys keys)
    {
        var typed = query.Readings[^1].Squashed;
        if (keys.Initials.Contains(typed))
            return 0.95;
        var start = keys.Initials.Where(initials => initials.StartsWith(typed, StringComparison.Ordinal));
        return start.Select(initials => 0.6 + 0.3 * typed.Length / initials.Length).DefaultIfEmpty(0).Max();
    }
}
