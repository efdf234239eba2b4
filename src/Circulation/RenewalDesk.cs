using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Circulation;

/// <summary>The decision a librarian makes over a renewal, by the rules of the day and the branch's calendar.</summary>
public sealed class RenewalDesk(LoanRulesOn rules, BranchDirectory branches)
{
    public Renewal Decide(Patron patron, Loan loan, DateOnly today)
    {
        var numbers = rules(today, LoanCase.Of(patron, loan));
        var due = OpenDayFrom(loan.Due.AddDays(numbers.RenewalDays), loan.Branch);
        return WhyNot(patron, loan, due, numbers, today) is { } reason
            ? new Renewal.Refused(reason)
            : new Renewal.Granted(loan with { Due = due, Renewals = loan.Renewals + 1 }, due);
    }

    /// <summary>This day, or the next on which the branch is open.</summary>
    public DateOnly OpenDayFrom(DateOnly day, string branch) =>
        branches.Find(branch) is { } found ? branches.DueDateOn(day, found) : day;

    private static RenewalRefusal? WhyNot(Patron patron, Loan loan, DateOnly due, LoanRules numbers, DateOnly today) =>
        patron.CardExpires < today ? RenewalRefusal.CardExpired
        : patron.SuspendedUntil >= today ? RenewalRefusal.Suspended
        : loan.IsOverdueOn(today) ? RenewalRefusal.Overdue
        : loan.IsInterlibrary ? RenewalRefusal.InterlibraryLoan
        : numbers.RenewalTimes == 0 ? RenewalRefusal.NotRenewable
        : loan.Renewals >= numbers.RenewalTimes ? RenewalRefusal.AlreadyRenewed
        : loan.ReservedByAnother ? RenewalRefusal.ReservedByAnother
        : due <= loan.Due ? RenewalRefusal.DueDateUnchanged
        : null;
}
