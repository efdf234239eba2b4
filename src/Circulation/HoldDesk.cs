using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Circulation;

/// <summary>The decision a librarian makes over a hold, by the rules of the day, the copies and the branch's calendar.</summary>
public sealed class HoldDesk(LoanRulesOn rules, BranchDirectory branches, CopiesOf copies)
{
    /// <summary>Why the patron with these loans and holds cannot have this one; null when they can.</summary>
    public HoldRefusal? WhyNot(HoldRequest request, Standing standing, int waiting, DateOnly today) =>
        OfTheCard(standing.Patron, today)
        ?? OfTheAccount(request, standing, today)
        ?? OfTheCopies(request)
        ?? OfTheNumbers(standing, waiting, rules(today, LoanCase.Of(standing.Patron, request)));

    /// <summary>The last day on which a hold that was ready on a day is kept: closed days do not count.</summary>
    public DateOnly PickUpBy(DateOnly ready, LoanCase asked)
    {
        var days = rules(ready, asked).HoldPickupDays;
        var kept = branches.Find(asked.Branch ?? "") is not { } branch
            ? []
            : Enumerable
                .Range(1, BranchDirectory.DaysToLookAhead)
                .Select(later => ready.AddDays(later))
                .Where(day => branches.HoursOn(branch, day) is not DayHours.Closed)
                .Take(days)
                .ToList();
        return kept.Count == days ? kept[^1] : ready.AddDays(days);
    }

    private static HoldRefusal? OfTheCard(Patron patron, DateOnly today) =>
        patron.CardExpires < today ? HoldRefusal.CardExpired
        : patron.HoldsBannedUntil >= today ? HoldRefusal.NoShowBan
        : patron.SuspendedUntil >= today ? HoldRefusal.Suspended
        : null;

    private static HoldRefusal? OfTheAccount(HoldRequest request, Standing standing, DateOnly today) =>
        standing.Loans.Any(loan => loan.IsOverdueOn(today)) ? HoldRefusal.OverdueLoan
        : standing.Holds.Any(hold => hold.RecordId == request.RecordId) ? HoldRefusal.AlreadyReserved
        : standing.Loans.Any(loan => loan.RecordId == request.RecordId) ? HoldRefusal.OnLoanToYou
        : null;

    private HoldRefusal? OfTheCopies(HoldRequest request)
    {
        var here = copies(request.RecordId).Where(copy => copy.Branch == request.PickupBranch).ToList();
        return here is [] ? HoldRefusal.NotHeld
            : here.TrueForAll(copy => !copy.IsLent) ? HoldRefusal.NotForLoan
            : here.Exists(copy => copy.IsOnShelf) ? HoldRefusal.OnTheShelf
            : null;
    }

    private static HoldRefusal? OfTheNumbers(Standing standing, int waiting, LoanRules rules) =>
        standing.Holds.Count >= rules.HoldLimit ? HoldRefusal.HoldLimitReached
        : waiting >= rules.HoldQueue ? HoldRefusal.QueueFull
        : null;
}

/// <summary>A patron with what they have on loan and on hold.</summary>
public sealed record Standing(Patron Patron, IReadOnlyList<Loan> Loans, IReadOnlyList<Hold> Holds);
