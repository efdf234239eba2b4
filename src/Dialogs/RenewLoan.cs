using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>대출 연장: one, several or all loans, confirmed first, with a result and a reason for each.</summary>
[Says(
    "label",
    "nothing-on-loan",
    "which-loan",
    "no-such-loan",
    "confirm-one",
    "confirm-several",
    "kept",
    "renewed-all",
    "renewed-some",
    "refused",
    "renewed-until",
    "reserved-by-another",
    "already-renewed",
    "not-renewable",
    "overdue",
    "suspended",
    "interlibrary-loan",
    "card-expired",
    "due-date-unchanged",
    "not-on-loan",
    "not-known",
    "why-not-signed-in",
    "why-one",
    "why-each",
    "can-renew",
    "card",
    "due",
    "row-button",
    "row-say",
    "all",
    "choice"
)]
public sealed class RenewLoan(
    ILibrarySystem library,
    LoanRulesOn rules,
    Pointing pointing,
    Cues cues,
    ReplyWriter words
) : IDialog
{
    public const string LoansSlot = "loans";
    private const string ChosenSlot = "renew";
    private const string KeySlot = "renew-key";
    private const int MostChips = 3;

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var asksWhy = turn.Answer is null && cues.Has(turn.Text, "account", "why");
        if (turn.Patron is not { } patron)
            return asksWhy ? Reply.Say("why-not-signed-in") with { NeedsSignIn = true } : Reply.SignIn();
        var loans = await library.LoansOfAsync(patron, cancellation);
        if (loans is [])
            return Reply.Say("nothing-on-loan");
        loans = [.. loans.OrderBy(loan => loan.Due)];
        if (turn.Awaits("renew-loan", "confirm") && turn.Answer is { } answer)
            return answer ? await RenewAsync(turn, patron, loans, cancellation) : Forget(Reply.Say("kept"));
        if (asksWhy)
            return await ExplainAsync(turn, patron, loans, cancellation);
        if (turn.Awaits("renew-loan", DialogChooser.ResumeSlot) && Remembered(turn, loans) is { Count: > 0 } chosen)
            return Confirm(turn, chosen);
        return Choose(turn, loans) switch
        {
            [] => Which(Reply.Ask("no-such-loan", "loan"), loans, turn.Today),
            { } some => Confirm(turn, some),
            null => Which(Reply.Ask("which-loan", "loan", new { loans.Count }), loans, turn.Today),
        };
    }

    /// <summary>The loans that are meant; none when something was named that is not on loan, null when nothing was named.</summary>
    private IReadOnlyList<Loan>? Choose(Turn turn, IReadOnlyList<Loan> loans) =>
        pointing.Of(turn, loans, turn.State.Slot(LoansSlot), loan => loan.Barcode, loan => loan.Title);

    private Reply Which(Reply question, IReadOnlyList<Loan> loans, DateOnly today)
    {
        var card = new Card("loan", Print("card")) { Rows = [.. loans.Select((loan, at) => Row(loan, at + 1, today))] };
        return question
            .With(card)
            .Offer(
                Enumerable
                    .Range(1, Math.Min(loans.Count, MostChips))
                    .Select(at => Print("choice", new { at }))
                    .Append(Print("all"))
            )
            .Remember(LoansSlot, string.Join(' ', loans.Select(loan => loan.Barcode)))
            .Private(loans.Count);
    }

    private CardRow Row(Loan loan, int at, DateOnly today)
    {
        var row = new CardRow($"{at}. {loan.Title}", Print("due", loan));
        return loan.IsOverdueOn(today)
            ? row
            : row with
            {
                Say = Print("row-say", new { at }),
                SayLabel = Print("row-button"),
            };
    }

    /// <summary>The key is made with the question: however often the answer is taken up, the act happens once.</summary>
    private static Reply Confirm(Turn turn, IReadOnlyList<Loan> chosen) =>
        (
            chosen is [var loan]
                ? Reply.Ask("confirm-one", "confirm", new { loan.Title, loan.Due })
                : Reply.Ask("confirm-several", "confirm", new { chosen.Count })
        )
            .Remember(ChosenSlot, string.Join(' ', chosen.Select(loan => loan.Barcode)))
            .Remember(KeySlot, turn.Id)
            .Private(chosen.Count);

    /// <summary>"왜 연장 안 돼요?": of the loan that is meant, or of each, what would come of it; nothing is done.</summary>
    private async Task<Reply> ExplainAsync(
        Turn turn,
        Patron patron,
        IReadOnlyList<Loan> loans,
        CancellationToken cancellation
    )
    {
        var meant = Choose(turn, loans) is { Count: > 0 } chosen ? chosen : loans;
        var results = new List<RenewalResult>();
        foreach (var loan in meant)
            results.Add(
                await library.WouldRenewAsync(patron, loan, cancellation) switch
                {
                    Renewal.Granted granted => new(loan.Title, true, Print("can-renew", new { due = granted.Due })),
                    Renewal.Refused refused => Refused(patron, loan, refused.Reason, turn.Today),
                    _ => throw new System.Diagnostics.UnreachableException(),
                }
            );
        var reply = results is [var one]
            ? Reply.Say("why-one", new { one.Title, one.Text })
            : Reply.Say("why-each", new { results, results.Count });
        return Forget(reply)
            .Remember(LoansSlot, string.Join(' ', loans.Select(loan => loan.Barcode)))
            .Private(results.Count);
    }

    private static List<Loan> Remembered(Turn turn, IReadOnlyList<Loan> loans)
    {
        var barcodes = turn.State.Slot(ChosenSlot)?.Split(' ') ?? [];
        return [.. loans.Where(loan => barcodes.Contains(loan.Barcode))];
    }

    private async Task<Reply> RenewAsync(
        Turn turn,
        Patron patron,
        IReadOnlyList<Loan> loans,
        CancellationToken cancellation
    )
    {
        var results = new List<RenewalResult>();
        foreach (var loan in Remembered(turn, loans))
        {
            var key = $"{turn.State.Slot(KeySlot)}:{loan.Barcode}";
            results.Add(await RenewOneAsync(patron, loan, key, turn.Today, cancellation));
        }
        var renewed = results.Count(result => result.Renewed);
        var name =
            renewed == results.Count ? "renewed-all"
            : renewed > 0 ? "renewed-some"
            : "refused";
        var reply = Reply.Say(
            name,
            new
            {
                results,
                renewed,
                results.Count,
            }
        );
        return Forget(reply).Private(results.Count);
    }

    /// <summary>When the system fails in the middle, the account is read back before anything is said of this loan.</summary>
    private async Task<RenewalResult> RenewOneAsync(
        Patron patron,
        Loan loan,
        string key,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        try
        {
            return await library.RenewAsync(patron, loan, key, cancellation) switch
            {
                Renewal.Granted granted => Granted(loan, granted.Due),
                Renewal.Refused refused => Refused(patron, loan, refused.Reason, today),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (LibrarySystemUnavailableException)
        {
            return await ReadBackAsync(patron, loan, cancellation);
        }
    }

    private async Task<RenewalResult> ReadBackAsync(Patron patron, Loan loan, CancellationToken cancellation)
    {
        try
        {
            var now = (await library.LoansOfAsync(patron, cancellation)).FirstOrDefault(known =>
                known.Barcode == loan.Barcode
            );
            if (now is not null && now.Due > loan.Due)
                return Granted(loan, now.Due);
        }
        catch (LibrarySystemUnavailableException)
        {
            // Still away: the resident is told that nobody knows yet.
        }
        return new RenewalResult(loan.Title, false, Print("not-known"));
    }

    private RenewalResult Granted(Loan loan, DateOnly due) =>
        new(loan.Title, true, Print("renewed-until", new { due }));

    private RenewalResult Refused(Patron patron, Loan loan, RenewalRefusal reason, DateOnly today)
    {
        var values = new
        {
            loan.Due,
            until = patron.SuspendedUntil,
            times = rules(today, LoanCase.Of(patron, loan)).RenewalTimes,
        };
        return new(loan.Title, false, Print(DialogSet.Kebab(reason.ToString()), values));
    }

    private static Reply Forget(Reply reply) => reply.Remember(ChosenSlot, null).Remember(KeySlot, null);

    private string Print(string name, object? values = null) => words.Print($"renew-loan/{name}", values);

    private sealed record RenewalResult(string Title, bool Renewed, string Text);
}
