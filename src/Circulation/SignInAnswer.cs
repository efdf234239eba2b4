namespace Bupyeong.Chatbot.Circulation;

/// <summary>What a person who tried to sign in is told; the same for a card that exists and one that does not.</summary>
public abstract record SignInAnswer
{
    public sealed record Accepted(Patron Patron) : SignInAnswer;

    /// <summary>Wrong, and how long this card now has to wait.</summary>
    public sealed record Refused(TimeSpan Wait) : SignInAnswer;

    /// <summary>Not even tried, because this card has to wait.</summary>
    public sealed record TooSoon(TimeSpan Wait) : SignInAnswer;

    /// <summary>Not even tried, because too many went wrong from this address.</summary>
    public sealed record TooManyFromHere(TimeSpan Wait) : SignInAnswer;
}
