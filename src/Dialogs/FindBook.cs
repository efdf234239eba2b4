using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>책 찾기: by title, author, ISBN or words; more of the same, and one of those shown.</summary>
[Says(
    "label",
    "which-book",
    "found-one",
    "found-one-all-out",
    "found-several",
    "found-close",
    "by-author",
    "by-words",
    "more",
    "no-more",
    "popular",
    "no-new-list",
    "not-found",
    "not-found-near",
    "volume-not-found",
    "no-such-choice",
    "list-card",
    "row-button",
    "row-say"
)]
public sealed class FindBook(LibraryCatalog catalog, BookShelf shelf, ReplyWriter words, Evidence evidence) : IDialog
{
    public const string RecordSlot = BookShelf.RecordSlot;
    private const string RestSlot = "rest";
    private const int MostAtOnce = 5;
    private const int MostFound = 30;

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (
            turn.Find("more") is not null
            && turn.State.Slot(BookShelf.ResultsSlot) is not null
            && turn.Find("title") is null
        )
            return More(turn);
        if (turn.Find("ordinal") is not null && turn.State.Slot(BookShelf.ResultsSlot) is not null)
            return shelf.PointedAt(turn) is { } chosen ? One(turn, chosen) : Reply.Say("no-such-choice");
        if (BranchTalk.Mentions(turn.Text, "신간", "새로 들어온", "새로 나온", "신착"))
            return Reply.Say("no-new-list");
        if (
            BranchTalk.Mentions(
                turn.Text,
                "인기",
                "많이 빌려 간",
                "많이 빌려간",
                "많이 빌린",
                "많이빌린",
                "많이빌려간",
                "베스트"
            )
        )
            return Several("popular", catalog.Popular(turn.Find("audience")?.Value, MostFound));
        if (QueryOf(turn) is not { } query)
            return Reply.Ask("which-book", "title");
        var found = catalog.Search(query);
        return found.Hits is not [{ By: MatchedBy.Title }, ..] && ByDescription(turn, query) is var (told, word)
            ? Answer(turn, told, word)
            : Answer(turn, found, query);
    }

    /// <summary>"아이가 볼 만한 공룡책" is no title but a wish for a subject: the word that names one is searched alone.</summary>
    private (SearchResult Found, CatalogQuery Word)? ByDescription(Turn turn, CatalogQuery query)
    {
        if (!BranchTalk.Mentions(turn.Text, "만한", "추천", "읽을", "재밌는", "재미있는", "관련", "대한"))
            return null;
        foreach (var word in turn.Recognition.Text.Split(' ').Where(word => word.Length > 1).Reverse())
        {
            var alone = query with { Text = word.TrimEnd('책') };
            var found = catalog.Search(alone);
            if (found.Hits.Any(hit => hit.By is MatchedBy.Subject))
                return (found, alone);
        }
        return null;
    }

    private CatalogQuery? QueryOf(Turn turn)
    {
        var (title, author) = (turn.Find("title")?.Text, turn.Find("author")?.Text);
        var isbn = turn.Find("isbn")?.Value;
        if (isbn is not null)
            return new CatalogQuery(isbn, Isbn: isbn, Max: MostFound);
        var said = title ?? author ?? (Holds(turn) ? turn.Recognition.Text : null);
        return said is null ? null : new CatalogQuery(said, author, null, turn.Find("audience")?.Value, MostFound);
    }

    /// <summary>No title stands out, but the whole message is one, or answers the question for one.</summary>
    private bool Holds(Turn turn) =>
        !turn.IsLabel
        && (turn.Awaits("find-book", "title") || turn.Awaits("book-availability", "title") || evidence.Holds(turn));

    private Reply Answer(Turn turn, SearchResult result, CatalogQuery query)
    {
        if (!result.Found)
            return result.NearMisses is []
                ? Reply.Say("not-found", new { title = query.Text })
                : Several("not-found-near", [.. result.NearMisses.Take(2).Select(hit => hit.Record)], query.Text);
        if (IsOfVolume(result.Hits[0].Record, result.Volume))
            return OnlyOne(turn, result.Hits[0].Record);
        if (!result.HasVolume)
            return Several("volume-not-found", Records(result), result.Hits[0].Record.Title, result.Volume);
        var exact = result
            .Hits.Where(hit => hit is { Kind: MatchKind.Exact, By: MatchedBy.Title or MatchedBy.Isbn })
            .ToList();
        if (exact.Count == 1 || result.Hits.Count == 1)
            return OnlyOne(turn, (exact.FirstOrDefault() ?? result.Hits[0]).Record);
        return Several(NameOf(result, exact.Count), Records(result), query.Text);
    }

    /// <summary>The volume that was asked for, be it a volume or a number in the title ("불편한 편의점 2").</summary>
    private static bool IsOfVolume(CatalogRecord record, int? volume) =>
        volume is { } number
        && (record.Volume == number || record.Title.EndsWith($" {number}", StringComparison.Ordinal));

    private static string NameOf(SearchResult result, int exact) =>
        result.Hits[0].By switch
        {
            MatchedBy.Author => "by-author",
            MatchedBy.Subject => "by-words",
            _ => exact > 0 ? "found-several" : "found-close",
        };

    private static List<CatalogRecord> Records(SearchResult result) => [.. result.Hits.Select(hit => hit.Record)];

    /// <summary>A new search found one: the list of an earlier one is over.</summary>
    private Reply OnlyOne(Turn turn, CatalogRecord record) =>
        One(turn, record).Remember(BookShelf.ResultsSlot, null).Remember(RestSlot, null);

    private Reply One(Turn turn, CatalogRecord record)
    {
        var available = shelf.AvailableAt(record).Select(branch => branch.Name).ToList();
        var values = new
        {
            book = BookShelf.Named(record),
            title = record.DisplayTitle,
            branches = string.Join(", ", available),
            due = shelf.NextDue(record, null, turn.Today),
        };
        return Reply
            .Say(available is [] ? "found-one-all-out" : "found-one", values)
            .With(shelf.Card(record, turn.Now))
            .Remember(RecordSlot, record.Id);
    }

    private Reply Several(string name, IReadOnlyList<CatalogRecord> found, string title = "", int? volume = null) =>
        Reply
            .Say(
                name,
                new
                {
                    title,
                    volume,
                    two = found.Count > 1,
                    more = found.Count > MostAtOnce,
                }
            )
            .With(List(found.Take(MostAtOnce), first: 1))
            .Remember(BookShelf.ResultsSlot, string.Join(' ', found.Take(MostAtOnce).Select(record => record.Id)))
            .Remember(RestSlot, string.Join(' ', found.Skip(MostAtOnce).Select(record => record.Id)))
            .Remember(RecordSlot, found is [var only] ? only.Id : null);

    /// <summary>The next ones, counted on, so that "일곱번째" is what the screen calls the seventh.</summary>
    private Reply More(Turn turn)
    {
        var shown = turn.State.Slot(BookShelf.ResultsSlot)!.Split(' ');
        var rest = turn.State.Slot(RestSlot)?.Split(' ') ?? [];
        var next = rest.Take(MostAtOnce).Select(catalog.Find).OfType<CatalogRecord>().ToList();
        if (next is [])
            return Reply.Say("no-more");
        return Reply
            .Say("more", new { more = rest.Length > MostAtOnce })
            .With(List(next, shown.Length + 1))
            .Remember(BookShelf.ResultsSlot, string.Join(' ', shown.Concat(next.Select(record => record.Id))))
            .Remember(RestSlot, string.Join(' ', rest.Skip(MostAtOnce)));
    }

    private Card List(IEnumerable<CatalogRecord> records, int first) =>
        new("book", Print("list-card", new { catalog.IsSample }))
        {
            Rows =
            [
                .. records.Select(
                    (record, at) =>
                        new CardRow($"{first + at}. {record.DisplayTitle}", record.MainAuthor)
                        {
                            Say = Print("row-say", new { at = first + at }),
                            SayLabel = Print("row-button"),
                        }
                ),
            ],
        };

    private string Print(string name, object? values = null) =>
        words.Print($"find-book/{name}", ConversationState.Language, values);
}
