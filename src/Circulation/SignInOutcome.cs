namespace Bupyeong.Chatbot.Circulation;

/// <summary>The library system's word on a card and PIN; it does not say which of the two was wrong.</summary>
public abstract record SignInOutcome
{
    public sealed record Accepted(Patron Patron) : SignInOutcome;

    public sealed record Refused : SignInOutcome;
}
