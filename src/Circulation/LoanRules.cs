namespace Bupyeong.Chatbot.Circulation;

/// <summary>The numbers that loans and holds go by, as they stand on a day.</summary>
public sealed record LoanRules(
    int LoanLimit,
    int LoanDays,
    int RenewalDays,
    int RenewalTimes,
    int SuspensionPerDay,
    int HoldLimit,
    int HoldPickupDays,
    int HoldQueue,
    int HoldNoShowLimit
);

/// <summary>What the numbers are asked for, as far as it is known: a branch, a title of the catalogue, and an audience.</summary>
public readonly record struct LoanCase(string? Branch = null, string? RecordId = null, string? Audience = null)
{
    public static LoanCase Of(Patron? patron, Loan loan) => new(loan.Branch, loan.RecordId, patron?.Audience);

    public static LoanCase Of(Patron? patron, HoldRequest hold) =>
        new(hold.PickupBranch, hold.RecordId, patron?.Audience);
}

/// <summary>
/// The rules in force on a day, which differ before and after a change, and where a branch, a kind of item or an audience
/// has its own.
/// </summary>
public delegate LoanRules LoanRulesOn(DateOnly day, LoanCase asked = default);
