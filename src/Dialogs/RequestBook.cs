using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>희망도서: a book that the library is asked to buy, unless it has it or the month's number is reached.</summary>
[Says("label", "which", "held", "limit", "where", "confirm", "kept", "filed", "ask-for-it")]
public sealed class RequestBook(FilingTalk filing, LibraryCatalog catalog) : IDialog
{
    private const string Name = "request-book";
    private const int MostPlaces = 4;

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Patron is null)
            return Reply.SignIn();
        if (turn.Awaits(Name, "confirm") && turn.Answer is { } answer)
            return answer ? await FileAsync(turn) : FilingTalk.Forget(Reply.Say("kept"));
        var before = turn.State.Slot(FilingTalk.WordsSlot);
        if (turn.Awaits(Name, DialogChooser.ResumeSlot) && before is not null)
            return Confirm(turn, before, turn.State.Slot(FilingTalk.PlaceSlot));
        if (turn.Awaits(Name, "where") && before is not null)
            return Confirm(turn, before, filing.Named(turn));
        var limit = filing.Rule("request.monthly", turn.Today);
        if (ThisMonth(turn) >= limit)
            return FilingTalk.Forget(Reply.Say("limit", new { limit }));
        var title = filing.TitleIn(turn) ?? (turn.Awaits(Name, "words") ? turn.Text.Trim() : null);
        return title is null ? FilingTalk.Forget(Reply.Ask("which", "words")) : OfTitle(turn, title);
    }

    /// <summary>What the library has is not bought again: it is shown the way to it.</summary>
    private Reply OfTitle(Turn turn, string title)
    {
        var found = catalog.Search(new CatalogQuery(title));
        if (found.Hits is [{ Kind: MatchKind.Exact, By: MatchedBy.Title } hit, ..])
            return FilingTalk.Forget(
                Reply
                    .Say("held", new { book = BookShelf.Named(hit.Record) })
                    .Offer(filing.Print($"{Name}/ask-for-it", new { title = hit.Record.DisplayTitle }))
            );
        if (filing.Named(turn) is { } place)
            return Confirm(turn, title, place);
        return FilingTalk
            .Forget(Reply.Ask("where", "where", new { title }).Offer(filing.Places(MostPlaces)))
            .Remember(FilingTalk.WordsSlot, title);
    }

    private Reply Confirm(Turn turn, string title, string? place)
    {
        var values = new
        {
            title,
            place = filing.Place(place),
            price = filing.Rule("request.max-price", turn.Today),
            number = ThisMonth(turn) + 1,
        };
        return FilingTalk
            .Confirm(turn, "confirm", values)
            .Remember(FilingTalk.WordsSlot, title)
            .Remember(FilingTalk.PlaceSlot, place);
    }

    private async Task<Reply> FileAsync(Turn turn)
    {
        var title = turn.State.Slot(FilingTalk.WordsSlot) ?? "";
        var receipt = await filing.FileAsync(turn, RequestKind.Purchase, title);
        var days = filing.RuleWords("request.lead-days", turn.Today);
        return FilingTalk.Forget(
            Reply.Say(
                "filed",
                new
                {
                    title,
                    receipt,
                    days,
                }
            )
        );
    }

    private int ThisMonth(Turn turn) =>
        filing
            .OfMember(turn, RequestKind.Purchase)
            .Count(known =>
                known.At.ToOffset(turn.Now.Offset) is var at && (at.Year, at.Month) == (turn.Now.Year, turn.Now.Month)
            );
}
