using System.Globalization;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Decides whether the model's sentences may be shown; whatever the prompt or a passage said, this has the last word.</summary>
internal static partial class RephrasingGuard
{
    private const int PromptRun = 8;
    private const double LeastKnown = 0.5;
    private const double Whole = 0.7;

    private static readonly string PromptLetters = Bare(Prompt.Instructions("ko"));

    /// <summary>A whole answer: each sentence against the passage that it cites.</summary>
    public static Objection Check(Rephrasing asked, IReadOnlyList<CitedSentence> sentences, int longest)
    {
        if (sentences is [])
            return Objection.NotCited;
        if (sentences.Sum(sentence => sentence.Text.Length + 1) > longest)
            return Objection.TooLong;
        return sentences
            .Select(sentence => Check(asked, sentence))
            .FirstOrDefault(objection => objection is not Objection.None);
    }

    /// <summary>One sentence against the passage that it cites.</summary>
    public static Objection Check(Rephrasing asked, CitedSentence sentence)
    {
        if (sentence.Passage < 1 || sentence.Passage > asked.Passages.Count)
            return Objection.NotCited;
        if (Tongue.Of(asked.Language) is not { } tongue)
            return Objection.OtherLanguage;
        var passage = asked.Passages[sentence.Passage - 1];
        var source = $"{passage} {asked.Title} {asked.Named.ElementAtOrDefault(sentence.Passage - 1)}";
        return Form(sentence.Text, passage, tongue) is var form and not Objection.None
            ? form
            : Sense(new(sentence.Text, tongue), new(passage, KoreanTongue.Known), asked.Title, source, tongue);
    }

    /// <summary>What any words of the model must be: plain Korean with no day, name or word of the prompt that the source has not.</summary>
    public static Objection CheckWords(string text, string source, string prompt)
    {
        var known = Glossary.In(source, "ko").Select(term => term.Term).ToHashSet();
        var said = new SentenceRead(text, KoreanTongue.Known);
        return !IsPlain(text) ? Objection.NotPlain
            : !KoreanTongue.Known.IsWritten(text) || !HasKnownCharacters(text, source, KoreanTongue.Known)
                ? Objection.OtherLanguage
            : HasPromptWords(text, source, Bare(prompt)) ? Objection.PromptWords
            : said.Terms.Any(term => term.Term.Kind is TermKind.Day && !known.Contains(term.Term))
                ? Objection.UnknownDay
            : !HasKnownNames(said, source, KoreanTongue.Known) ? Objection.UnknownName
            : Objection.None;
    }

    private static Objection Form(string text, string passage, Tongue tongue) =>
        !IsPlain(text) ? Objection.NotPlain
        : SentenceEnd().IsMatch(text) ? Objection.NotCited
        : !tongue.IsWritten(text) || !HasKnownCharacters(text, passage, tongue) ? Objection.OtherLanguage
        : HasPromptWords(text, passage, PromptLetters) ? Objection.PromptWords
        : text.Length > passage.Length * tongue.Most.Each + tongue.Most.Besides ? Objection.TooLong
        : text.Length < passage.Length * tongue.Least ? Objection.NotFromPassage
        : Objection.None;

    private static Objection Sense(
        SentenceRead said,
        SentenceRead passage,
        string title,
        string source,
        Tongue tongue
    ) =>
        NumbersCheck.Check(said, passage) is var number and not Objection.None ? number
        : TermsCheck.Check(said, passage, title) is var term and not Objection.None ? term
        : !HasKnownNames(said, source, tongue) ? Objection.UnknownName
        : !DeniesAs(said, passage) ? Objection.OtherPolarity
        : !tongue.IsPlain(said.Rest) || !said.IsTranslated && !IsFrom(said.Text, source) ? Objection.NotFromPassage
        : Objection.None;

    /// <summary>A sentence that leaves something out may deny less often, and never what is not denied.</summary>
    private static bool DeniesAs(SentenceRead said, SentenceRead passage) =>
        (said.Halves is not { } told || passage.Halves is not { } halves || told == halves)
        && (
            said.Denials == passage.Denials
            || said.Denials > 0 && said.Denials < passage.Denials && said.Text.Length < passage.Text.Length * Whole
        );

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
                    // Ⅳ, ½ and ⑤ are numbers that nothing here reads.
                    or UnicodeCategory.LetterNumber
                    or UnicodeCategory.OtherNumber
        );

    /// <summary>Chinese characters and kana are those of the passage or none, but in Chinese.</summary>
    private static bool HasKnownCharacters(string text, string passage, Tongue tongue) =>
        tongue.Code is "zh"
        || text.Where(letter => letter is >= '\u3040' and <= '\u9FFF')
            .All(letter => passage.Contains(letter, StringComparison.Ordinal));

    private static bool HasPromptWords(string text, string passage, string prompt)
    {
        var (bare, known) = (Bare(text), Bare(passage));
        return Enumerable
            .Range(0, Math.Max(0, bare.Length - PromptRun + 1))
            .Select(start => bare.Substring(start, PromptRun))
            .Any(run =>
                prompt.Contains(run, StringComparison.Ordinal) && !known.Contains(run, StringComparison.Ordinal)
            );
    }

    /// <summary>A name is in the passage, or is what the glossary calls something that is.</summary>
    private static bool HasKnownNames(SentenceRead said, string source, Tongue tongue)
    {
        var known = Bare(source);
        return tongue
            .Name.Matches(said.Text)
            .All(name =>
                name.Groups["first"] is { Success: true } first
                    && tongue.Openers.Contains(first.Value.ToLowerInvariant())
                || known.Contains(
                    Bare(name.Groups["n"].Success ? name.Groups["n"].Value : name.Groups["first"].Value),
                    StringComparison.OrdinalIgnoreCase
                )
                || said.IsTranslated && said.Terms.Any(term => Covers(term.Place, name))
            );

        static bool Covers(Match term, Match name) =>
            term.Index <= name.Index && name.Index + name.Length <= term.Index + term.Length;
    }

    /// <summary>What is spoken of is in the passage, and so are most of the words; no promise is added.</summary>
    private static bool IsFrom(string text, string source)
    {
        var known = Bare(source);
        if (Promise().Matches(text).Any(promise => !known.Contains(promise.Value, StringComparison.Ordinal)))
            return false;
        var words = Word().Matches(text).Select(word => word.Value).ToList();
        return words.Count(word => Knows(word, known)) >= words.Count * LeastKnown
            && Topic().Matches(text).Select(topic => topic.Groups["n"].Value).All(topic => Knows(topic, known));
    }

    private static bool Knows(string word, string source) =>
        source.Contains(word.Length > 2 ? word[..2] : word, StringComparison.Ordinal);

    private static string Bare(string text) => Space().Replace(text, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(
        @"https?:|www\.|[\w-]\.(kr|com|net|org|io|me)\b|@|[*_#`\[\]|<>{}\\\^]|^\s*([-•·+]|\d+[.)])\s",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Markup();

    // A second sentence behind the first would go without a citation of its own.
    [GeneratedRegex(
        @"(?<=[\p{L}\d%)\]](?<!\b[ap]\.?m))(?:[.!?…]+(?:\s+[\p{L}\p{N}]|(?<!\d\.)\p{L})|[。！？]+\s*[\p{L}\p{N}])"
    )]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"무제한|제한|누구나|언제든|언제나|항상|반드시|꼭|절대|즉시|절반|반값|할인|환불|보상|벌금|과태료|연체료"
    )]
    private static partial Regex Promise();

    [GeneratedRegex(@"(?<!\p{L})\p{IsHangulSyllables}{2,}")]
    private static partial Regex Word();

    // 빌리는, 있는 and 또는 end like a topic and are none.
    [GeneratedRegex(
        @"(?<!\p{L})(?<n>\p{IsHangulSyllables}{1,}?)(?<!하|있|없|되|리|또|려|라|오|가|받|같|많|수|쓰|보|쉬|사|여|지|주|다니|나오)(?:은|는)(?!\p{L})"
    )]
    private static partial Regex Topic();
}
