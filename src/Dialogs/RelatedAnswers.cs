using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>What belongs to a book: other volumes, the author's others, and what is like it, with the reason.</summary>
public sealed class RelatedAnswers(LibraryCatalog catalog, BookShelf shelf, BookList list, Cues cues)
{
    private const string KindSlot = "related";
    private const int MostFound = 15;
    private static readonly string[] Kinds = ["next-volume", "previous-volume", "volumes", "same-author", "like"];

    /// <summary>The answer, or the question which book is meant.</summary>
    public Reply Respond(Turn turn)
    {
        var kind = KindOf(turn) ?? turn.State.Slot(KindSlot) ?? "like";
        if (shelf.Meant(turn) is not { } book)
            return Reply.Ask("which-book", "title").Remember(KindSlot, kind) with { From = "related-books" };
        var reply = kind switch
        {
            "next-volume" => Beside(turn, book, 1),
            "previous-volume" => Beside(turn, book, -1),
            "volumes" => Volumes(book),
            "same-author" => OthersBy(book),
            _ => Like(book),
        };
        return reply.Remember(KindSlot, kind) with { From = reply.From ?? "related-books" };
    }

    /// <summary>Whether the words ask for what belongs to a book.</summary>
    public bool IsAsked(Turn turn) => KindOf(turn) is not null;

    /// <summary>The same, of a book that is named or was spoken of.</summary>
    public bool IsAskedOfOne(Turn turn) => IsAsked(turn) && shelf.Meant(turn) is not null;

    private string? KindOf(Turn turn) => Array.Find(Kinds, kind => cues.Has(turn.Text, "books", kind));

    private Reply Beside(Turn turn, CatalogRecord book, int step)
    {
        var volumes = catalog.VolumesOf(book);
        var at = volumes.ToList().FindIndex(volume => volume.Id == book.Id) + step;
        return at >= 0 && at < volumes.Count
            ? BookList.Without(shelf.Found(volumes[at], turn)) with
            {
                From = "find-book",
            }
            : Reply
                .Say(step > 0 ? "no-next-volume" : "no-previous-volume", Values(book, volumes))
                .Remember(BookShelf.RecordSlot, book.Id);
    }

    private Reply Volumes(CatalogRecord book)
    {
        var volumes = catalog.VolumesOf(book);
        return volumes.Count < 2
            ? Reply.Say("only-volume", Values(book, volumes)).Remember(BookShelf.RecordSlot, book.Id)
            : Show("volumes", book, volumes);
    }

    private Reply OthersBy(CatalogRecord book)
    {
        var others = catalog.OthersBy(book, MostFound);
        return Show(others is [] ? "no-others" : "by-author", book, others);
    }

    private Reply Like(CatalogRecord book)
    {
        var alike = catalog.Like(book, MostFound);
        return Show(
            alike is [] ? "nothing-like" : "like",
            book,
            [.. alike.Select(like => like.Record)],
            string.Join(", ", alike.SelectMany(like => like.Shared).Distinct().Take(3))
        );
    }

    private Reply Show(string name, CatalogRecord book, IReadOnlyList<CatalogRecord> found, string shared = "")
    {
        var reply = Reply.Say(name, Values(book, found, shared));
        return found is [] ? reply.Remember(BookShelf.RecordSlot, book.Id) : list.Under(reply, found);
    }

    private static object Values(CatalogRecord book, IReadOnlyList<CatalogRecord> found, string shared = "") =>
        new
        {
            book = BookShelf.Named(book),
            book.Title,
            title = book.DisplayTitle,
            author = book.MainAuthor,
            found.Count,
            shared,
            two = found.Count > 1,
            more = found.Count > BookList.MostAtOnce,
        };
}
