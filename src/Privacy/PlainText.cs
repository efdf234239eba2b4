using System.Globalization;
using System.Text;

namespace Bupyeong.Chatbot.Privacy;

/// <summary>
/// A text as the patterns read it, one character for one: every kind of digit is 0 to 9, every dash a dash, every space
/// a space, and what cannot be seen is gone. It remembers where each character came from.
/// </summary>
internal sealed class PlainText
{
    private readonly List<(int Start, int End)> origins = [];
    private readonly char[] letters;

    public PlainText(string text)
    {
        var letters = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; )
        {
            Rune.TryGetRuneAt(text, i, out var rune);
            var length = rune == default && text[i] != '\0' ? 1 : rune.Utf16SequenceLength;
            if (LetterOf(text, i, rune) is { } letter)
            {
                letters.Append(letter);
                origins.Add((i, i + length));
            }
            i += length;
        }
        this.letters = letters.ToString().ToCharArray();
        Letters = letters.ToString();
    }

    public string Letters { get; private set; }

    /// <summary>Puts a mark over letters, so that no later pattern reads them again.</summary>
    public void Cover(IEnumerable<(int Start, int End)> spans, char mark)
    {
        foreach (var (start, end) in spans)
            Array.Fill(letters, mark, start, end - start);
        Letters = new(letters);
    }

    /// <summary>The place of these letters in the text as it was written.</summary>
    public (int Start, int End) Origin((int Start, int End) span) =>
        (origins[span.Start].Start, origins[span.End - 1].End);

    private static char? LetterOf(string text, int index, Rune rune)
    {
        if (CharUnicodeInfo.GetDigitValue(text, index) is >= 0 and var digit)
            return (char)('0' + digit);
        if (rune.Value is >= 0xFF01 and <= 0xFF5E)
            return (char)(rune.Value - 0xFEE0);
        return rune.Value switch
        {
            '~' or 0x223C or 0x301C => '~',
            '_' or 0x3161 or 0x30FC or 0x2212 or 0x2500 or 0x2501 => '-',
            0x00B7 or 0x318D or 0x2022 or 0x3002 or 0x2024 => '.',
            0x3164 or 0x115F or 0x1160 => null,
            _ => Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => null,
                UnicodeCategory.Control => rune.Value is '\t' or '\n' or '\r' ? ' ' : null,
                UnicodeCategory.DashPunctuation => '-',
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                    ' ',
                // A character beyond the basic plane matters to no pattern; one letter stands in for it.
                _ => rune.IsBmp ? (char)rune.Value : '\uFFFC',
            },
        };
    }
}
