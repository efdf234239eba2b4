using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Search;

/// <summary>The terms by which Korean text is found, however it was spaced, inflected or abbreviated.</summary>
internal static class KoreanTerms
{
    /// <summary>Words in their normal form: a change between Hangul and Latin or digits also ends a word.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var normal = KoreanText.Normalize(text);
        var start = 0;
        for (var i = 0; i <= normal.Length; i++)
        {
            var ends = i == normal.Length || !char.IsLetterOrDigit(normal[i]);
            if (!ends && (i == start || IsEastAsian(normal[i]) == IsEastAsian(normal[i - 1])))
                continue;
            if (i > start)
                yield return normal[start..i];
            start = ends ? i + 1 : i;
        }
    }

    /// <summary>
    /// Stems of words, and pairs of neighbouring syllables across spaces, so that "불편한편의점" meets "불편한 편의점을".
    /// </summary>
    public static IEnumerable<string> Of(string text)
    {
        var previous = '\0';
        foreach (var word in Words(text))
        {
            if (!IsEastAsian(word[0]))
            {
                previous = '\0';
                yield return word;
                continue;
            }
            // Two syllables are a pair already; one or many would otherwise not be a term of their own.
            if (TermStemmer.Stem(word) is { Length: not 2 } stem)
                yield return stem;
            foreach (var syllable in word)
            {
                if (previous != '\0')
                    yield return string.Concat([previous, syllable]);
                previous = syllable;
            }
        }
    }

    /// <summary>Pairs of initial consonants: "ㅂㅍㅎ" meets "불편한".</summary>
    public static IEnumerable<string> Initials(string text) =>
        KoreanText.Bigrams(Hangul.Initials(KoreanText.Squash(text)));

    /// <summary>Runs of three letters with the edges marked: "토디" still shares its beginning with "토지".</summary>
    public static IEnumerable<string> Letters(string text)
    {
        var letters = $"^{Hangul.Letters(KoreanText.Squash(text))}$";
        for (var i = 0; i + 3 <= letters.Length; i++)
            yield return letters.Substring(i, 3);
    }

    /// <summary>Typed in initial consonants alone, such as "ㅂㅍㅎㅍㅇㅈ".</summary>
    public static bool IsInitials(string text)
    {
        var squashed = KoreanText.Squash(text);
        return squashed.Length >= 2
            && squashed.Any(Hangul.IsLetter)
            && squashed.All(c => Hangul.IsLetter(c) || char.IsAsciiDigit(c));
    }

    /// <summary>Hangul, Han and kana, whose words run together; other scripts are kept by whole words.</summary>
    public static bool IsEastAsian(char letter) => letter >= 0x2E80;
}
