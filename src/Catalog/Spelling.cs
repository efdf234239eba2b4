using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>A text as it is compared: without spaces, and the same in letters.</summary>
internal readonly record struct Spelling(string Squashed, string Letters)
{
    public static Spelling Of(string text)
    {
        var squashed = KoreanText.Squash(text);
        return new Spelling(squashed, Hangul.Letters(squashed));
    }
}
