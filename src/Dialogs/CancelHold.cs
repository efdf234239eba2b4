using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>예약 취소: one or several holds, confirmed with what is lost, with a result for each and a way back.</summary>
[Says(
    "label",
    "none",
    "which-hold",
    "no-such-hold",
    "confirm-ready",
    "confirm-waiting",
    "confirm-several",
    "kept",
    "cancelled-one",
    "cancelled-several",
    "cancelled-some",
    "not-cancelled",
    "done",
    "not-reserved",
    "not-known",
    "all",
    "choice"
)]
public sealed class CancelHold(
    ILibrarySystem library,
    MyHolds myHolds,
    LibraryCatalog catalog,
    BranchDirectory branches,
    Pointing pointing,
    ReplyWriter words
) : IDialog
{
    private const string ChosenSlot = "cancel-hold";
    private const string KeySlot = "cancel-hold-key";
    private const int MostChips = 3;

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Patron is not { } patron)
            return Reply.SignIn();
        if (turn.Awaits("cancel-hold", "confirm") && turn.Answer is { } answer)
            return answer ? await CancelAsync(turn, patron, cancellation) : Forget(Reply.Say("kept"));
        var holds = await library.HoldsOfAsync(patron, cancellation);
        if (holds is [])
            return Forget(Reply.Say("none")).Private(0);
        var before = holds.IntersectBy(Chosen(turn).Select(hold => hold.RecordId), hold => hold.RecordId).ToList();
        if (turn.Awaits("cancel-hold", DialogChooser.ResumeSlot) && before is not [])
            return Confirm(turn, before);
        return pointing.Of(
            turn,
            holds,
            turn.State.Slot(MyHolds.HoldsSlot),
            hold => hold.RecordId,
            hold => hold.Title
        ) switch
        {
            [] => Which(turn, "no-such-hold", holds),
            { } chosen => Confirm(turn, chosen),
            null => Which(turn, "which-hold", holds),
        };
    }

    private Reply Which(Turn turn, string name, IReadOnlyList<Hold> holds) =>
        myHolds.Shown(
            Reply
                .Ask(name, "hold", new { holds.Count })
                .Offer(
                    Enumerable
                        .Range(1, Math.Min(holds.Count, MostChips))
                        .Select(at => Print("choice", new { at }))
                        .Append(Print("all"))
                ),
            holds,
            turn.Today
        );

    /// <summary>That the place in the queue is lost is said before, not after.</summary>
    private Reply Confirm(Turn turn, IReadOnlyList<Hold> chosen)
    {
        var question = chosen switch
        {
            [{ State: HoldState.Ready } ready] => Reply.Ask("confirm-ready", "confirm", Values(ready)),
            [var waiting] => Reply.Ask("confirm-waiting", "confirm", Values(waiting)),
            _ => Reply.Ask("confirm-several", "confirm", new { chosen.Count }),
        };
        return question
            .Remember(ChosenSlot, string.Join(' ', chosen.Select(hold => $"{hold.RecordId}@{hold.PickupBranch}")))
            .Remember(KeySlot, turn.Id)
            .Private(chosen.Count);
    }

    private object Values(Hold hold) =>
        new
        {
            hold.Title,
            hold.Position,
            branch = branches.Find(hold.PickupBranch)?.Name,
        };

    private async Task<Reply> CancelAsync(Turn turn, Patron patron, CancellationToken cancellation)
    {
        var chosen = Chosen(turn);
        var results = new List<Result>();
        foreach (var hold in chosen)
            results.Add(await CancelOneAsync(patron, hold, turn.State.Slot(KeySlot) ?? turn.Id, cancellation));
        var cancelled = results.Count(result => result.Done);
        var name =
            cancelled == 0 ? "not-cancelled"
            : cancelled < results.Count ? "cancelled-some"
            : results.Count == 1 ? "cancelled-one"
            : "cancelled-several";
        var reply = Reply.Say(
            name,
            new
            {
                results,
                cancelled,
                results.Count,
                chosen.FirstOrDefault()?.Title,
            }
        );
        return (chosen is [var only] && cancelled == 1 ? CanBeUndone(Forget(reply), only) : Forget(reply)).Private(
            results.Count
        );
    }

    /// <summary>"다시 예약해 주세요" means this book at this branch.</summary>
    private static Reply CanBeUndone(Reply reply, Hold hold) =>
        reply
            .Remember(BookShelf.RecordSlot, hold.RecordId)
            .Remember(Reserve.RecordSlot, hold.RecordId)
            .Remember(Reserve.BranchSlot, hold.PickupBranch);

    private async Task<Result> CancelOneAsync(Patron patron, Hold hold, string key, CancellationToken cancellation)
    {
        try
        {
            var done = await library.CancelHoldAsync(patron, hold, key, cancellation) is HoldCancelling.Cancelled;
            return new Result(hold.Title, Print(done ? "done" : "not-reserved"), done);
        }
        catch (LibrarySystemUnavailableException)
        {
            return await ReadBackAsync(patron, hold, cancellation);
        }
    }

    /// <summary>
    /// When the system fails in the middle, the account is read back before anything is said of this hold. When it cannot be
    /// read either, the question stays with its key, so that a second yes is the same act.
    /// </summary>
    private async Task<Result> ReadBackAsync(Patron patron, Hold hold, CancellationToken cancellation)
    {
        var holds = await library.HoldsOfAsync(patron, cancellation);
        return holds.All(known => known.RecordId != hold.RecordId)
            ? new Result(hold.Title, Print("done"), Done: true)
            : new Result(hold.Title, Print("not-known"));
    }

    /// <summary>
    /// What the question was about, from its words and not from the account: when this turn is taken again after a crash the
    /// hold is gone, and its key still gives the outcome.
    /// </summary>
    private List<Hold> Chosen(Turn turn) =>
        [
            .. from chosen in turn.State.Slot(ChosenSlot)?.Split(' ') ?? []
            let parts = chosen.Split('@')
            let record = catalog.Find(parts[0])
            where record is not null
            select new Hold
            {
                RecordId = record.Id,
                Title = record.DisplayTitle,
                PickupBranch = parts[1],
                State = HoldState.Waiting,
            },
        ];

    private static Reply Forget(Reply reply) => reply.Remember(ChosenSlot, null).Remember(KeySlot, null);

    private string Print(string name, object? values = null) => words.Print($"cancel-hold/{name}", values);

    private sealed record Result(string Title, string Text, bool Done = false);
}
