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

/// <summary>The rules in force on a day, which differ before and after a change, and where a branch has its own.</summary>
public delegate LoanRules LoanRulesOn(DateOnly day, string? branch = null);
