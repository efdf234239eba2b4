using System.Buffers;
using System.Globalization;
using System.Text;

namespace Bupyeong.Chatbot.Korean;

/// <summary>Text as it is compared: one form for what residents type in many.</summary>
public static class KoreanText
{
    private const int ShortText = 256;

    /// <summary>What most sentences are made of, and what has no capital.</summary>
    private static readonly SearchValues<char> Caseless = SearchValues.Create([
        .. Enumerable.Range(' ', 'A' - ' ').Concat(Enumerable.Range('[', '~' - '[' + 1)).Select(c => (char)c),
        .. Enumerable.Range('가', '힣' - '가' + 1).Select(c => (char)c),
    ]);

    /// <summary>The tidied text in lower case, letter for letter, so that a place in one is the same place in the other.</summary>
    public static string Normalize(string text) => Lower(Tidy(text));

    /// <summary>
    /// NFC, full width made half, control and zero-width characters gone, white space single; half of a surrogate pair
    /// becomes U+FFFD. FormC and not FormKC, which turns ㄳ into conjoining letters.
    /// </summary>
    public static string Tidy(string text)
    {
        if (IsTidy(text))
            return text;
        var whole = Whole(text);
        var composed = whole.IsNormalized(NormalizationForm.FormC) ? whole : whole.Normalize(NormalizationForm.FormC);
        var clean = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            var letter = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (char.GetUnicodeCategory(letter) is not UnicodeCategory.Format)
                clean.Append(letter);
        }
        if (clean.Length > 0 && clean[^1] == ' ')
            clean.Length--;
        return clean.ToString();
    }

    /// <summary>Most sentences are: syllables, plain letters and single spaces have no other form.</summary>
    private static bool IsTidy(string text)
    {
        var previous = ' ';
        foreach (var c in text)
        {
            // Those for private use stand for what was read already, and no form composes them.
            var isPlain =
                c is > ' ' and <= '~'
                || Hangul.IsSyllable(c)
                || Hangul.IsLetter(c)
                || c == ' ' && previous != ' '
                || c is >= '\uE000' and <= '\uF8FF';
            if (!isPlain)
                return false;
            previous = c;
        }
        return text.Length == 0 || previous != ' ';
    }

    private static string Lower(string text) => text.AsSpan().ContainsAnyExcept(Caseless) ? Lowered(text) : text;

    private static string Lowered(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = char.ToLowerInvariant(source[i]);
            }
        );

    /// <summary>Normalising throws on half of a surrogate pair, and a cut-off message can end in one.</summary>
    private static string Whole(string text)
    {
        StringBuilder? repaired = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                (repaired ??= new StringBuilder(text))[i] = '\uFFFD';
        }
        return repaired?.ToString() ?? text;
    }

    /// <summary>The normalised text with letters and digits alone: spacing and punctuation do not count.</summary>
    public static string Squash(string text)
    {
        var tidy = Tidy(text);
        var letters = tidy.Length <= ShortText ? stackalloc char[tidy.Length] : new char[tidy.Length];
        var count = 0;
        foreach (var c in tidy)
        {
            if (char.IsLetterOrDigit(c))
                letters[count++] = char.ToLowerInvariant(c);
        }
        return new string(letters[..count]);
    }

    /// <summary>Runs of two neighbouring characters of the squashed text; a single character stands for itself.</summary>
    public static IEnumerable<string> Bigrams(string text)
    {
        var squashed = Squash(text);
        if (squashed.Length == 1)
            yield return squashed;
        for (var i = 0; i + 1 < squashed.Length; i++)
            yield return squashed.Substring(i, 2);
    }
}
