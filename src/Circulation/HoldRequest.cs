namespace Bupyeong.Chatbot.Circulation;

/// <summary>A title that a patron wants kept for them (예약), and the code of the branch where they would fetch it.</summary>
public sealed record HoldRequest(string RecordId, string Title, string PickupBranch);

/// <summary>What would come of a hold if it were placed now.</summary>
public abstract record HoldOutlook
{
    /// <summary>It would be placed behind so many others.</summary>
    public sealed record Open(int Waiting) : HoldOutlook;

    public sealed record Refused(HoldRefusal Reason) : HoldOutlook;
}

/// <summary>What came of asking for a hold.</summary>
public abstract record HoldPlacing
{
    public sealed record Placed(Hold Hold) : HoldPlacing;

    public sealed record Refused(HoldRefusal Reason) : HoldPlacing;
}

/// <summary>What came of giving a hold up.</summary>
public enum HoldCancelling
{
    Cancelled,

    /// <summary>There is no such hold: it was given up before, or never placed.</summary>
    NotReserved,
}

/// <summary>Why a title cannot be reserved.</summary>
public enum HoldRefusal
{
    CardExpired,
    NoShowBan,
    Suspended,

    /// <summary>Something is on loan beyond its day.</summary>
    OverdueLoan,
    AlreadyReserved,
    OnLoanToYou,

    /// <summary>The branch has no copy of it.</summary>
    NotHeld,

    /// <summary>The branch has copies, but none that is lent.</summary>
    NotForLoan,

    /// <summary>It stands on the shelf and can be borrowed by whoever comes.</summary>
    OnTheShelf,
    HoldLimitReached,
    QueueFull,
}
