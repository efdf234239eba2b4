namespace Bupyeong.Chatbot.Korean;

/// <summary>How a word sounds at its end.</summary>
public enum EndSound
{
    Unknown,
    Vowel,
    Consonant,
    Rieul,
}

/// <summary>The last sound of a word as Koreans read it aloud: Hangul, digits, Latin letters; brackets are silent.</summary>
public static class WordEnding
{
    public static EndSound Of(string word)
    {
        var end = word.Length;
        while (end > 0 && !char.IsLetterOrDigit(word[end - 1]))
            end--;
        if (end == 0)
            return EndSound.Unknown;
        var last = word[end - 1];
        if (Hangul.IsSyllable(last))
            return Of(Hangul.FinalOf(last));
        if (Hangul.IsLetter(last))
            return Hangul.IsVowel(last) ? EndSound.Vowel
                : last == 'ㄹ' ? EndSound.Rieul
                : EndSound.Consonant;
        if (char.IsAsciiDigit(last))
            return OfNumber(word.AsSpan(0, end));
        return char.IsAsciiLetter(last) ? OfLatin(word.AsSpan(0, end)) : EndSound.Unknown;
    }

    private static EndSound Of(char final) =>
        final switch
        {
            '\0' => EndSound.Vowel,
            'ㄹ' => EndSound.Rieul,
            _ => EndSound.Consonant,
        };

    /// <summary>일 이 삼 사 오 육 칠 팔 구, then 십 백 천 만 억: of these 조 alone ends in its vowel.</summary>
    private static EndSound OfNumber(ReadOnlySpan<char> word)
    {
        var zeros = word.Length - word.TrimEnd('0').Length;
        if (zeros > 0)
            return zeros is >= 12 and < 16 ? EndSound.Vowel : EndSound.Consonant;
        return word[^1] switch
        {
            '1' or '7' or '8' => EndSound.Rieul,
            '3' or '6' => EndSound.Consonant,
            _ => EndSound.Vowel,
        };
    }

    /// <summary>Abbreviations are spelt (PDF 피디에프, URL 유알엘); words are read (wonder 원더, apple 애플).</summary>
    private static EndSound OfLatin(ReadOnlySpan<char> word)
    {
        var start = word.Length;
        while (start > 0 && char.IsAsciiLetter(word[start - 1]))
            start--;
        var letters = word[start..];
        if (letters.Length == 1 || letters.IndexOfAnyInRange('a', 'z') < 0)
            return OfSpelling(char.ToUpperInvariant(letters[^1]));
        return OfReading(letters.ToString().ToLowerInvariant());
    }

    private static EndSound OfSpelling(char letter) =>
        letter switch
        {
            'L' or 'R' => EndSound.Rieul,
            'M' or 'N' => EndSound.Consonant,
            _ => EndSound.Vowel,
        };

    private static EndSound OfReading(string word) =>
        word switch
        {
            [.., 'l'] or [.., _, 'l', 'e'] => EndSound.Rieul,
            [.., 'm'] or [.., 'n'] or [.., 'n', 'g'] => EndSound.Consonant,
            [.., _, 'm' or 'n', 'e'] => EndSound.Consonant,
            [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'a' or 'e' or 'i' or 'o' or 'u', 'b' or 'k' or 'p' or 't'] =>
                EndSound.Consonant,
            [.., 'o', 'o', 'k' or 'p' or 't'] or [.., 'c', 'k'] => EndSound.Consonant,
            _ => EndSound.Vowel,
        };
}
