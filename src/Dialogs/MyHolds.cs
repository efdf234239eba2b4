using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>내 예약: what is ready, where and until when; for the others the place in the queue and what is known of the copy.</summary>
[Says(
    "label",
    "none",
    "no-such-hold",
    "some-ready",
    "none-ready",
    "one-ready",
    "one-waiting",
    "one-on-its-way",
    "card",
    "ready",
    "in-queue",
    "on-its-way",
    "cancel",
    "cancel-say",
    "sample"
)]
public sealed class MyHolds(
    ILibrarySystem library,
    LibraryCatalog catalog,
    BookShelf shelf,
    BranchDirectory branches,
    Pointing pointing,
    ReplyWriter words
) : IDialog
{
    public const string HoldsSlot = "holds";

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Patron is not { } patron)
            return Reply.SignIn();
        var holds = await library.HoldsOfAsync(patron, cancellation);
        if (holds is [])
            return Reply.Say("none").Private(0);
        var meant = pointing.Of(turn, holds, turn.State.Slot(HoldsSlot), hold => hold.RecordId, hold => hold.Title);
        var reply =
            meant is [] && NamesBook(turn) ? Reply.Say("no-such-hold", new { holds.Count })
            : (meant is null or [] ? holds : meant) is [var only] ? One(only, turn.Today)
            : Several(holds);
        return Shown(reply, holds, turn.Today);
    }

    /// <summary>"내 예약 순서 몇 번째야" names no book, though something in it may look like a title.</summary>
    private bool NamesBook(Turn turn) =>
        turn.Find("ordinal") is not null
        || turn.Find("title") is { } title
            && catalog.Search(new CatalogQuery(title.Text)).Hits is [{ Kind: MatchKind.Exact }, ..];

    /// <summary>The list under an answer, each with a button that says which by its place.</summary>
    public Reply Shown(Reply reply, IReadOnlyList<Hold> holds, DateOnly today)
    {
        var card = new Card("loan", Print("card"))
        {
            Rows = [.. holds.Select((hold, at) => Row(hold, at + 1, today))],
            Footnote = library.IsSample ? Print("sample") : null,
        };
        return reply
            .With(card)
            .Remember(HoldsSlot, string.Join(' ', holds.Select(hold => hold.RecordId)))
            .Private(holds.Count);
    }

    private Reply One(Hold hold, DateOnly today) =>
        Reply.Say(
            hold.State switch
            {
                HoldState.Ready => "one-ready",
                HoldState.InTransit => "one-on-its-way",
                _ => "one-waiting",
            },
            Values(hold, today)
        );

    private static Reply Several(IReadOnlyList<Hold> holds)
    {
        var ready = holds.Count(hold => hold.State is HoldState.Ready);
        return Reply.Say(ready > 0 ? "some-ready" : "none-ready", new { holds.Count, ready });
    }

    private CardRow Row(Hold hold, int at, DateOnly today)
    {
        var (name, state) = hold.State switch
        {
            HoldState.Ready => ("ready", "good"),
            HoldState.InTransit => ("on-its-way", "waiting"),
            _ => ("in-queue", "waiting"),
        };
        return new CardRow(hold.Title, Print(name, Values(hold, today)), state)
        {
            Say = Print("cancel-say", new { at }),
            SayLabel = Print("cancel"),
        };
    }

    /// <summary>When the copy there is due is known; how long those before will keep it is not, and is not guessed.</summary>
    private object Values(Hold hold, DateOnly today) =>
        new
        {
            hold.Title,
            branch = branches.Find(hold.PickupBranch)?.Name,
            hold.Position,
            ahead = hold.Position - 1,
            until = hold.PickUpBy,
            due = catalog.Find(hold.RecordId) is { } record ? shelf.NextDue(record, hold.PickupBranch, today) : null,
        };

    private string Print(string name, object? values = null) => words.Print($"my-holds/{name}", values);
}
