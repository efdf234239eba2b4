namespace Bupyeong.Chatbot.Catalog;

/// <summary>What a resident looks for: words as they were typed, and what the conversation knows besides.</summary>
public sealed record CatalogQuery(
    string Text,
    string? Author = null,
    string? Isbn = null,
    string? Audience = null,
    int Max = 10
);

/// <summary>
/// What was found, best first. Near misses are no answer: they are for "그 제목으로는 찾지 못했어요. 비슷한 제목은…".
/// </summary>
public sealed record SearchResult(IReadOnlyList<CatalogHit> Hits, IReadOnlyList<CatalogHit> NearMisses, int? Volume)
{
    public static SearchResult Nothing { get; } = new([], [], null);

    public bool Found => Hits.Count > 0;

    /// <summary>The volume that was asked for is among the hits, or none was asked for.</summary>
    public bool HasVolume => Volume is null || Hits.Any(hit => hit.Kind is MatchKind.Exact);
}

/// <summary>A record that was found, how surely, and by what.</summary>
public sealed record CatalogHit(CatalogRecord Record, MatchKind Kind, MatchedBy By, double Score);

/// <summary>How surely a record is what was asked for.</summary>
public enum MatchKind
{
    NearMiss,
    Close,
    Exact,
}

/// <summary>What of the record met the query.</summary>
public enum MatchedBy
{
    Title,
    Author,
    Isbn,
    Subject,
}
