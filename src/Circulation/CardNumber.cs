using System.Text;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Circulation;

/// <summary>A library card number (회원번호); it shows itself only to who asks, never to a log or a serialiser.</summary>
public readonly record struct CardNumber
{
    private const int Digits = 10;

    private readonly string? value;

    private CardNumber(string value) => this.value = value;

    /// <summary>One form for every way to type a card: spaces, dashes, width, case and a missing P do not count.</summary>
    public static CardNumber Of(string typed)
    {
        var bare = KoreanText.Squash(typed.Normalize(NormalizationForm.FormKC)).ToUpperInvariant();
        return new(bare.Length == Digits && bare.All(char.IsAsciiDigit) ? $"P{bare}" : bare);
    }

    /// <summary>The number itself, for the library system.</summary>
    public string Reveal() => value ?? "";

    public override string ToString() => "[회원번호 가림]";
}
