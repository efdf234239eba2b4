using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Which record a turn means, and its card: the copies grouped by branch, with the time at which that was so.</summary>
public sealed class BookShelf(LibraryCatalog catalog, BranchDirectory branches, ReplyWriter words)
{
    public const string RecordSlot = "record";
    public const string ResultsSlot = "results";
    private const int MostTitleWords = 8;

    /// <summary>The record that "두번째 거", "그거" or nothing at all points back to.</summary>
    public CatalogRecord? PointedAt(Turn turn)
    {
        var shown = turn.State.Slot(ResultsSlot)?.Split(' ') ?? [];
        if (turn.Find("ordinal") is { } ordinal && shown.Length > 0)
        {
            var at = int.Parse(ordinal.Value, System.Globalization.CultureInfo.InvariantCulture);
            var index = at == -1 ? shown.Length - 1 : at - 1;
            return index >= 0 && index < shown.Length ? catalog.Find(shown[index]) : null;
        }
        return turn.State.Slot(RecordSlot) is { } id ? catalog.Find(id) : null;
    }

    /// <summary>The book that a turn names, also with the question right behind its title, or points back to.</summary>
    public CatalogRecord? Meant(Turn turn) => Named(turn) ?? PointedAt(turn) ?? FirstShown(turn);

    private CatalogRecord? Named(Turn turn)
    {
        var words = turn.Recognition.Text.Split(' ');
        for (var count = Math.Min(words.Length, MostTitleWords); count > 0; count--)
        {
            var hits = catalog.Search(new CatalogQuery(string.Join(' ', words[..count]))).Hits;
            if (hits is [{ By: MatchedBy.Title, Kind: MatchKind.Exact } exact, ..])
                return exact.Record;
        }
        return
            turn.Find("title") is { } title
            && catalog.Search(new CatalogQuery(title.Text)).Hits is [{ By: MatchedBy.Title } close, ..]
            ? close.Record
            : null;
    }

    /// <summary>"이 작가" after a list that is all by one writer.</summary>
    private CatalogRecord? FirstShown(Turn turn) =>
        turn.Find("ordinal") is null && turn.State.Slot(ResultsSlot) is { } shown
            ? catalog.Find(shown.Split(' ')[0])
            : null;

    /// <summary>"「토지 1」(박경리)", as a sentence names it.</summary>
    public static string Named(CatalogRecord record) =>
        record.MainAuthor.Length > 0 ? $"「{record.DisplayTitle}」({record.MainAuthor})" : $"「{record.DisplayTitle}」";

    /// <summary>One book that was looked for: where it can be had now, in the words of 책 찾기.</summary>
    public Reply Found(CatalogRecord record, Turn turn)
    {
        var available = AvailableAt(record).Select(branch => branch.Name).ToList();
        var values = new
        {
            book = Named(record),
            title = record.DisplayTitle,
            branches = string.Join(", ", available),
            due = NextDue(record, null, turn.Today),
        };
        return Reply
            .Say(available is [] ? "found-one-all-out" : "found-one", values)
            .With(Card(record, turn.Now))
            .Remember(RecordSlot, record.Id);
    }

    public Card Card(CatalogRecord record, DateTimeOffset now)
    {
        var holdings = catalog.HoldingsOf(record.Id);
        var published = string.Join(
            " · ",
            new[] { record.Publisher, record.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) }.Where(
                known => !string.IsNullOrEmpty(known)
            )
        );
        return new Card("book", record.DisplayTitle)
        {
            Subtitle = string.Join("\n", new[] { record.Authors, published }.Where(known => known.Length > 0)),
            Rows = [.. Rows(holdings)],
            Footnote = Print(
                "as-of",
                new { at = SpokenTime.Time(new TimeSpan(now.Hour, now.Minute, 0)), catalog.IsSample }
            ),
        };
    }

    /// <summary>The branches that have a copy to take along now.</summary>
    public IReadOnlyList<Branch> AvailableAt(CatalogRecord record) =>
        [.. BranchesOf(catalog.HoldingsOf(record.Id).Where(holding => holding.Status is HoldingStatus.Available))];

    public IReadOnlyList<Branch> HeldAt(CatalogRecord record) => [.. BranchesOf(catalog.HoldingsOf(record.Id))];

    /// <summary>The branches that have a copy which can come back, so that it can be waited for.</summary>
    public IReadOnlyList<Branch> LentAt(CatalogRecord record) =>
        [.. BranchesOf(catalog.HoldingsOf(record.Id).Where(holding => holding.Status is not HoldingStatus.Missing))];

    /// <summary>The branch at which the first copy is due.</summary>
    public Branch? SoonestAt(CatalogRecord record, DateOnly today) =>
        BranchesOf(catalog.HoldingsOf(record.Id).Where(holding => holding.Due >= today).OrderBy(holding => holding.Due))
            .FirstOrDefault();

    /// <summary>When the first copy on loan is due, here or anywhere.</summary>
    public DateOnly? NextDue(CatalogRecord record, string? branch, DateOnly today) =>
        catalog
            .HoldingsOf(record.Id)
            .Where(holding => (branch is null || holding.Branch == branch) && holding.Due >= today)
            .Min(holding => holding.Due);

    private IEnumerable<Branch> BranchesOf(IEnumerable<Holding> holdings) =>
        holdings.Select(holding => holding.Branch).Distinct().Select(branches.Find).OfType<Branch>();

    /// <summary>One row a branch: the best that any of its copies is.</summary>
    private IEnumerable<CardRow> Rows(IReadOnlyList<Holding> holdings) =>
        holdings
            .GroupBy(holding => holding.Branch)
            .Select(group => group.OrderBy(holding => holding.Status).ThenBy(holding => holding.Due).ToList())
            .OrderBy(group => group[0].Status)
            .Select(group => new CardRow(
                branches.Find(group[0].Branch)?.Name ?? group[0].Branch,
                $"{Status(group)}\n{group[0].Room} · {group[0].CallNumber}",
                group[0].Status switch
                {
                    HoldingStatus.Available => "good",
                    HoldingStatus.Missing => "bad",
                    _ => "waiting",
                }
            ));

    private string Status(List<Holding> copies) =>
        copies[0].Status switch
        {
            HoldingStatus.Available => Print(
                "available",
                new { count = copies.Count(copy => copy.Status is HoldingStatus.Available) }
            ),
            HoldingStatus.OnLoan => Print("on-loan", new { due = copies[0].Due }),
            var other => Print(DialogSet.Kebab(other.ToString())),
        };

    private string Print(string name, object? values = null) => words.Print($"book-availability/{name}", values);
}
