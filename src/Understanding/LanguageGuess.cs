using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>The language of a message by its letters: ko, en, zh, ja, vi, other, or none.</summary>
internal static class LanguageGuess
{
    private const string VietnameseLetters = "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";

    private static readonly HashSet<string> EnglishOpenings =
    [
        .. "what where when how can could do does did is are who which i please may have will would show find renew".Split(
            ' '
        ),
    ];

    /// <summary>Without one of these, Latin letters are a title, a brand or a slip of the hand ("asdf").</summary>
    private static readonly HashSet<string> EnglishWords =
    [
        .. EnglishOpenings,
        .. "the a an to of for in my me you we it and not hello hi hey book books library card open close time today loan return borrow help thank thanks english".Split(
            ' '
        ),
    ];

    /// <summary>Written in the language that the dialogs are taught in, or in none that is known.</summary>
    public static bool IsKorean(string language) => language is "ko" or "none";

    public static string Of(string text)
    {
        var (hangul, kana, han, latin, other) = (0, 0, 0, 0, 0);
        foreach (var c in text)
        {
            if (Hangul.IsSyllable(c) || Hangul.IsLetter(c))
                hangul++;
            else if (c is >= '\u3041' and <= '\u30FF' and not '・')
                kana++;
            else if (c is >= '\u3400' and <= '\u9FFF')
                han++;
            else if (c <= '\u024F' || c is >= '\u1E00' and <= '\u1EFF')
                latin += char.IsLetter(c) ? 1 : 0;
            else if (char.IsLetter(c))
                other++;
        }
        if (hangul > 0)
            return latin > hangul * 2 && IsEnglishSentence(text) ? "en" : "ko";
        if (kana > 0)
            return "ja";
        if (han > 0)
            return "zh";
        return latin > other ? LatinLanguage(text)
            : other > 0 ? "other"
            : "none";
    }

    private static string LatinLanguage(string text)
    {
        var marked = text.Count(c => VietnameseLetters.Contains(char.ToLowerInvariant(c)));
        if (marked * 12 >= text.Length)
            return "vi";
        var words = text.ToLowerInvariant().Split([' ', '?', '!', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(EnglishWords.Contains) ? "en" : "none";
    }

    /// <summary>"Do you have 한강 books" is English; "The Very Hungry Caterpillar 있어요" is not.</summary>
    private static bool IsEnglishSentence(string text) =>
        text.ToLowerInvariant().Split(' ') is [var first, _, _, ..] words
        && EnglishOpenings.Contains(first)
        && !(
            words[^1].Length > 1
            && "요다까줘나음임죠여".Contains(words[^1].TrimEnd('?', '.', '!')[^1..], StringComparison.Ordinal)
        );
}
