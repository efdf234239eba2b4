using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>책 예약: which title, whose copy, then confirmed with the number that waits; the answer tells the place.</summary>
[Says(
    "label",
    "which-book",
    "which-of",
    "not-found",
    "on-shelf",
    "which-branch",
    "neighbour",
    "confirm",
    "kept",
    "placed",
    "placed-ready",
    "not-known",
    "card-expired",
    "no-show-ban",
    "suspended",
    "overdue-loan",
    "already-reserved",
    "on-loan-to-you",
    "not-held",
    "not-for-loan",
    "on-the-shelf",
    "hold-limit-reached",
    "queue-full",
    "list-card",
    "row-button",
    "row-say",
    "at-branch"
)]
public sealed class Reserve(
    ILibrarySystem library,
    BookToReserve book,
    BookShelf shelf,
    BranchDirectory branches,
    LoanRulesOn rules,
    ReplyWriter words
) : IDialog
{
    public const string RecordSlot = "reserve-record";
    public const string BranchSlot = "reserve-branch";
    private const string KeySlot = "reserve-key";
    private const int MostPlaces = 2;

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Awaits("reserve", "confirm") && turn.Answer is { } answer)
            return answer ? await PlaceAsync(turn, cancellation) : Forget(Reply.Say("kept"));
        if (book.Of(turn) is not { } wanted)
            return Reply.Ask("which-book", "book");
        if (wanted.Record is not { } record)
            return wanted.Found is [] ? NotFound(wanted) : Which(wanted);
        return (await AtBranchAsync(turn, record, cancellation))
            .Remember(RecordSlot, record.Id)
            .Remember(BookShelf.RecordSlot, record.Id);
    }

    private static Reply NotFound(BookToReserve.Wanted wanted) =>
        Reply
            .Ask("not-found", "book", new { title = wanted.Said })
            .Offer(wanted.Near.Select(record => record.DisplayTitle));

    private Reply Which(BookToReserve.Wanted wanted)
    {
        var rows = wanted.Found.Select(
            (record, at) =>
                new CardRow($"{at + 1}. {record.DisplayTitle}", record.MainAuthor)
                {
                    Say = Print("row-say", new { at = at + 1 }),
                    SayLabel = Print("row-button"),
                }
        );
        return Reply
            .Ask("which-of", "book", new { title = wanted.Said, two = wanted.Found.Count > 1 })
            .With(new Card("book", Print("list-card", new { wanted.IsSample })) { Rows = [.. rows] })
            .Remember(BookShelf.ResultsSlot, string.Join(' ', wanted.Found.Select(record => record.Id)));
    }

    /// <summary>A book on the shelf is fetched and not reserved; one that is out everywhere is reserved at one branch.</summary>
    private async Task<Reply> AtBranchAsync(Turn turn, CatalogRecord record, CancellationToken cancellation)
    {
        if (BranchOf(turn, record) is { } branch)
            return !branch.IsOurs ? Reply.Say("neighbour", branch) : await AskAsync(turn, record, branch, cancellation);
        var (available, lent) = (shelf.AvailableAt(record), shelf.LentAt(record));
        if (available is not [])
            return OnShelf(turn, record, available, lent);
        if (turn.Find("all") is not null && shelf.SoonestAt(record, turn.Today) is { } soonest)
            return await AskAsync(turn, record, soonest, cancellation);
        return lent switch
        {
            [] => Reply.Say("not-for-loan", Values(record)).With(shelf.Card(record, turn.Now)),
            [var only] => await AskAsync(turn, record, only, cancellation),
            _ => Reply
                .Ask("which-branch", "branch", Values(record))
                .With(shelf.Card(record, turn.Now))
                .Offer(lent.Select(branch => branch.Name)),
        };
    }

    /// <summary>The branch just named, or the one that was settled for this same book.</summary>
    private Branch? BranchOf(Turn turn, CatalogRecord record)
    {
        var settled = turn.State.Slot(RecordSlot) == record.Id ? turn.State.Slot(BranchSlot) : null;
        return (BranchTalk.Named(turn)?.Value ?? settled) is { } code ? branches.Find(code) : null;
    }

    private Reply OnShelf(
        Turn turn,
        CatalogRecord record,
        IReadOnlyList<Branch> available,
        IReadOnlyList<Branch> lent
    ) =>
        Reply
            .Say("on-shelf", Values(record, string.Join(", ", available.Select(branch => branch.Name))))
            .With(shelf.Card(record, turn.Now))
            .Offer(AtBranches(lent.Except(available)));

    private IEnumerable<string> AtBranches(IEnumerable<Branch> places) =>
        places.Take(MostPlaces).Select(branch => Print("at-branch", new { branch.Name }));

    private async Task<Reply> AskAsync(Turn turn, CatalogRecord record, Branch branch, CancellationToken cancellation)
    {
        if (!shelf.HeldAt(record).Contains(branch))
            return Refused(record, branch, HoldRefusal.NotHeld, turn).With(shelf.Card(record, turn.Now));
        if (shelf.AvailableAt(record).Contains(branch))
            return Refused(record, branch, HoldRefusal.OnTheShelf, turn).With(shelf.Card(record, turn.Now));
        if (turn.Patron is not { } patron)
            return Reply.SignIn();
        var outlook = await library.WouldHoldAsync(patron, Request(record, branch), cancellation);
        return outlook switch
        {
            HoldOutlook.Open open => Confirm(turn, record, branch, open.Waiting),
            HoldOutlook.Refused refused => Refused(record, branch, refused.Reason, turn).Private(1),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The key is made with the question: however often the answer is taken up, the act happens once.</summary>
    private static Reply Confirm(Turn turn, CatalogRecord record, Branch branch, int waiting) =>
        Reply
            .Ask(
                "confirm",
                "confirm",
                new
                {
                    title = record.DisplayTitle,
                    branch = branch.Name,
                    waiting,
                }
            )
            .Remember(BranchSlot, branch.Code)
            .Remember(KeySlot, turn.Id)
            .Private(1);

    private async Task<Reply> PlaceAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Patron is not { } patron)
            return Reply.SignIn();
        if (book.Settled(turn) is not { } record || branches.Find(turn.State.Slot(BranchSlot) ?? "") is not { } branch)
            return Forget(Reply.Ask("which-book", "book"));
        var request = Request(record, branch);
        HoldPlacing? placing;
        try
        {
            placing = await library.PlaceHoldAsync(patron, request, turn.State.Slot(KeySlot) ?? turn.Id, cancellation);
        }
        catch (LibrarySystemUnavailableException)
        {
            placing = await ReadBackAsync(patron, request, cancellation);
        }
        var reply = placing switch
        {
            HoldPlacing.Placed placed => Placed(placed.Hold, turn),
            HoldPlacing.Refused refused => Refused(record, branch, refused.Reason, turn),
            _ => Reply.Say("not-known"),
        };
        return Forget(reply).Private(1);
    }

    /// <summary>
    /// When the system fails in the middle, the account is read back before anything is said. When it cannot be read either,
    /// the question stays with its key, so that a second yes is the same act.
    /// </summary>
    private async Task<HoldPlacing?> ReadBackAsync(Patron patron, HoldRequest request, CancellationToken cancellation)
    {
        var holds = await library.HoldsOfAsync(patron, cancellation);
        return holds.FirstOrDefault(hold => hold.RecordId == request.RecordId) is { } hold
            ? new HoldPlacing.Placed(hold)
            : null;
    }

    private Reply Placed(Hold hold, Turn turn) =>
        Reply.Say(
            hold.State is HoldState.Ready ? "placed-ready" : "placed",
            new
            {
                hold.Title,
                branch = branches.Find(hold.PickupBranch)?.Name,
                hold.Position,
                until = hold.PickUpBy,
                days = rules(turn.Today, new(hold.PickupBranch, hold.RecordId, turn.Patron?.Audience)).HoldPickupDays,
            }
        );

    private Reply Refused(CatalogRecord record, Branch branch, HoldRefusal reason, Turn turn)
    {
        var numbers = rules(turn.Today, new(branch.Code, record.Id, turn.Patron?.Audience));
        return Forget(
            Reply
                .Say(
                    DialogSet.Kebab(reason.ToString()),
                    new
                    {
                        title = record.DisplayTitle,
                        branch = branch.Name,
                        others = string.Join(", ", shelf.AvailableAt(record).Select(other => other.Name)),
                        until = reason is HoldRefusal.NoShowBan
                            ? turn.Patron?.HoldsBannedUntil
                            : turn.Patron?.SuspendedUntil,
                        limit = numbers.HoldLimit,
                        queue = numbers.HoldQueue,
                        times = numbers.HoldNoShowLimit,
                    }
                )
                .Offer(
                    reason is HoldRefusal.NotHeld or HoldRefusal.QueueFull or HoldRefusal.NotForLoan
                        ? AtBranches(shelf.LentAt(record).Where(other => other != branch))
                        : []
                )
        );
    }

    private static HoldRequest Request(CatalogRecord record, Branch branch) =>
        new(record.Id, record.DisplayTitle, branch.Code);

    private static object Values(CatalogRecord record, string? places = null) =>
        new
        {
            book = BookShelf.Named(record),
            title = record.DisplayTitle,
            branches = places,
        };

    private static Reply Forget(Reply reply) =>
        reply.Remember(KeySlot, null).Remember(BranchSlot, null).Remember(RecordSlot, null);

    private string Print(string name, object? values = null) => words.Print($"reserve/{name}", values);
}
