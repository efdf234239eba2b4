namespace Bupyeong.Chatbot.Requests;

/// <summary>Where a call for a librarian stands, and which moves there are.</summary>
public static class HandoverStatus
{
    /// <summary>Asked for while the doors were closed: the assistant goes on, and staff see the call.</summary>
    public const string Requested = "requested";
    public const string Queued = "queued";
    public const string Person = "person";
    public const string Closed = "closed";
    public const string GivenUp = "given-up";
    public const string Unanswered = "unanswered";

    private static readonly Dictionary<string, string[]> Moves = new()
    {
        [Requested] = [Queued, Person, Closed],
        [Queued] = [Person, Closed, GivenUp, Unanswered],
        [Person] = [Queued, Closed],
        [Closed] = [],
        [GivenUp] = [],
        [Unanswered] = [],
    };

    public static IReadOnlyCollection<string> All => Moves.Keys;

    public static bool Allows(string from, string to) => Moves[from].Contains(to);
}

/// <summary>A call for a librarian under its receipt; <paramref name="Staff"/> is the name under which one has come.</summary>
public sealed record Handover(string Receipt, string Conversation, string Status, DateTimeOffset At)
{
    public string? Staff { get; init; }

    /// <summary>When the present wait began, or when the librarian last did something.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>One move: what stood before, what since, who made it and when.</summary>
public sealed record Move(string From, string To, string By, DateTimeOffset At, string? Note);

/// <summary>A move that is not allowed from where the matter stands.</summary>
public sealed class MoveRefusedException(string receipt, string from, string to, string message) : Exception(message)
{
    public string Receipt => receipt;
    public string From => from;
    public string To => to;

    public static MoveRefusedException NotAllowed(string receipt, string from, string to) =>
        new(receipt, from, to, $"{receipt} cannot go from '{from}' to '{to}'.");
}

/// <summary>There is nothing under this receipt.</summary>
public sealed class NoSuchReceiptException(string receipt) : Exception($"There is nothing under {receipt}.");
