using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Korean;

/// <summary>How a word sounds at its end.</summary>
public enum EndSound
{
    Unknown,
    Vowel,
    Consonant,
    Rieul,
}

/// <summary>The last sound of a word as Koreans read it aloud: Hangul, digits, Latin letters, signs that have a name.</summary>
public static partial class WordEnding
{
    /// <summary>What a bracket at the end may hold that is read and no gloss: the number of a volume.</summary>
    private static readonly HashSet<string> VolumeWords = ["상", "중", "하", "전", "완", "상권", "중권", "하권"];

    public static EndSound Of(string word)
    {
        var read = WithoutGloss(Plain(word).TrimEnd());
        for (var end = read.Length; end > 0; end--)
        {
            if (OfLast(read.AsSpan(0, end)) is { } sound)
                return sound;
        }
        return EndSound.Unknown;
    }

    /// <summary>The sound of the last character; null for one that is silent, such as a bracket or a question mark.</summary>
    private static EndSound? OfLast(ReadOnlySpan<char> word)
    {
        var last = word[^1];
        if (Hangul.IsSyllable(last))
            return Of(Hangul.FinalOf(last));
        if (Hangul.IsLetter(last))
            return Hangul.IsVowel(last) ? EndSound.Vowel : OfLetter(last);
        if (char.IsAsciiDigit(last))
            return OfNumber(word);
        if (LatinReading.IsLatin(last))
            return LatinReading.Of(word);
        if (OfSign(word) is { } sign)
            return sign;
        return char.IsLetterOrDigit(last) ? OfForeign(last) : null;
    }

    private static EndSound Of(char final) =>
        final switch
        {
            '\0' => EndSound.Vowel,
            'ㄹ' => EndSound.Rieul,
            _ => EndSound.Consonant,
        };

    /// <summary>A consonant is called by its name (기역, 리을): every name ends in the consonant itself.</summary>
    private static EndSound OfLetter(char consonant) => consonant == 'ㄹ' ? EndSound.Rieul : EndSound.Consonant;

    /// <summary>일 이 삼 사 오 육 칠 팔 구, then 십 백 천 만 억: of these 조 alone ends in its vowel.</summary>
    private static EndSound OfNumber(ReadOnlySpan<char> word)
    {
        // A proper fraction ends in its numerator, 이분의 일; anything else with a stroke is read as it stands.
        if (Fraction().Match(word.ToString()) is { Success: true } fraction && IsProper(fraction))
            word = fraction.Groups[1].ValueSpan;
        var number = Number().Match(word.ToString());
        var digits = number.Groups[1].Value.Replace(",", "", StringComparison.Ordinal);
        // Behind a point each digit is read by itself, 영 or 공 too.
        if (number.Groups[2].Length > 0)
            digits = number.Groups[2].Value[^1..];
        var zeros = digits.Length - digits.TrimEnd('0').Length;
        if (zeros > 0)
            return zeros is >= 12 and < 16 ? EndSound.Vowel : EndSound.Consonant;
        return digits[^1] switch
        {
            '1' or '7' or '8' => EndSound.Rieul,
            '3' or '6' => EndSound.Consonant,
            _ => EndSound.Vowel,
        };
    }

    private static bool IsProper(Match fraction) =>
        int.Parse(fraction.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
        < int.Parse(fraction.Groups[2].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Signs that are spoken: 퍼센트, 도, 플러스, and 샵 of C#.</summary>
    private static EndSound? OfSign(ReadOnlySpan<char> word) =>
        word switch
        {
            [.., '%' or '°' or '℃'] => EndSound.Vowel,
            [.., var before, '+'] when before == '+' || char.IsLetterOrDigit(before) => EndSound.Vowel,
            [.., >= 'A' and <= 'G', '#' or '♯'] => EndSound.Consonant,
            _ => null,
        };

    /// <summary>
    /// Kana end in a vowel but for ん. Of Chinese characters those that number volumes are known (상 중 하 권, 일 이 삼 …);
    /// the rest is not guessed.
    /// </summary>
    private static EndSound OfForeign(char letter) =>
        letter switch
        {
            'ん' or 'ン' => EndSound.Consonant,
            >= 'ぁ' and <= 'ヺ' or 'ー' => EndSound.Vowel,
            '上' or '中' or '卷' or '全' or '三' or '六' or '十' or '百' or '千' => EndSound.Consonant,
            '下' or '二' or '四' or '五' or '九' => EndSound.Vowel,
            '一' or '七' or '八' => EndSound.Rieul,
            _ => EndSound.Unknown,
        };

    /// <summary>
    /// What stands in brackets behind a word explains it and is not read: 사과(apple)는, 홍길동(20)… The particle goes with
    /// the word before, as in the tossi library (github.com/what-studio/tossi, "나뭇가지(만렙)를"). A volume is read.
    /// </summary>
    private static string WithoutGloss(string word)
    {
        while (Gloss().Match(word) is { Success: true } gloss)
        {
            var (before, inside) = (gloss.Groups[1].Value, gloss.Groups[2].Value.Trim());
            if (!before.Any(char.IsLetterOrDigit) || VolumeWords.Contains(inside) || Volume().IsMatch(inside))
                return word;
            word = before.TrimEnd();
        }
        return word;
    }

    /// <summary>Letters put together, wide ones made narrow, ① Ⅲ ½ written out; half of an emoji does no harm.</summary>
    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in string.Concat(word.EnumerateRunes()).Normalize())
        {
            if (c is >= '！' and <= '～')
                plain.Append((char)(c - '！' + '!'));
            else if (char.IsNumber(c) && !char.IsAsciiDigit(c))
                plain.Append(WrittenOut(c));
            else
                plain.Append(c);
        }
        return plain.ToString();
    }

    private static string WrittenOut(char number)
    {
        var value = char.GetNumericValue(number);
        return value == Math.Floor(value)
            ? value.ToString(CultureInfo.InvariantCulture)
            : number.ToString().Normalize(NormalizationForm.FormKC).Replace('⁄', '/');
    }

    [GeneratedRegex(@"^(.*?)[(\[【〔]([^()\[\]【】〔〕]*)[)\]】〕]\W*$", RegexOptions.Singleline)]
    private static partial Regex Gloss();

    [GeneratedRegex(@"^(제\s*)?\d{1,3}\s*(권|편|부|집)?$")]
    private static partial Regex Volume();

    [GeneratedRegex(@"(?<![\d/])(\d{1,2})/(\d{1,2})$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"(\d[\d,]*)(?:\.(\d+))?$")]
    private static partial Regex Number();
}
