namespace Bupyeong.Chatbot.Circulation;

/// <summary>What came of asking for a longer loan (연장).</summary>
public abstract record Renewal
{
    /// <summary>The loan as it is now, due on its new day.</summary>
    public sealed record Granted(Loan Loan, DateOnly Due) : Renewal;

    public sealed record Refused(RenewalRefusal Reason) : Renewal;
}

/// <summary>Why a loan cannot be renewed.</summary>
public enum RenewalRefusal
{
    NotOnLoan,
    CardExpired,
    Suspended,
    Overdue,
    InterlibraryLoan,

    /// <summary>Nothing of its kind is renewed.</summary>
    NotRenewable,
    AlreadyRenewed,
    ReservedByAnother,

    /// <summary>The new due date would be no later than the one it has.</summary>
    DueDateUnchanged,
}
