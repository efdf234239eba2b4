namespace Bupyeong.Chatbot.Privacy;

/// <summary>A text fit to be stored, and what was taken out of it.</summary>
public sealed record MaskedText(string Text, PrivateKinds Found)
{
    public bool IsMasked => Found is not PrivateKinds.None;
}

/// <summary>What must not be kept: 주민등록번호, telephone, card number, e-mail, PIN.</summary>
[Flags]
public enum PrivateKinds
{
    None = 0,
    ResidentNumber = 1,
    Phone = 2,
    Card = 4,
    Email = 8,
    Pin = 16,
}
