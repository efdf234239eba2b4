using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>청구기호와 서가: what a call number means part by part, and on which shelf the book stands.</summary>
[Says(
    "label",
    "explained",
    "explained-here",
    "class",
    "class-here",
    "unknown-class",
    "which",
    "row-class",
    "row-author",
    "row-title",
    "row-volume",
    "row-copy",
    "row-mark",
    "mark",
    "author",
    "title",
    "volume",
    "copy",
    "shelf",
    "source"
)]
public sealed class WhereOnShelf(
    LibraryCatalog catalog,
    Classification classes,
    BookShelf shelf,
    BranchDirectory branches,
    ReplyWriter words
) : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        var branch = BranchTalk.Named(turn) is { } named ? branches.Find(named.Value) : null;
        if (CallNumber.In(turn.Text) is { } typed)
            return Explained(typed, Written(typed), branch, room: null);
        if (Book(turn) is { } book && Copy(book, branch) is { } copy && CallNumber.In(copy.CallNumber) is { } number)
            return Explained(number, copy.CallNumber, branches.Find(copy.Branch), copy.Room)
                .Remember(BookShelf.RecordSlot, book.Id);
        return classes.Named(turn.Text) is { } subject ? OfClass(subject, branch) : Reply.Ask("which", "book");
    }

    /// <summary>A named class is a question of its own, whatever book was spoken of.</summary>
    private CatalogRecord? Book(Turn turn) => classes.Named(turn.Text) is null ? shelf.Meant(turn) : null;

    private Holding? Copy(CatalogRecord book, Branch? branch) =>
        catalog
            .HoldingsOf(book.Id)
            .Where(copy => branch is null || copy.Branch == branch.Code)
            .OrderBy(copy => copy.Status)
            .FirstOrDefault();

    private Reply Explained(CallNumber number, string written, Branch? branch, string? room)
    {
        if (classes.Path(number.Class) is not [.., var narrow] path)
            return Reply.Say("unknown-class", new { number = written });
        var where = branch is null ? null : Shelf(branch, number.Class, room);
        var values = new
        {
            number = written,
            @class = narrow.Name,
            branch?.Name,
            where,
        };
        var card = new Card("place", written)
        {
            Rows =
            [
                .. Parts(number, string.Join(" › ", path.Select(step => step.Name))),
                .. Shelves(number, branch, room),
            ],
            Footnote = Print("source"),
        };
        return Reply.Say(where is null ? "explained" : "explained-here", values).With(card);
    }

    private Reply OfClass(BookClass named, Branch? branch)
    {
        var where = branch is null ? null : Shelf(branch, named.Number, null);
        var card = new Card("place", named.Name)
        {
            Rows = [.. branches.Libraries.Select(each => RowOf(each, named.Number, null)).OfType<CardRow>()],
            Footnote = Print("source"),
        };
        return Reply
            .Say(
                where is null ? "class" : "class-here",
                new
                {
                    @class = named.Name,
                    number = named.Number.PadRight(3, '0'),
                    branch?.Name,
                    where,
                }
            )
            .With(card);
    }

    private IEnumerable<CardRow> Parts(CallNumber number, string path)
    {
        if (number.Mark is { } mark && classes.MeaningOf(mark) is { } means)
            yield return new(Print("row-mark"), Print("mark", new { mark, means }));
        yield return new(Print("row-class"), $"{number.Class} · {path}");
        if (number.Author is { } author)
            yield return new(Print("row-author"), Print("author", new { author }));
        if (number.Title is { Length: > 0 } title)
            yield return new(Print("row-title"), Print("title", new { title }));
        if (number.Volume is { } volume)
            yield return new(Print("row-volume"), Print("volume", new { volume }));
        if (number.Copy is { } copy)
            yield return new(Print("row-copy"), Print("copy", new { copy }));
    }

    private IEnumerable<CardRow> Shelves(CallNumber number, Branch? branch, string? room) =>
        branches
            .Libraries.Where(each => branch is null || each == branch)
            .Select(each => RowOf(each, number.Class, room))
            .OfType<CardRow>();

    private CardRow? RowOf(Branch branch, string number, string? room) =>
        Shelf(branch, number, room) is { } where ? new(branch.Name, where) : null;

    /// <summary>The room and its shelf; the shelves of a children's room are not in the data, only their order is.</summary>
    private string? Shelf(Branch branch, string number, string? room) =>
        classes.ShelfAt(branch.Code, number) is not { } main ? room
        : room is null || room == main.Room ? Print("shelf", new { room = main.Room, row = main.Row })
        : room;

    /// <summary>The call number as it was typed.</summary>
    private static string Written(CallNumber number) =>
        number.Author is null ? number.Class : $"{number.Class} {number.Author}{number.Title}";

    private string Print(string name, object? values = null) => words.Print($"where-on-shelf/{name}", values);
}
