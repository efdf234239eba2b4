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

/// <summary>The rules in force on a day: they change, and differ before and after the change.</summary>
public delegate LoanRules LoanRulesOn(DateOnly day);
