using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// The language of a message: by its letters where they tell, and by its short words (dialogs/entities/languages.md)
/// where several languages share the letters. "none" for letters that no known language makes words of.
/// </summary>
public sealed class LanguageGuess(NamedLines lines)
{
    public const string Korean = "ko";
    private const string Unknown = "none";

    /// <summary>Written in letters that none of the languages known here has.</summary>
    private const string Other = "other";
    private const string Latin = "latin";
    private const string Cyrillic = "cyrillic";
    private const string VietnameseLetters = "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ";
    private const string MongolianLetters = "өү";

    /// <summary>How a Korean sentence ends, whatever foreign title stands in it.</summary>
    private const string KoreanEnds = "요다까줘나음임죠여해어지네래가";

    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u0E00', '\u0E7F', "th"),
        ('\u0900', '\u097F', "ne"),
        ('\u1000', '\u109F', "my"),
        ('\u0400', '\u04FF', Cyrillic),
        ('\u3041', '\u30FF', "ja"),
        ('\u3400', '\u9FFF', "zh"),
        ('\u1E00', '\u1EFF', Latin),
        ('\u0041', '\u024F', Latin),
    ];

    private readonly Dictionary<string, HashSet<string>> words = lines.ToDictionary(
        line => line.Name,
        line => line.Text.Split(' ').ToHashSet()
    );

    /// <summary>A letter of those that English and Vietnamese make words of, with blanks between them.</summary>
    internal static bool IsLatin(char letter) => char.IsLetter(letter) && letter <= '\u1EFF';

    /// <summary>Written in Korean, or in no language that is known.</summary>
    public static bool IsKorean(string language) => language is Korean or Unknown;

    public string Of(string text)
    {
        var hangul = text.Count(c => Hangul.IsSyllable(c) || Hangul.IsLetter(c));
        var scripts = text.Where(char.IsLetter).Select(ScriptOf).OfType<string>().CountBy(script => script).ToList();
        if (scripts is [])
            return hangul > 0 ? Korean
                : text.Any(char.IsLetter) ? Other
                : Unknown;
        // Japanese writes Chinese characters between its own.
        var (script, letters) = scripts.Exists(script => script.Key is "ja")
            ? scripts.Find(script => script.Key is "ja")
            : scripts.MaxBy(script => script.Value);
        if (hangul > 0 && (IsKoreanSentence(text) || letters <= (script is Latin ? hangul * 2 : hangul)))
            return Korean;
        var language = script switch
        {
            Latin => OfLatin(text, least: hangul > 0 ? 2 : 1),
            Cyrillic => OfCyrillic(text),
            _ => script,
        };
        return language is Unknown && hangul > 0 ? Korean : language;
    }

    private string OfLatin(string text, int least)
    {
        var letters = text.Count(char.IsLetter);
        var marked = text.Count(c => VietnameseLetters.Contains(char.ToLowerInvariant(c)));
        return marked * 12 >= letters ? "vi" : ByWords(text, ["en", "vi", "uz", "tl"], least) ?? Unknown;
    }

    private string OfCyrillic(string text) =>
        text.Any(c => MongolianLetters.Contains(char.ToLowerInvariant(c)))
            ? "mn"
            : ByWords(text, ["ru", "mn"], 1) ?? "ru";

    /// <summary>The language with the most words in the text; the first of several, and null where none has enough.</summary>
    private string? ByWords(string text, IReadOnlyList<string> languages, int least)
    {
        var said = text.ToLowerInvariant()
            .Split([' ', '?', '!', '.', ',', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var best = languages.MaxBy(language => said.Count(words[language].Contains));
        return best is not null && said.Count(words[best].Contains) >= least ? best : null;
    }

    private static string? ScriptOf(char letter) =>
        Array.Find(Scripts, script => letter >= script.First && letter <= script.Last).Language;

    private static bool IsKoreanSentence(string text) =>
        text.TrimEnd('?', '.', '!', ' ') is [.., var last] && KoreanEnds.Contains(last);
}
