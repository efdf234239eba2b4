using System.Globalization;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>A query as it can be read: with and without particles, words around it, and a volume at its end.</summary>
internal sealed partial record QueryReading
{
    private const int Longest = 200;

    /// <summary>The whole text, then what is left of it when less and less is taken for part of a title.</summary>
    public required IReadOnlyList<Spelling> Readings { get; init; }

    /// <summary>Words that mean something, each with its stem.</summary>
    public required IReadOnlyList<(string Word, string Stem)> Words { get; init; }

    public int? Volume { get; init; }

    public string? Isbn { get; init; }

    /// <summary>『…』 was typed: a title is meant and nothing else.</summary>
    public bool IsQuoted { get; init; }

    public bool IsInitials { get; init; }

    public bool IsEmpty => Readings is [] or [{ Squashed: "" }, ..];

    public static QueryReading Of(string typed)
    {
        var text = typed.Length > Longest ? typed[..Longest] : typed;
        var plain = KoreanText.Normalize(Quotes().Replace(text, " "));
        var core = WithoutFillers(plain);
        var volume = AtEnd().Match(core) is { Success: true } match ? match : null;
        var work = volume is null ? core : WithoutFillers(core[..volume.Index]);
        return new QueryReading
        {
            Readings = ReadingsOf(plain, core, work),
            Words = WordsOf(work),
            Volume = volume is null ? null : int.Parse(volume.Groups["number"].Value, CultureInfo.InvariantCulture),
            Isbn = IsbnIn().Match(plain) is { Success: true } isbn ? Catalog.Isbn.Normalize(isbn.Value) : null,
            IsQuoted = Quotes().IsMatch(text),
            IsInitials = KoreanTerms.IsInitials(work),
        };
    }

    private static Spelling[] ReadingsOf(string plain, string core, string work)
    {
        var squashed = KoreanText.Squash(work);
        var withoutBook = squashed.Length > 2 && squashed.EndsWith('책') ? squashed[..^1] : squashed;
        return
        [
            .. new[] { plain, core, work, TermStemmer.Stem(work, shortest: 1), withoutBook }
                .Select(Spelling.Of)
                .Where(spelling => spelling.Squashed.Length > 0)
                .Distinct(),
        ];
    }

    private static (string, string)[] WordsOf(string work)
    {
        var words = KoreanTerms.Words(work).SelectMany(CatalogWords.Apart).ToArray();
        var telling = words.Where(word => !CatalogWords.IsFiller(word)).ToArray();
        return [.. (telling is [] ? words : telling).Distinct().Select(word => (word, TermStemmer.Stem(word)))];
    }

    private static string WithoutFillers(string text)
    {
        var words = text.TrimEnd('?', '!', '.', '~', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        while (words.Length > 1 && CatalogWords.IsFiller(words[^1]))
            words = words[..^1];
        while (words.Length > 1 && CatalogWords.IsFiller(words[0]))
            words = words[1..];
        return string.Join(' ', words);
    }

    // A number at the end, after something else: "토지 1권", "흔한남매 12", "삼체 제2부를".
    [GeneratedRegex(@"(?<=[^\d\s].*?)\s*제?\s*(?<number>\d{1,3})\s*(권|편|화|부|호|집|탄)?(을|를|은|는|이|가|도|만)?$")]
    private static partial Regex AtEnd();

    [GeneratedRegex("[『』「」《》〈〉“”\"]")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"(?<!\d)(97[89][-\s]?)?\d([-\s]?\d){8}[-\s]?[\dx](?!\d)")]
    private static partial Regex IsbnIn();
}
