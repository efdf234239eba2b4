namespace Bupyeong.Chatbot.Requests;

/// <summary>What is to be filed: a kind, the resident's words, and the branch and member (card number) when they matter.</summary>
public sealed record Filing(string Receipt, string Conversation, string Kind, string Words)
{
    public string? Branch { get; init; }
    public string? Member { get; init; }

    /// <summary>Says no member's number, should it ever stand in a log line.</summary>
    public override string ToString() => $"{nameof(Filing)} {Receipt}";
}

/// <summary>A request as it stands. Contact and member are for the staff who answer, and for nobody else.</summary>
public sealed record LibraryRequest(string Receipt, string Conversation, string Kind, string Status, string Words)
{
    public string? Branch { get; init; }
    public DateTimeOffset At { get; init; }
    public string? Answer { get; init; }
    public string? Contact { get; init; }
    public string? Member { get; init; }

    public bool IsOpen => Status is RequestStatus.Filed or RequestStatus.Begun;

    /// <summary>Says neither contact nor member, should it ever stand in a log line.</summary>
    public override string ToString() => $"{nameof(LibraryRequest)} {Receipt}";
}

/// <summary>A step in a request: a new status with an answer perhaps, or a note that only staff read.</summary>
public sealed record RequestMove(string Receipt, string To, string By, string? Text = null)
{
    public bool IsNote { get; init; }
}

/// <summary>Where a request stands, and which moves there are.</summary>
public static class RequestStatus
{
    public const string Filed = "filed";
    public const string Begun = "begun";
    public const string Done = "done";
    public const string Declined = "declined";
    public const string Cancelled = "cancelled";

    private static readonly Dictionary<string, string[]> Moves = new()
    {
        [Filed] = [Begun, Done, Declined, Cancelled],
        [Begun] = [Done, Declined],
        [Done] = [],
        [Declined] = [],
        [Cancelled] = [],
    };

    public static IReadOnlyCollection<string> All => Moves.Keys;

    public static bool Allows(string from, string to) => Moves[from].Contains(to);
}
