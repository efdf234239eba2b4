using System.Globalization;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds every entity that a sentence names by itself; unmarked titles need the intent and come later.</summary>
internal sealed class EntityFinder(IReadOnlyList<EntityList> lists, bool knowsTitles)
{
    /// <summary>The list whose headings are "title" and "author": examples of what no list can hold.</summary>
    public const string TitlesList = "titles";

    /// <summary>The list whose headings are Korean phrases, and whose entries say the same in other languages.</summary>
    public const string PhrasesList = "phrases";

    /// <summary>The list of what only sounds like a day: it keeps the day from being found and is no entity itself.</summary>
    public const string NoDaysList = "no-days";
    private static readonly string NoDay = new EntityList(NoDaysList, []).Type;

    private static readonly string[] NotPlaces = ["버스", "출구", "서가", "국도", "창구"];

    private readonly ListMatcher listed = new(
        lists.SelectMany(list =>
            list.Name switch
            {
                TitlesList => knowsTitles ? TitlesOf(list) : [],
                PhrasesList => [],
                _ => [list],
            }
        )
    );
    private readonly BranchTypos typos = new(lists);

    private readonly ForeignPhrases phrases = new(lists.First(list => list.Name == PhrasesList), Spoken);

    /// <summary>The entities of a tidied text in a language, from left to right.</summary>
    public List<Entity> Find(string text, string language)
    {
        var plain = KoreanText.Normalize(text);
        if (plain.Length != text.Length)
            plain = text;
        plain = WordTypos.Mend(plain);
        var squashed = new SquashedText(plain);
        var candidates = Quotations
            .Find(text)
            .Concat(listed.Find(squashed))
            .Concat(typos.Find(squashed))
            .Concat(IsbnFinder.Find(plain))
            .Concat(Spoken(plain));
        // A short message in Latin letters may be of no known language: "next month programs".
        if (language != LanguageGuess.Korean)
            candidates = candidates.Concat(phrases.Find(squashed)).Concat(ForeignFigures.Find(plain, language));
        return
        [
            .. Segmentation
                .Best(candidates, text.Length)
                .Where(entity => entity.Type != NoDay)
                .Select(entity => entity with { Text = text.Substring(entity.Start, entity.Length) }),
        ];
    }

    private static IEnumerable<Candidate> Spoken(string text) =>
        [.. Dates(text), .. AgeFinder.Find(text), .. Places(text), .. AmountWords.Find(text)];

    /// <summary>The known titles, each its own value.</summary>
    private static EntityList[] TitlesOf(EntityList list)
    {
        var titles = list.Entries.Where(entry => entry.Value == EntityTypes.Title).SelectMany(entry => entry.Synonyms);
        return [new EntityList(EntityTypes.Title, [.. titles.Select(title => new EntityEntry(title, [title]))])];
    }

    private static IEnumerable<Candidate> Dates(string text) =>
        from found in DateFinder.Find(text)
        let type = found.Expression is ClockTime ? EntityTypes.Time : EntityTypes.Date
        let span = found.Start..(found.Start + found.Length)
        let candidate = Candidate.Of(type, text, span, found.Expression.ToString())
        select candidate with
        {
            Entity = candidate.Entity with { When = found.Expression },
        };

    private static IEnumerable<Candidate> Places(string text) =>
        from numeral in Numerals.Find(text)
        let end = numeral.Start + numeral.Length
        where numeral.IsOrdinal && !NotPlaces.Any(word => text.AsSpan(end).TrimStart().StartsWith(word))
        select Candidate.Of(
            EntityTypes.Ordinal,
            text,
            numeral.Start..end,
            numeral.Value.ToString(CultureInfo.InvariantCulture)
        );
}
