namespace Bupyeong.Chatbot.Conversations;

/// <summary>
/// What came through a door: words of the resident, or an event such as <see cref="Events.Join"/>. The client's own id
/// makes a repeated delivery one and the same utterance.
/// </summary>
public sealed record Utterance(string? Text, string? ClientId = null, string? Event = null)
{
    /// <summary>What makes it one and the same: an event's id is no id that a client chooses for its words.</summary>
    public string? Key => Event is not null && ClientId is not null ? $"\u0001{ClientId}" : ClientId;
}

/// <summary>What can happen in a conversation besides words.</summary>
public static class Events
{
    public const string Join = "join";
    public const string SignedIn = "signed-in";
    public const string SignOut = "sign-out";
    public const string SignedOutByIdling = "idle";
    public const string MessageLeft = "message-left";
    public const string NobodyCame = "nobody-came";
}
