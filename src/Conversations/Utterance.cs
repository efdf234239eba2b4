using Bupyeong.Chatbot.Dialogs;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>
/// What came through a door: words of the resident, or an event such as <see cref="Events.Join"/>. The client's own id
/// makes a repeated delivery one and the same utterance.
/// </summary>
public sealed record Utterance(string? Text, string? ClientId = null, string? Event = null)
{
    /// <summary>Begins the ids that this host gives to its own events; no client's message passes for one of them.</summary>
    public const string OfHost = "host:";

    /// <summary>Asks for the first page of an audience; null when there is none for it.</summary>
    public static Utterance? FirstPageFor(string audience, string? clientId) =>
        FirstPage.Audiences.Contains(audience) ? new(audience, clientId, Events.FirstPage) : null;
}

/// <summary>What can happen in a conversation besides words.</summary>
public static class Events
{
    public const string Join = "join";
    public const string SignedIn = "signed-in";
    public const string End = "end";
    public const string SignedOutByIdling = "idle";
    public const string MessageLeft = "message-left";
    public const string NobodyCame = "nobody-came";
    public const string MovedUp = "moved-up";
    public const string FirstPage = "first-page";

    /// <summary>A librarian is there: the receipt and the name.</summary>
    public const string PersonCame = "person-came";

    /// <summary>What the librarian says, word for word.</summary>
    public const string PersonSaid = "person-said";

    /// <summary>The librarian hands on: a colleague is waited for.</summary>
    public const string PersonReturned = "person-returned";
    public const string PersonClosed = "person-closed";
    public const string PersonSilent = "person-silent";

    /// <summary>Staff have answered what was left for them: the receipt.</summary>
    public const string RequestAnswered = "request-answered";

    private static readonly HashSet<string> OfOthers =
    [
        NobodyCame,
        MovedUp,
        PersonCame,
        PersonSaid,
        PersonReturned,
        PersonClosed,
        PersonSilent,
        RequestAnswered,
    ];

    /// <summary>What others do is no sign that the resident is still there.</summary>
    public static bool IsOfOthers(string? happened) => happened is not null && OfOthers.Contains(happened);
}
