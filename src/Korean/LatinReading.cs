using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Korean;

/// <summary>
/// The last sound of Latin letters as Koreans read them: abbreviations by letter (PDF 피디에프, URL 유알엘), words by the
/// 외래어 표기법 for English (wonder 원더, apple 애플, book 북), units by name (10km 킬로미터), II and IV as numbers.
/// </summary>
internal static partial class LatinReading
{
    private const int ShortestWordInCapitals = 4;
    private const int LongestAbbreviation = 5;

    /// <summary>Words that are not read as their letters let expect, where the loan is older or shorter than the rule.</summary>
    private static readonly FrozenDictionary<string, EndSound> Irregular = new[]
    {
        (EndSound.Consonant, "type good foot group out about big bag god robot"),
        (EndSound.Vowel, "hit set kit jet knit bit mat nut ballet bouquet buffet cabaret debut pierrot anime nestle"),
    }
        .SelectMany(row => row.Item2.Split(' ').Select(word => KeyValuePair.Create(word, row.Item1)))
        .ToFrozenDictionary();

    public static bool IsLatin(char letter) =>
        char.IsAsciiLetter(letter) || letter is >= 'À' and <= 'ɏ' and not ('×' or '÷');

    public static EndSound Of(ReadOnlySpan<char> word)
    {
        var start = word.Length;
        while (start > 0 && IsLatin(word[start - 1]))
            start--;
        var letters = word[start..].ToString();
        if (Unit().Match(word.ToString()) is { Success: true } unit)
            return unit.Groups[1].Value.EndsWith('g') ? EndSound.Consonant : EndSound.Vowel;
        if (IsCode(word, letters))
            return OfSpelling(letters[^1]);
        if (letters.Length > 1 && letters.All(letter => letter is 'I' or 'V' or 'X'))
            return WordEnding.Of(Roman(letters).ToString(CultureInfo.InvariantCulture));
        if (!char.IsAscii(letters[^1]))
            return EndSound.Vowel;
        return IsSpelt(letters)
            ? OfSpelling(char.ToUpperInvariant(letters[^1]))
            : OfReading(Plain(letters).ToLowerInvariant());
    }

    /// <summary>One letter, or capitals that nobody can say as a word: TV, SQL, HTML, MBTI — but LOVE and BOOK are read.</summary>
    private static bool IsSpelt(string letters) =>
        letters.Length == 1
        || !letters.Any(char.IsLower)
            && (letters.Length < ShortestWordInCapitals || !letters.Any(IsVowel) || ThreeConsonants().IsMatch(letters))
            && letters.Length <= LongestAbbreviation;

    /// <summary>Capitals with digits before them, such as a receipt, are read one by one.</summary>
    private static bool IsCode(ReadOnlySpan<char> word, string letters) =>
        word[(word.LastIndexOf(' ') + 1)..].ContainsAnyInRange('0', '9') && letters.All(char.IsAsciiLetterUpper);

    private static bool IsVowel(char letter) => "AEIOUY".Contains(letter, StringComparison.Ordinal);

    private static EndSound OfSpelling(char letter) =>
        letter switch
        {
            'L' or 'R' => EndSound.Rieul,
            'M' or 'N' => EndSound.Consonant,
            _ => EndSound.Vowel,
        };

    /// <summary>외래어 표기법 3장 1절: a short vowel before p, t, k closes the syllable; after a long one or a consonant 으 follows.</summary>
    private static EndSound OfReading(string word)
    {
        if (Irregular.TryGetValue(word, out var known))
            return known;
        return word switch
        {
            [.., 'l'] or [.., _, 'l', 'e'] => EndSound.Rieul,
            [.., 'm' or 'n'] or [.., 'n', 'g'] or [.., 'm', 'b'] or [.., 'n', 'n', 'e'] => EndSound.Consonant,
            [.., 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'r', 'm' or 'n', 'e'] => EndSound.Consonant,
            [.., 'c', 'k'] or [.., 'o', 'o', 'k'] or [.., 't', 't'] or [.., 'p', 'p'] => EndSound.Consonant,
            ['a' or 'e' or 'i' or 'o' or 'u', 'b' or 'p' or 't'] => EndSound.Consonant,
            [
                ..,
                not ('a' or 'e' or 'i' or 'o' or 'u'),
                'a'
                or 'e'
                or 'i'
                or 'o'
                or 'u',
                'b'
                or 'c'
                or 'k'
                or 'p'
                or 't',
            ] => EndSound.Consonant,
            _ => EndSound.Vowel,
        };
    }

    private static int Roman(string numeral)
    {
        var values = numeral
            .Select(letter =>
                letter switch
                {
                    'I' => 1,
                    'V' => 5,
                    _ => 10,
                }
            )
            .ToList();
        return values.Select((value, at) => values.Skip(at + 1).Any(later => later > value) ? -value : value).Sum();
    }

    /// <summary>Without accents.</summary>
    private static string Plain(string letters) =>
        string.Concat(letters.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter));

    [GeneratedRegex(@"(?<![A-Za-z\d-])\d+(?:\.\d+)?\s?(km|cm|mm|m|kg|mg|g|ml|mL|l|L)$")]
    private static partial Regex Unit();

    [GeneratedRegex("[B-DF-HJ-NP-TV-XZ]{3}")]
    private static partial Regex ThreeConsonants();
}
