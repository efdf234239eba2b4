using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>자료에는 있는데 책꽂이에 없을 때: what the record says at this moment, and a person who looks for it.</summary>
[Says("label", "which-book", "should-be-there", "not-there", "known-missing", "not-held-here")]
public sealed class NotOnShelf(LibraryCatalog catalog, BookShelf shelf, BranchDirectory branches) : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (shelf.Meant(turn) is not { } book)
            return Reply.Ask("which-book", "book");
        var branch = BranchTalk.Named(turn) is { } named ? branches.Find(named.Value) : null;
        var copies = catalog
            .HoldingsOf(book.Id)
            .Where(copy => branch is null || copy.Branch == branch.Code)
            .Select(copy => copy.Status)
            .ToList();
        var name =
            copies is [] ? "not-held-here"
            : copies.Contains(HoldingStatus.Available) ? "should-be-there"
            : copies.Contains(HoldingStatus.Missing) ? "known-missing"
            : "not-there";
        var values = new
        {
            book = BookShelf.Named(book),
            title = book.DisplayTitle,
            branch?.Name,
        };
        return Reply.Say(name, values).With(shelf.Card(book, turn.Now)).Remember(BookShelf.RecordSlot, book.Id);
    }
}
