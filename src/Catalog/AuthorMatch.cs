using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>A query against the names of a record.</summary>
internal static class AuthorMatch
{
    public const double SameName = 0.8;

    public static double Of(QueryReading query, RecordKeys keys)
    {
        var best = 0.0;
        for (var i = 0; i < keys.Authors.Length; i++)
        {
            // Translators and illustrators come after authors.
            var rank = i == 0 ? 1 : 0.97;
            foreach (var reading in query.Readings)
                best = Math.Max(best, Similarity(reading, keys.Authors[i]) * rank);
        }
        return best;
    }

    /// <summary>The names of two people often differ in one letter, so nothing is forgiven in a short one.</summary>
    public static double Similarity(Spelling reading, Spelling author)
    {
        if (reading.Squashed == author.Squashed)
            return 1;
        if (author.Squashed.Length < 4)
            return 0;
        var isSurname =
            reading.Squashed.Length >= 2 && author.Squashed.EndsWith(reading.Squashed, StringComparison.Ordinal);
        return isSurname ? 0.85 : JamoSimilarity.Between(reading.Letters, author.Letters, least: 0.85) * 0.95;
    }
}
