namespace Bupyeong.Chatbot.Catalog;

/// <summary>How well one record answers one query: the best of its title, its authors and the words together.</summary>
internal static class RecordMatch
{
    /// <summary>Below it a record is no answer.</summary>
    public const double CloseFloor = 0.65;

    private const double WrongVolume = 0.12;

    public static CatalogHit Of(QueryReading query, RecordKeys keys)
    {
        var best = Hit(keys, MatchedBy.Title, TitleMatch.Of(query, keys));
        if (!query.IsQuoted && AuthorMatch.Of(query, keys) is var author && author > best.Score)
            best = Hit(keys, MatchedBy.Author, author);
        if (WordMatch.Of(query, keys) is var words && words.Score > best.Score)
            best = words;
        return IsAskedVolume(query, keys) ? best : AsOtherVolume(best);
    }

    public static CatalogHit Hit(RecordKeys keys, MatchedBy by, double score) =>
        new(
            keys.Record,
            score >= 1 ? MatchKind.Exact
                : score >= CloseFloor ? MatchKind.Close
                : MatchKind.NearMiss,
            by,
            score
        );

    private static CatalogHit AsOtherVolume(CatalogHit hit) =>
        hit.Score < CloseFloor
            ? hit
            : hit with
            {
                Score = Math.Max(hit.Score - WrongVolume, CloseFloor),
                Kind = MatchKind.Close,
            };

    // A number at the end may be the title's own: "정유정 28" asks for no twenty-eighth volume.
    private static bool IsAskedVolume(QueryReading query, RecordKeys keys) =>
        query.Volume is null
        || query.Volume == (keys.Volume ?? 1)
        || keys.Titles.Any(title => query.Readings[0].Squashed.EndsWith(title.Squashed, StringComparison.Ordinal));
}
