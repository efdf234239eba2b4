using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>상호대차: a book of another of our libraries, to be fetched where the resident likes.</summary>
[Says("label", "which", "not-held", "limit", "where", "already-there", "confirm", "kept", "filed", "buy-it")]
public sealed class RequestInterlibrary(FilingTalk filing, LibraryCatalog catalog, BookShelf shelf) : IDialog
{
    private const string Name = "request-interlibrary";
    private const int MostPlaces = 4;

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Patron is null)
            return Reply.SignIn();
        if (turn.Awaits(Name, "confirm") && turn.Answer is { } answer)
            return answer ? await FileAsync(turn) : FilingTalk.Forget(Reply.Say("kept"));
        var limit = filing.Rule("interlibrary.limit", turn.Today);
        if (filing.OfMember(turn, RequestKind.Interlibrary).Count(known => known.IsOpen) >= limit)
            return FilingTalk.Forget(Reply.Say("limit", new { limit }));
        var typed = filing.TitleIn(turn) ?? (turn.Awaits(Name, "words") ? turn.Text.Trim() : null);
        var record = Before(turn) ?? Meant(turn, typed);
        if (record is null && typed is null)
            return FilingTalk.Forget(Reply.Ask("which", "words"));
        if (record is null)
            return FilingTalk.Forget(
                Reply
                    .Say("not-held", new { title = typed })
                    .Offer(filing.Print($"{Name}/buy-it", new { title = typed }))
            );
        return To(turn, record, filing.Named(turn) ?? turn.State.Slot(FilingTalk.PlaceSlot));
    }

    /// <summary>The book that was settled before it was asked where to.</summary>
    private CatalogRecord? Before(Turn turn) =>
        turn.State.AwaitingDialog == Name && turn.State.Slot(FilingTalk.WordsSlot) is { } id ? catalog.Find(id) : null;

    private CatalogRecord? Meant(Turn turn, string? typed) =>
        typed is null ? shelf.PointedAt(turn)
        : catalog.Search(new CatalogQuery(typed)).Hits is [{ Kind: MatchKind.Exact } hit, ..] ? hit.Record
        : null;

    private Reply To(Turn turn, CatalogRecord record, string? place)
    {
        var book = BookShelf.Named(record);
        if (place is null)
            return FilingTalk
                .Forget(Reply.Ask("where", "where", new { book }).Offer(filing.Places(MostPlaces)))
                .Remember(FilingTalk.WordsSlot, record.Id);
        var values = new
        {
            book,
            place = filing.Place(place),
            days = filing.RuleWords("interlibrary.arrival-days", turn.Today),
        };
        if (shelf.AvailableAt(record).Any(branch => branch.Code == place))
            return FilingTalk.Forget(Reply.Say("already-there", values));
        return FilingTalk
            .Confirm(turn, "confirm", values)
            .Remember(FilingTalk.WordsSlot, record.Id)
            .Remember(FilingTalk.PlaceSlot, place);
    }

    private async Task<Reply> FileAsync(Turn turn)
    {
        if (turn.State.Slot(FilingTalk.WordsSlot) is not { } id || catalog.Find(id) is not { } record)
            return FilingTalk.Forget(Reply.Ask("which", "words"));
        var values = new
        {
            receipt = await filing.FileAsync(turn, RequestKind.Interlibrary, $"{BookShelf.Named(record)} {record.Id}"),
            place = filing.Place(turn.State.Slot(FilingTalk.PlaceSlot)),
            days = filing.RuleWords("interlibrary.arrival-days", turn.Today),
            keep = filing.RuleWords("interlibrary.pickup-days", turn.Today),
        };
        return FilingTalk.Forget(Reply.Say("filed", values));
    }
}
