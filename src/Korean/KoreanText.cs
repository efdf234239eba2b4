using System.Text;

namespace Bupyeong.Chatbot.Korean;

/// <summary>Text as it is compared: one form for what residents type in many.</summary>
public static class KoreanText
{
    /// <summary>
    /// NFC, full width made half, control and zero-width characters gone, lower case, white space single. FormC and
    /// not FormKC, which turns ㄳ into conjoining letters.
    /// </summary>
    public static string Normalize(string text)
    {
        var composed = text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);
        var clean = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            var letter = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                    clean.Append(' ');
            }
            else if (char.GetUnicodeCategory(letter) is not System.Globalization.UnicodeCategory.Format)
                clean.Append(char.ToLowerInvariant(letter));
        }
        if (clean.Length > 0 && clean[^1] == ' ')
            clean.Length--;
        return clean.ToString();
    }

    /// <summary>The normalised text with letters and digits alone: spacing and punctuation do not count.</summary>
    public static string Squash(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in Normalize(text))
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(c);
        }
        return letters.ToString();
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
