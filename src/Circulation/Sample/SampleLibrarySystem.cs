using System.Diagnostics;
using System.Globalization;
using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Circulation.Sample;

/// <summary>
/// A library system with made-up members (견본), so that the whole assistant can be tried without any other. It stands
/// for a remote one. Its loans begin anew each day: what was renewed today is due as before tomorrow.
/// </summary>
internal sealed class SampleLibrarySystem(
    IReadOnlyList<SamplePatron> patrons,
    IReadOnlyList<SampleQueue> queues,
    SampleFile file,
    RenewalDesk desk,
    HoldDesk holdDesk,
    TimeProvider time
) : ILibrarySystem
{
    private readonly Dictionary<CardNumber, SamplePatron> patrons = patrons.ToDictionary(patron =>
        CardNumber.Of(patron.Card)
    );

    private readonly SampleRenewals renewals = new(file);
    private readonly SampleHolds holds = new(file);

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

    public Task<IReadOnlyList<Hold>> HoldsOfAsync(Patron patron, CancellationToken cancellation)
    {
        var today = time.SeoulToday();
        return Task.FromResult<IReadOnlyList<Hold>>(HoldsOf(patron, today, holds.DoneOn(today)));
    }

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

    public Task<Renewal> WouldRenewAsync(Patron patron, Loan loan, CancellationToken cancellation)
    {
        var today = time.SeoulToday();
        var own = LoansOf(patron, today, renewals.GrantedOn(today)).FirstOrDefault(own => own.Barcode == loan.Barcode);
        return Task.FromResult(
            own is null
                ? new Renewal.Refused(RenewalRefusal.NotOnLoan)
                : desk.Decide(patrons[patron.Card].On(today), own, today)
        );
    }

    public Task<HoldOutlook> WouldHoldAsync(Patron patron, HoldRequest request, CancellationToken cancellation)
    {
        var today = time.SeoulToday();
        var done = holds.DoneOn(today);
        return Task.FromResult<HoldOutlook>(
            WhyNot(patron, request, today, done) is { } reason
                ? new HoldOutlook.Refused(reason)
                : new HoldOutlook.Open(WaitingFor(request, done))
        );
    }

    public Task<HoldPlacing> PlaceHoldAsync(
        Patron patron,
        HoldRequest request,
        string idempotencyKey,
        CancellationToken cancellation
    )
    {
        var today = time.SeoulToday();
        var act = new SampleHolds.Request(
            idempotencyKey,
            SampleHolds.Act.Place,
            patrons[patron.Card].Name,
            request.RecordId,
            request.Title,
            request.PickupBranch,
            today
        );
        var outcome = holds.Once(
            act,
            done =>
                WhyNot(patron, request, today, done) is { } reason
                    ? ($"{reason}", false)
                    : ($"{WaitingFor(request, done) + 1}", true)
        );
        return Task.FromResult<HoldPlacing>(
            int.TryParse(outcome, CultureInfo.InvariantCulture, out var position)
                ? new HoldPlacing.Placed(Waiting(request, position))
                : new HoldPlacing.Refused(Enum.Parse<HoldRefusal>(outcome))
        );
    }

    public Task<HoldCancelling> CancelHoldAsync(
        Patron patron,
        Hold hold,
        string idempotencyKey,
        CancellationToken cancellation
    )
    {
        var today = time.SeoulToday();
        var act = new SampleHolds.Request(
            idempotencyKey,
            SampleHolds.Act.Cancel,
            patrons[patron.Card].Name,
            hold.RecordId,
            hold.Title,
            hold.PickupBranch,
            today
        );
        var outcome = holds.Once(
            act,
            done =>
                HoldsOf(patron, today, done).Exists(own => own.RecordId == hold.RecordId)
                    ? ($"{HoldCancelling.Cancelled}", true)
                    : ($"{HoldCancelling.NotReserved}", false)
        );
        return Task.FromResult(Enum.Parse<HoldCancelling>(outcome));
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

    /// <summary>The holds of this morning with what was done over the day.</summary>
    private List<Hold> HoldsOf(Patron patron, DateOnly today, IReadOnlyList<SampleHolds.Done> done)
    {
        if (Find(patron) is not { } member)
            return [];
        var own = member.Holds.Select(hold => hold.On(today, holdDesk)).ToList();
        foreach (var act in done.Where(act => act.Member == member.Name))
        {
            own.RemoveAll(hold => hold.RecordId == act.Record);
            if (act.Act is SampleHolds.Act.Place)
                own.Add(Waiting(new(act.Record, act.Title, act.Branch), act.Position));
        }
        return own;
    }

    private HoldRefusal? WhyNot(
        Patron patron,
        HoldRequest request,
        DateOnly today,
        IReadOnlyList<SampleHolds.Done> done
    ) =>
        holdDesk.WhyNot(
            request,
            new Standing(
                patrons[patron.Card].On(today),
                [.. LoansOf(patron, today, renewals.GrantedOn(today))],
                HoldsOf(patron, today, done)
            ),
            WaitingFor(request, done),
            today
        );

    private int WaitingFor(HoldRequest request, IReadOnlyList<SampleHolds.Done> done)
    {
        var sinceMorning = done.Where(act => (act.Record, act.Branch) == (request.RecordId, request.PickupBranch))
            .Sum(act => act.Act is SampleHolds.Act.Place ? 1 : -1);
        var inTheMorning = queues
            .Where(queue => (queue.Record, queue.Branch) == (request.RecordId, request.PickupBranch))
            .Sum(queue => queue.Waiting);
        return Math.Max(0, inTheMorning + sinceMorning);
    }

    private static Hold Waiting(HoldRequest request, int position) =>
        new()
        {
            RecordId = request.RecordId,
            Title = request.Title,
            PickupBranch = request.PickupBranch,
            Position = position,
            State = HoldState.Waiting,
        };

    private SamplePatron? Find(Patron patron) => patrons.GetValueOrDefault(patron.Card);
}
