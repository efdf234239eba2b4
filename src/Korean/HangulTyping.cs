using System.Text;

namespace Bupyeong.Chatbot.Korean;

/// <summary>Letters put together into syllables the way a two-set keyboard does it ("ㄷㅐㅊㅜㄹ" → "대출").</summary>
public static class HangulTyping
{
    private static readonly Dictionary<(char, char), char> Compounds = new()
    {
        [('ㅗ', 'ㅏ')] = 'ㅘ',
        [('ㅗ', 'ㅐ')] = 'ㅙ',
        [('ㅗ', 'ㅣ')] = 'ㅚ',
        [('ㅜ', 'ㅓ')] = 'ㅝ',
        [('ㅜ', 'ㅔ')] = 'ㅞ',
        [('ㅜ', 'ㅣ')] = 'ㅟ',
        [('ㅡ', 'ㅣ')] = 'ㅢ',
        [('ㄱ', 'ㅅ')] = 'ㄳ',
        [('ㄴ', 'ㅈ')] = 'ㄵ',
        [('ㄴ', 'ㅎ')] = 'ㄶ',
        [('ㄹ', 'ㄱ')] = 'ㄺ',
        [('ㄹ', 'ㅁ')] = 'ㄻ',
        [('ㄹ', 'ㅂ')] = 'ㄼ',
        [('ㄹ', 'ㅅ')] = 'ㄽ',
        [('ㄹ', 'ㅌ')] = 'ㄾ',
        [('ㄹ', 'ㅍ')] = 'ㄿ',
        [('ㄹ', 'ㅎ')] = 'ㅀ',
        [('ㅂ', 'ㅅ')] = 'ㅄ',
    };

    private static readonly Dictionary<char, string> Parts = Compounds.ToDictionary(
        pair => pair.Value,
        pair => $"{pair.Key.Item1}{pair.Key.Item2}"
    );

    /// <summary>Letters as they are typed: ㅘ is two keys.</summary>
    public static string Keys(char letter) => Parts.GetValueOrDefault(letter) ?? letter.ToString();

    public static string Assemble(string letters)
    {
        var text = new StringBuilder(letters.Length);
        for (var i = 0; i < letters.Length; )
        {
            var vowelAt = i + 1;
            if (!Hangul.IsConsonant(letters[i]) || vowelAt >= letters.Length || !Hangul.IsVowel(letters[vowelAt]))
            {
                text.Append(Joined(letters, i, out i));
                continue;
            }
            var initial = letters[i];
            var vowel = Joined(letters, vowelAt, out i);
            var final = Final(letters, ref i);
            var syllable = Hangul.Compose(initial, vowel, final);
            if (syllable == '\0')
                text.Append(initial).Append(vowel).Append(final == '\0' ? "" : final.ToString());
            else
                text.Append(syllable);
        }
        return text.ToString();
    }

    private static char Joined(string letters, int at, out int next)
    {
        if (
            at + 1 < letters.Length
            && Hangul.IsVowel(letters[at])
            && Compounds.TryGetValue((letters[at], letters[at + 1]), out var compound)
        )
        {
            next = at + 2;
            return compound;
        }
        next = at + 1;
        return letters[at];
    }

    /// <summary>A consonant is a final only when no vowel follows it: then it begins the next syllable.</summary>
    private static char Final(string letters, ref int at)
    {
        if (!Takes(letters, at) || letters[at] is 'ㄸ' or 'ㅃ' or 'ㅉ')
            return '\0';
        var final = letters[at++];
        if (Takes(letters, at) && Compounds.TryGetValue((final, letters[at]), out var compound))
        {
            at++;
            return compound;
        }
        return final;
    }

    private static bool Takes(string letters, int at) =>
        at < letters.Length
        && Hangul.IsConsonant(letters[at])
        && (at + 1 >= letters.Length || !Hangul.IsVowel(letters[at + 1]));
}
