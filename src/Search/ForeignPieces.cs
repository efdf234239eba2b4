using System.Globalization;
using System.Text;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Search;

/// <summary>
/// The pieces by which sentences of another language are compared: words and their neighbours, where a Chinese character
/// is a word, and what is spoken of, alone and together, by <paramref name="synonyms"/>.
/// </summary>
internal sealed class ForeignPieces(Synonyms synonyms)
{
    /// <summary>"is closed on that day": the most words that one synonym has; of characters it may have more.</summary>
    private const int LongestWords = 6;

    private const int ShortestStem = 3;

    private static readonly string[] Endings = ["ing", "ies", "ed", "es", "s", "e"];

    /// <summary>Every piece once.</summary>
    public HashSet<ulong> Of(string text)
    {
        var words = Words(text);
        var stems = words.ConvertAll(Stem);
        var pieces = new HashSet<ulong>();
        for (var i = 0; i < stems.Count; i++)
        {
            pieces.Add(TextPieces.OfWhole(stems[i]));
            if (i + 1 < stems.Count)
                pieces.Add(TextPieces.OfWhole($"{stems[i]} {stems[i + 1]}"));
        }
        var spokenOf = SpokenOf(words, stems);
        foreach (var (place, one) in spokenOf.Index())
        {
            pieces.Add(TextPieces.OfWhole($"<{one}>"));
            foreach (var other in spokenOf.Skip(place + 1))
                pieces.Add(TextPieces.OfWhole($"<{one}+{other}>"));
        }
        return pieces;
    }

    /// <summary>What the words mean, where they have a heading: the longest run of them that has one.</summary>
    private List<string> SpokenOf(List<string> words, List<string> stems)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; )
        {
            var length = Math.Min(LongestWords, words.Count - i);
            while (length > 0 && !Reads(string.Concat(words.Skip(i).Take(length)), found))
                length--;
            if (length == 0)
                Reads(stems[i], found);
            i += Math.Max(1, length);
        }
        return [.. found];
    }

    private bool Reads(string words, SortedSet<string> found)
    {
        if (synonyms.Find(words) is not { } heading)
            return false;
        found.Add(heading);
        return true;
    }

    /// <summary>Words without accents, since many who write Vietnamese leave them out.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in Plain(text))
        {
            var isChinese = c is >= '\u3400' and <= '\u9FFF';
            var breaks = !char.IsLetterOrDigit(c) || isChinese;
            // A Korean name begins a word in a sentence of another script.
            if (word.Length > 0 && (breaks || Hangul.IsSyllable(c) != Hangul.IsSyllable(word[^1])))
            {
                words.Add(word.ToString());
                word.Clear();
            }
            if (isChinese)
                words.Add(c.ToString());
            else if (!breaks)
                word.Append(c);
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    private static string Plain(string text)
    {
        var apart = KoreanText
            .Normalize(text)
            .Replace("'", "", StringComparison.Ordinal)
            .Replace("’", "", StringComparison.Ordinal);
        var plain = new StringBuilder(text.Length);
        foreach (var c in apart.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                plain.Append(c == 'đ' ? 'd' : c);
        }
        return plain.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>"borrowing" and "borrows" are "borrow"; in other languages few words end so.</summary>
    private static string Stem(string word) =>
        Array.Find(
            Endings,
            ending => word.EndsWith(ending, StringComparison.Ordinal) && word.Length - ending.Length >= ShortestStem
        )
            is { } ending
            ? word[..^ending.Length]
            : word;
}
