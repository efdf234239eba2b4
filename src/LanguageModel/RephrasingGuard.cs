using System.Globalization;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Decides whether the model's sentences may be shown; whatever the prompt or a passage said, this has the last word.</summary>
internal static partial class RephrasingGuard
{
    private const int PromptRun = 8;
    private const double LeastHangul = 0.6;
    private const double LeastKnown = 0.5;

    private static readonly string PromptLetters = Bare(Prompt.Instructions);

    public static Objection Check(Rephrasing asked, IReadOnlyList<CitedSentence> sentences, int longest)
    {
        if (
            sentences is []
            || sentences.Any(sentence => sentence.Passage < 1 || sentence.Passage > asked.Passages.Count)
        )
            return Objection.NotCited;
        if (sentences.Sum(sentence => sentence.Text.Length + 1) > longest)
            return Objection.TooLong;
        return sentences
            .Select(sentence => Check(sentence.Text, asked.Passages[sentence.Passage - 1], asked.Title))
            .FirstOrDefault(objection => objection is not Objection.None);
    }

    private static Objection Check(string text, string passage, string title) =>
        !IsPlain(text) ? Objection.NotPlain
        : SentenceEnd().IsMatch(text) ? Objection.NotCited
        : !IsKorean(text, passage) ? Objection.OtherLanguage
        : HasPromptWords(text, passage) ? Objection.PromptWords
        : NumbersCheck.Check(text, passage) is var number and not Objection.None ? number
        : AllIn(Day(), text, passage) is false ? Objection.UnknownDay
        : AllIn(Name(), text, $"{passage} {title}") is false ? Objection.UnknownName
        : IsNegative(text) != IsNegative(passage) ? Objection.OtherPolarity
        : !IsFrom(text, $"{passage} {title}") ? Objection.NotFromPassage
        : Objection.None;

    /// <summary>What any words of the model must be: plain Korean with no day, name or word of the prompt that the source has not.</summary>
    public static Objection CheckWords(string text, string source, string prompt) =>
        !IsPlain(text) ? Objection.NotPlain
        : !IsKorean(text, source) ? Objection.OtherLanguage
        : HasPromptWords(text, source, Bare(prompt)) ? Objection.PromptWords
        : !AllIn(Day(), text, source) ? Objection.UnknownDay
        : !AllIn(Name(), text, source) ? Objection.UnknownName
        : Objection.None;

    private static bool IsPlain(string text) =>
        text is not ""
        && !Markup().IsMatch(text)
        && !text.Any(letter =>
            char.GetUnicodeCategory(letter)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
        );

    /// <summary>Chinese letters and kana are those of the passage or none.</summary>
    private static bool IsKorean(string text, string passage)
    {
        var letters = text.Count(char.IsLetter);
        return letters > 0
            && text.Count(letter => letter is >= '가' and <= '힣') >= letters * LeastHangul
            && text.Where(letter => letter is >= '\u3040' and <= '\u9FFF')
                .All(letter => passage.Contains(letter, StringComparison.Ordinal));
    }

    private static bool HasPromptWords(string text, string passage, string? prompt = null)
    {
        var (bare, known) = (Bare(text), Bare(passage));
        return Enumerable
            .Range(0, Math.Max(0, bare.Length - PromptRun + 1))
            .Select(start => bare.Substring(start, PromptRun))
            .Any(run =>
                (prompt ?? PromptLetters).Contains(run, StringComparison.Ordinal)
                && !known.Contains(run, StringComparison.Ordinal)
            );
    }

    private static bool AllIn(Regex pattern, string text, string source)
    {
        var known = Bare(source);
        return pattern
            .Matches(text)
            .Select(found => Bare(found.Groups["n"].Value))
            .All(found => known.Contains(found, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>"할 수 있어요" of "할 수 없어요" has every word of it and the opposite sense.</summary>
    private static bool IsNegative(string text) => Negation().IsMatch(text);

    /// <summary>What is spoken of is in the passage, and so are most of the words; no promise is added.</summary>
    private static bool IsFrom(string text, string source)
    {
        if (!AllIn(Promise(), text, source))
            return false;
        var words = Word().Matches(text).Select(word => word.Value).ToList();
        var known = words.Count(word => Knows(word, source));
        return known >= words.Count * LeastKnown
            && Topic().Matches(text).Select(topic => topic.Groups["n"].Value).All(topic => Knows(topic, source));
    }

    private static bool Knows(string word, string source) =>
        Bare(source).Contains(word.Length > 2 ? word[..2] : word, StringComparison.Ordinal);

    private static string Bare(string text) => Space().Replace(text, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(
        @"https?:|www\.|[\w-]\.(kr|com|net|org|io|me)\b|@|[*_#`\[\]|<>{}\\\^]|^\s*([-•·+]|\d+[.)])\s",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Markup();

    // A second sentence behind the first would go without a citation of its own.
    [GeneratedRegex(@"(?<=[\p{L})\]])[.!?…]+\s*\p{L}")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"(?<n>[월화수목금토일]요일|평일|주말|공휴일|명절|설날|추석|오전|오후|정오|자정|새벽|아침|저녁|밤|오늘|내일|모레|어제|매일|매주|매월|매달|매년|격주|상반기|하반기|연중|방학)"
    )]
    private static partial Regex Day();

    [GeneratedRegex(
        @"[「『《〈“""‘'](?<n>[^」』》〉”""’']+)[」』》〉”""’']|(?<n>[A-Za-z]{2,})"
            + @"|(?<n>\p{IsHangulSyllables}+(?:도서관|센터|학교|구청|시청|문화원|자료실|열람실|교육실|회원증|카드|선생님|관장|작가|교수|박사)|\p{IsHangulSyllables}{2,}(?:역|동|구|씨|님)(?![가-힣]))"
    )]
    private static partial Regex Name();

    [GeneratedRegex(
        @"없|않|못|아니|아닙|불가|금지|제외|(?<!\p{L})안\s?(?:되|돼|됩|해|하|받|빌|가|들)|말아|마세요|말고"
    )]
    private static partial Regex Negation();

    [GeneratedRegex(
        @"(?<n>무료|공짜|무제한|제한|누구나|모두|모든|전부|언제든|언제나|항상|반드시|꼭|절대|즉시|바로|절반|반값|할인|환불|보상|벌금|과태료|연체료)"
    )]
    private static partial Regex Promise();

    [GeneratedRegex(@"(?<!\p{L})\p{IsHangulSyllables}{2,}")]
    private static partial Regex Word();

    // 빌리는, 있는 and 또는 end like a topic and are none.
    [GeneratedRegex(
        @"(?<!\p{L})(?<n>\p{IsHangulSyllables}{1,}?)(?<!하|있|없|되|리|또|려|라|오|가|받|같|많|수)(?:은|는)(?!\p{L})"
    )]
    private static partial Regex Topic();
}
