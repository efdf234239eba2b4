using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>A text as it is compared: without spaces, the same in letters, and the numbers in it.</summary>
internal readonly record struct Spelling(string Squashed, string Letters, string Digits)
{
    public static Spelling Of(string text)
    {
        var squashed = KoreanText.Squash(text);
        return new Spelling(squashed, Hangul.Letters(squashed), string.Concat(squashed.Where(char.IsAsciiDigit)));
    }
}
