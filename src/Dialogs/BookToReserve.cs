using Bupyeong.Chatbot.Catalog;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Which book somebody wants to reserve: the one named, the one chosen from a list, or the one spoken of.</summary>
public sealed class BookToReserve(LibraryCatalog catalog, BookShelf shelf)
{
    private const int MostShown = 5;
    private const int MostNear = 2;

    /// <summary>Null when the turn names no book and none was spoken of.</summary>
    public Wanted? Of(Turn turn)
    {
        if (Named(turn) is { } query)
            return Searched(query);
        if (turn.Find("ordinal") is not null)
            return shelf.PointedAt(turn) is { } chosen ? Only(chosen) : null;
        if (turn.State.AwaitingDialog == "reserve" && Settled(turn) is { } settled)
            return Only(settled);
        return shelf.PointedAt(turn) is { } spokenOf ? Only(spokenOf) : null;
    }

    /// <summary>The book that the questions before were about.</summary>
    public CatalogRecord? Settled(Turn turn) => turn.State.Slot(Reserve.RecordSlot) is { } id ? catalog.Find(id) : null;

    private static CatalogQuery? Named(Turn turn)
    {
        var (title, author) = (turn.Find("title")?.Text, turn.Find("author")?.Text);
        if (turn.Find("isbn")?.Value is { } isbn)
            return new CatalogQuery(isbn, Isbn: isbn, Max: MostShown);
        if ((title ?? author) is { } said)
            return new CatalogQuery(said, author, Max: MostShown);
        return turn.Awaits("reserve", "book") && !turn.IsLabel && turn.Find("ordinal") is null
            ? new CatalogQuery(turn.Recognition.Text, Max: MostShown)
            : null;
    }

    private Wanted Searched(CatalogQuery query)
    {
        var found = catalog.Search(query);
        if (!found.Found)
            return new(query.Text, null, [], [.. Records(found.NearMisses).Take(MostNear)]);
        var exact = found
            .Hits.Where(hit => hit is { Kind: MatchKind.Exact, By: MatchedBy.Title or MatchedBy.Isbn })
            .ToList();
        var first = found.Hits[0].Record;
        var isAskedVolume = found.Volume is { } volume && first.Volume == volume;
        return isAskedVolume || found.Hits.Count == 1 ? Only(first) with { Said = query.Text }
            : exact is [var only] ? Only(only.Record) with { Said = query.Text }
            : new(query.Text, null, Records(found.Hits), []) { IsSample = catalog.IsSample };
    }

    private static List<CatalogRecord> Records(IEnumerable<CatalogHit> hits) => [.. hits.Select(hit => hit.Record)];

    private static Wanted Only(CatalogRecord record) => new("", record, [record], []);

    /// <summary>One record, or those among which to choose, or only near ones when there is none.</summary>
    public sealed record Wanted(
        string Said,
        CatalogRecord? Record,
        IReadOnlyList<CatalogRecord> Found,
        IReadOnlyList<CatalogRecord> Near
    )
    {
        public bool IsSample { get; init; }
    }
}
