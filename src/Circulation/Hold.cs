namespace Bupyeong.Chatbot.Circulation;

/// <summary>
/// A reserved title (예약): its place in the queue, or the day until which it waits on the shelf. A patron has one hold of
/// a title at most.
/// </summary>
public sealed record Hold
{
    public required string RecordId { get; init; }
    public required string Title { get; init; }

    /// <summary>The code of the branch where it is picked up.</summary>
    public required string PickupBranch { get; init; }

    /// <summary>1 is the next in the queue.</summary>
    public int Position { get; init; } = 1;

    public required HoldState State { get; init; }
    public DateOnly? PickUpBy { get; init; }
}

/// <summary>How far a hold has come.</summary>
public enum HoldState
{
    Waiting,
    InTransit,
    Ready,
}
