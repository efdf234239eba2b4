using static Bupyeong.Chatbot.Korean.StemmerWords;

namespace Bupyeong.Chatbot.Korean;

/// <summary>A word without its particles and endings, for search: 책을 → 책, 삼산에서 → 삼산, 빌릴게요 → 빌리.</summary>
public static class Stemmer
{
    /// <summary>The stem; a word that would be emptied, or that only looks inflected, stays as it is.</summary>
    public static string Stem(string token)
    {
        var stem = token;
        for (var round = 0; round < 3 && !Whole.Contains(stem); round++)
        {
            var shorter = Once(stem);
            if (shorter.Length == stem.Length)
                break;
            stem = shorter;
        }
        return stem;
    }

    /// <summary>The word without one particle behind it; verbs keep their endings.</summary>
    public static string WithoutParticle(string word) =>
        word.Length < 2 || !Hangul.IsSyllable(word[^1]) || Whole.Contains(word) ? word : Particle(word) ?? word;

    private static string Once(string word)
    {
        if (word.Length < 2 || !Hangul.IsSyllable(word[^1]))
            return word;
        return Cut(word, OfDoing, 2) ?? Intention(word) ?? Cut(word, Endings, 1) ?? Particle(word) ?? word;
    }

    private static string? Particle(string word)
    {
        var fitting =
            Cut(word, AfterFinal, 1, static before => HasFinal(before))
            ?? Cut(word, AfterVowel, 1, static before => !HasFinal(before));
        if (fitting is { Length: 1 } && word[^1] is '이' or '가' or '나' or '며')
            return OneSyllableNouns.Contains(fitting[0]) ? fitting : null;
        if (fitting is not null)
            return fitting;
        if (word.EndsWith('로') && word.Length > 2 && WordEnding.Of(word[..^1]) is not EndSound.Consonant)
            return word[..^1];
        return Cut(word, AfterAny, 2) ?? (OneSyllableNouns.Contains(word[0]) ? Cut(word, AfterAny, 1) : null);
    }

    private static bool HasFinal(char syllable) =>
        WordEnding.Of(syllable.ToString()) is EndSound.Consonant or EndSound.Rieul;

    /// <summary>빌릴게요: the ㄹ belongs to the ending.</summary>
    private static string? Intention(string word)
    {
        var cut = Cut(word, Intentions, 2);
        if (cut is null || !Hangul.IsSyllable(cut[^1]) || Hangul.FinalOf(cut[^1]) != 'ㄹ')
            return null;
        return cut[..^1] + Hangul.Compose(Hangul.InitialOf(cut[^1]), Hangul.VowelOf(cut[^1]));
    }

    private static string? Cut(string word, string[] suffixes, int keep, Func<char, bool>? fits = null)
    {
        foreach (var suffix in suffixes)
        {
            var rest = word.Length - suffix.Length;
            if (
                rest >= keep
                && word.EndsWith(suffix, StringComparison.Ordinal)
                && (fits is null || fits(word[rest - 1]))
            )
                return word[..rest];
        }
        return null;
    }
}
