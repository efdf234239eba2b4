using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A list of books under a reply: the first few on a card, the rest kept for "더 보여 주세요".</summary>
public sealed class BookList(LibraryCatalog catalog, ReplyWriter words)
{
    public const int MostAtOnce = 5;
    private const string RestSlot = "rest";

    /// <summary>The reply with its list; one book alone is also the book that is spoken of.</summary>
    public Reply Under(Reply reply, IReadOnlyList<CatalogRecord> found) =>
        reply
            .With(Card(found.Take(MostAtOnce), first: 1))
            .Remember(BookShelf.ResultsSlot, Ids(found.Take(MostAtOnce)))
            .Remember(RestSlot, Ids(found.Skip(MostAtOnce)))
            .Remember(BookShelf.RecordSlot, found is [var only] ? only.Id : null);

    /// <summary>The list of an earlier search is over.</summary>
    public static Reply Without(Reply reply) => reply.Remember(BookShelf.ResultsSlot, null).Remember(RestSlot, null);

    /// <summary>The book that is spoken of, else all that was found last, shown or not yet.</summary>
    public IReadOnlyList<CatalogRecord> Shown(Turn turn)
    {
        string?[] ids = turn.State.Slot(BookShelf.RecordSlot) is { } one
            ? [one]
            : [turn.State.Slot(BookShelf.ResultsSlot), turn.State.Slot(RestSlot)];
        return
        [
            .. ids.OfType<string>()
                .SelectMany(found => found.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(catalog.Find)
                .OfType<CatalogRecord>(),
        ];
    }

    /// <summary>The next ones, counted on, so that "일곱번째" is what the screen calls the seventh.</summary>
    public Reply More(Turn turn)
    {
        var shown = turn.State.Slot(BookShelf.ResultsSlot)!.Split(' ');
        var rest = turn.State.Slot(RestSlot)?.Split(' ') ?? [];
        var next = rest.Take(MostAtOnce).Select(catalog.Find).OfType<CatalogRecord>().ToList();
        if (next is [])
            return Reply.Say("no-more");
        return Reply
            .Say("more", new { more = rest.Length > MostAtOnce })
            .With(Card(next, shown.Length + 1))
            .Remember(BookShelf.ResultsSlot, string.Join(' ', shown.Concat(next.Select(record => record.Id))))
            .Remember(RestSlot, string.Join(' ', rest.Skip(MostAtOnce)));
    }

    private static string Ids(IEnumerable<CatalogRecord> records) =>
        string.Join(' ', records.Select(record => record.Id));

    private Card Card(IEnumerable<CatalogRecord> records, int first) =>
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

    private string Print(string name, object? values = null) => words.Print($"find-book/{name}", values);
}
