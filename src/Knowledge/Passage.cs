namespace Bupyeong.Chatbot.Knowledge;

/// <summary>A part of an entry that is read by itself: the heading it stands under, "" for none, and its sentences.</summary>
public sealed record Passage(string Heading, IReadOnlyList<string> Sentences)
{
    public string Text => $"{Heading} {string.Join(' ', Sentences)}";
}
