using System.Text;

namespace Bupyeong.Chatbot.Korean;

/// <summary>The arithmetic of Hangul syllables (Unicode 3.12): initial, vowel and final letters in and out.</summary>
public static class Hangul
{
    private const int First = 0xAC00;
    private const int Last = 0xD7A3;
    private const int Finals = 28;
    private const int Vowels = 21;

    private const string InitialLetters = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private const string VowelLetters = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private const string FinalLetters = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    public static bool IsSyllable(char letter) => letter is >= (char)First and <= (char)Last;

    /// <summary>A letter that stands alone, such as ㄱ or ㅏ.</summary>
    public static bool IsLetter(char letter) => letter is >= 'ㄱ' and <= 'ㅣ';

    /// <summary>A vowel that stands alone, such as ㅏ.</summary>
    public static bool IsVowel(char letter) => letter is >= 'ㅏ' and <= 'ㅣ';

    /// <summary>A consonant that stands alone, such as ㄱ or ㄳ.</summary>
    public static bool IsConsonant(char letter) => letter is >= 'ㄱ' and <= 'ㅎ';

    public static char InitialOf(char syllable) => InitialLetters[(syllable - First) / (Vowels * Finals)];

    public static char VowelOf(char syllable) => VowelLetters[(syllable - First) / Finals % Vowels];

    /// <summary>The final letter, or '\0' when the syllable ends in its vowel.</summary>
    public static char FinalOf(char syllable)
    {
        var final = (syllable - First) % Finals;
        return final == 0 ? '\0' : FinalLetters[final - 1];
    }

    /// <summary>The syllable of these letters, or '\0' when they do not make one.</summary>
    public static char Compose(char initial, char vowel, char final = '\0')
    {
        var i = InitialLetters.IndexOf(initial);
        var v = VowelLetters.IndexOf(vowel);
        var f = final == '\0' ? 0 : FinalLetters.IndexOf(final) + 1;
        return i < 0 || v < 0 || (final != '\0' && f == 0) ? '\0' : (char)(First + (i * Vowels + v) * Finals + f);
    }

    /// <summary>Every syllable taken apart into its letters; everything else as it is ("책2" → "ㅊㅐㄱ2").</summary>
    public static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length * 3);
        foreach (var c in text)
        {
            if (!IsSyllable(c))
            {
                letters.Append(c);
                continue;
            }
            letters.Append(InitialOf(c)).Append(VowelOf(c));
            if (FinalOf(c) is var final and not '\0')
                letters.Append(final);
        }
        return letters.ToString();
    }

    /// <summary>Into how many letters a character is taken apart.</summary>
    public static int Count(char letter) =>
        !IsSyllable(letter) ? 1
        : FinalOf(letter) == '\0' ? 2
        : 3;

    /// <summary>The initial of every syllable; everything else as it is ("대출" → "ㄷㅊ").</summary>
    public static string Initials(string text) =>
        string.Create(
            text.Length,
            text,
            static (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                    span[i] = IsSyllable(source[i]) ? InitialOf(source[i]) : source[i];
            }
        );
}
