using System.Globalization;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>책 정보: what the record says of a book, and plainly what it does not say.</summary>
[Says(
    "label",
    "which-book",
    "details",
    "field",
    "not-in-record",
    "story",
    "ages",
    "publisher",
    "year",
    "isbn",
    "pages",
    "people",
    "subjects",
    "class",
    "readers",
    "reader-infant",
    "reader-child",
    "reader-teen",
    "reader-adult",
    "source"
)]
public sealed class BookDetails(
    Classification classes,
    BookShelf shelf,
    BookReader readers,
    ReplyWriter words,
    Cues cues
) : IDialog
{
    private static readonly string[] Fields = ["publisher", "year", "isbn", "pages", "people"];

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (shelf.Meant(turn) is not { } book)
            return Reply.Ask("which-book", "title");
        return Answer(turn, book).With(Card(book)).Remember(BookShelf.RecordSlot, book.Id);
    }

    private Reply Answer(Turn turn, CatalogRecord book)
    {
        var asked = Array.Find(Fields, field => cues.Has(turn.Text, "books", field));
        var value = asked is null ? null : Value(book, asked);
        var name =
            cues.Has(turn.Text, "books", "story") ? "story"
            : cues.Has(turn.Text, "books", "ages") ? "ages"
            : asked is null ? "details"
            : value is null ? "not-in-record"
            : "field";
        return Reply.Say(
            name,
            new
            {
                book = BookShelf.Named(book),
                title = book.DisplayTitle,
                subjects = Subjects(book),
                reader = readers.Called(book.Audience),
                field = asked is null ? null : Print(asked),
                value,
            }
        );
    }

    /// <summary>Null where the record knows nothing: pages stand in none.</summary>
    private static string? Value(CatalogRecord book, string field) =>
        field switch
        {
            "publisher" => Known(book.Publisher),
            "year" => book.Year?.ToString(CultureInfo.InvariantCulture),
            "isbn" => book.Isbn,
            "people" => Known(book.Authors),
            _ => null,
        };

    private Card Card(CatalogRecord book)
    {
        var rows = new (string Field, string? Text)[]
        {
            ("people", Known(book.Authors)),
            ("publisher", Known(book.Publisher)),
            ("year", Value(book, "year")),
            ("isbn", book.Isbn),
            ("subjects", Known(Subjects(book))),
            ("class", classes.Path(book.Kdc) is [.., var narrow] ? $"{book.Kdc} · {narrow.Name}" : Known(book.Kdc)),
            ("readers", readers.Called(book.Audience)),
        };
        return new("book", book.DisplayTitle)
        {
            Subtitle = book.Subtitle,
            Rows = [.. rows.Where(row => row.Text is not null).Select(row => new CardRow(Print(row.Field), row.Text!))],
            Footnote = Print("source", new { book.Source }),
        };
    }

    private static string Subjects(CatalogRecord book) => string.Join(", ", book.Subjects);

    private static string? Known(string text) => text.Length == 0 ? null : text;

    private string Print(string name, object? values = null) => words.Print($"book-details/{name}", values);
}
