using System.Diagnostics;
using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Circulation.Sample;

/// <summary>
/// A library system with made-up members (견본), so that the whole assistant can be tried without any other. It stands
/// for a remote one. Its loans begin anew each day: what was renewed today is due as before tomorrow.
/// </summary>
internal sealed class SampleLibrarySystem(
    IReadOnlyList<SamplePatron> patrons,
    SampleRenewals renewals,
    RenewalDesk desk,
    TimeProvider time
) : ILibrarySystem
{
    private readonly Dictionary<CardNumber, SamplePatron> patrons = patrons.ToDictionary(patron =>
        CardNumber.Of(patron.Card)
    );

    public bool IsSample => true;

    public Task<SignInOutcome> SignInAsync(string card, string pin, CancellationToken cancellation)
    {
        var patron = patrons.GetValueOrDefault(CardNumber.Of(card));
        return Task.FromResult<SignInOutcome>(
            PinCheck.Matches(patron, pin) && patron is not null
                ? new SignInOutcome.Accepted(patron.On(time.SeoulToday()))
                : new SignInOutcome.Refused()
        );
    }

    public Task<IReadOnlyList<Loan>> LoansOfAsync(Patron patron, CancellationToken cancellation)
    {
        var today = time.SeoulToday();
        return Task.FromResult<IReadOnlyList<Loan>>([
            .. LoansOf(patron, today, renewals.GrantedOn(today)).OrderBy(loan => loan.Due),
        ]);
    }

    public Task<IReadOnlyList<Hold>> HoldsOfAsync(Patron patron, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Hold>>([
            .. Find(patron)?.Holds.Select(hold => hold.On(time.SeoulToday(), desk)) ?? [],
        ]);

    public Task<Renewal> RenewAsync(Patron patron, Loan loan, string idempotencyKey, CancellationToken cancellation)
    {
        if (Find(patron)?.Loans.Any(own => own.Barcode == loan.Barcode) is not true)
            return Task.FromResult<Renewal>(new Renewal.Refused(RenewalRefusal.NotOnLoan));
        var today = time.SeoulToday();
        var outcome = renewals.Once(
            new(idempotencyKey, loan.Barcode, today),
            granted => Decide(patron, LoansOf(patron, today, granted).First(own => own.Barcode == loan.Barcode), today)
        );
        return Task.FromResult<Renewal>(
            outcome is { Due: { } due }
                ? new Renewal.Granted(loan with { Due = due, Renewals = loan.Renewals + 1 }, due)
                : new Renewal.Refused(outcome.Refusal!.Value)
        );
    }

    public Task<bool> PingAsync(CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>The account is read again: what the caller holds may be older than the patron's card or loan.</summary>
    private SampleRenewals.Outcome Decide(Patron patron, Loan loan, DateOnly today) =>
        desk.Decide(patrons[patron.Card].On(today), loan, today) switch
        {
            Renewal.Granted granted => new(granted.Due, null),
            Renewal.Refused refused => new(null, refused.Reason),
            _ => throw new UnreachableException(),
        };

    private IEnumerable<Loan> LoansOf(Patron patron, DateOnly today, ILookup<string, DateOnly> granted) =>
        Find(patron)?.Loans.Select(loan => Renewed(loan.On(today), [.. granted[loan.Barcode]])) ?? [];

    private static Loan Renewed(Loan loan, IReadOnlyList<DateOnly> granted) =>
        granted is [] ? loan : loan with { Due = granted.Max(), Renewals = loan.Renewals + granted.Count };

    private SamplePatron? Find(Patron patron) => patrons.GetValueOrDefault(patron.Card);
}
