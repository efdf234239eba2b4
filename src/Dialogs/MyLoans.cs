using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>내 대출: what is on loan and until when, what waits on the hold shelf, and a suspension if there is one.</summary>
[Says(
    "label",
    "loans",
    "overdue",
    "none",
    "suspended",
    "card-expired",
    "holds",
    "card",
    "holds-card",
    "due",
    "due-today",
    "due-tomorrow",
    "overdue-by",
    "renew",
    "renew-say",
    "ready",
    "in-queue",
    "sample"
)]
public sealed class MyLoans(ILibrarySystem library, BranchDirectory branches, ReplyWriter words) : IDialog
{
    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Patron is not { } patron)
            return Reply.SignIn();
        var loans = await library.LoansOfAsync(patron, cancellation);
        var holds = await library.HoldsOfAsync(patron, cancellation);
        var reply = Loans(turn, [.. loans.OrderBy(loan => loan.Due)]);
        if (holds is not [])
            reply = reply.And("holds", new { holds.Count }).With(Holds(holds));
        if (patron.SuspendedUntil is { } until && until >= turn.Today)
            reply = reply.And("suspended", new { until });
        if (patron.CardExpires is { } expired && expired < turn.Today)
            reply = reply.And("card-expired", new { expired });
        return reply.Private(loans.Count + holds.Count);
    }

    private Reply Loans(Turn turn, IReadOnlyList<Loan> loans)
    {
        if (loans is [])
            return Reply.Say("none");
        var overdue = loans.Count(loan => loan.Due < turn.Today);
        var card = new Card("loan", Print("card"))
        {
            Rows = [.. loans.Select((loan, at) => Renewable(Row(loan, turn.Today), loan, at + 1, turn.Today))],
            Footnote = library.IsSample ? Print("sample") : null,
        };
        return Reply
            .Say(
                overdue > 0 ? "overdue" : "loans",
                new
                {
                    loans.Count,
                    overdue,
                    first = loans[0].Due,
                }
            )
            .With(card)
            .Remember(RenewLoan.LoansSlot, string.Join(' ', loans.Select(loan => loan.Barcode)));
    }

    private CardRow Row(Loan loan, DateOnly today) =>
        (loan.Due.DayNumber - today.DayNumber) switch
        {
            < 0 and var late => new(loan.Title, Print("overdue-by", new { loan.Due, days = -late }), "bad"),
            0 => new(loan.Title, Print("due-today"), "waiting"),
            1 => new(loan.Title, Print("due-tomorrow", new { loan.Due }), "waiting"),
            var days => new(loan.Title, Print("due", new { loan.Due, days }), "good"),
        };

    /// <summary>
    /// With a button that says which loan by its place in the list: a title would stay in the lasting transcript.
    /// </summary>
    private CardRow Renewable(CardRow row, Loan loan, int at, DateOnly today) =>
        loan.IsOverdueOn(today) ? row : row with { Say = Print("renew-say", new { at }), SayLabel = Print("renew") };

    private Card Holds(IReadOnlyList<Hold> holds) =>
        new("loan", Print("holds-card"))
        {
            Rows =
            [
                .. holds.Select(hold =>
                    hold.State is HoldState.Ready
                        ? new CardRow(
                            hold.Title,
                            Print(
                                "ready",
                                new { branch = branches.Find(hold.PickupBranch)?.Name, until = hold.PickUpBy }
                            ),
                            "good"
                        )
                        : new CardRow(hold.Title, Print("in-queue", new { hold.Position }), "waiting")
                ),
            ],
            Footnote = library.IsSample ? Print("sample") : null,
        };

    private string Print(string name, object? values = null) => words.Print($"my-loans/{name}", values);
}
