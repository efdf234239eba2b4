using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>지금 빌릴 수 있는지: one book at one branch or at all, with its state and since when that is known.</summary>
[Says(
    "label",
    "which-book",
    "here",
    "not-here-now",
    "not-held-here",
    "anywhere",
    "all-out",
    "neighbour",
    "available",
    "on-loan",
    "hold-shelf",
    "in-transit",
    "in-process",
    "missing",
    "as-of"
)]
public sealed class BookAvailability(
    LibraryCatalog catalog,
    BookShelf shelf,
    BranchDirectory branches,
    FindBook findBook
) : IDialog
{
    /// <summary>A title that several records bear, or none, is a search first.</summary>
    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        Named(turn) is { Found: false } or { Hits.Count: > 1 }
            ? await findBook.RespondAsync(turn, cancellation) with
            {
                From = "find-book",
            }
            : Respond(turn);

    /// <summary>What a title in this turn finds; null when the turn names none.</summary>
    private SearchResult? Named(Turn turn)
    {
        if (turn.Find("title") is not { } title || turn.Recognition.IsFollowUp)
            return null;
        var found = catalog.Search(new CatalogQuery(title.Text));
        var exact = found.Hits.Where(hit => hit.Kind is MatchKind.Exact).ToList();
        return exact.Count == 1 ? found with { Hits = exact } : found;
    }

    private Reply Respond(Turn turn)
    {
        var record = Named(turn)?.Hits[0].Record ?? shelf.PointedAt(turn);
        if (record is null)
            return Reply.Ask("which-book", "title");
        var branch = BranchTalk.Named(turn) is { } named ? branches.Find(named.Value) : null;
        var reply =
            branch is null ? Anywhere(turn, record)
            : branch.IsOurs ? Here(turn, record, branch)
            : Reply.Say("neighbour", branch);
        return reply.With(shelf.Card(record, turn.Now)).Remember(BookShelf.RecordSlot, record.Id);
    }

    private Reply Here(Turn turn, CatalogRecord record, Branch branch)
    {
        var values = new
        {
            book = BookShelf.Named(record),
            title = record.DisplayTitle,
            branch.Name,
            due = shelf.NextDue(record, branch.Code, turn.Today),
            others = string.Join(", ", shelf.AvailableAt(record).Select(other => other.Name)),
        };
        return Reply.Say(
            shelf.AvailableAt(record).Contains(branch) ? "here"
                : shelf.HeldAt(record).Contains(branch) ? "not-here-now"
                : "not-held-here",
            values
        );
    }

    private Reply Anywhere(Turn turn, CatalogRecord record)
    {
        var available = shelf.AvailableAt(record).Select(branch => branch.Name).ToList();
        var values = new
        {
            book = BookShelf.Named(record),
            title = record.DisplayTitle,
            branches = string.Join(", ", available),
            due = shelf.NextDue(record, null, turn.Today),
        };
        return Reply.Say(available is [] ? "all-out" : "anywhere", values);
    }
}
