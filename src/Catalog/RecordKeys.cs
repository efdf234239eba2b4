using System.Globalization;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>What a record is compared by, computed once when the catalogue is read.</summary>
internal sealed partial class RecordKeys
{
    public RecordKeys(CatalogRecord record)
    {
        Record = record;
        var numbered = record.Volume is null ? NumberAtEnd().Match(record.Title) : Match.Empty;
        Volume = record.Volume ?? (numbered.Success ? Number(numbered) : null);
        var names = NamesOf(record, numbered.Success ? record.Title[..numbered.Index] : null).ToArray();
        Names = names;
        Titles = [.. Spellings(names.Concat(names.Select(name => $"{name}{record.Volume}")))];
        Initials = [.. Titles.Select(title => Hangul.Initials(title.Squashed))];
        Authors = [.. Spellings(record.AuthorNames)];
        Subjects = [.. record.Subjects.Concat(CatalogWords.LabelsOf(record)).Select(KoreanText.Squash)];
        TitleWords =
        [
            .. names.SelectMany(KoreanTerms.Words).SelectMany(word => new[] { word, TermStemmer.Stem(word) }),
        ];
        Rest = string.Join('|', Spellings([record.Subtitle, record.Publisher]).Select(s => s.Squashed));
        Work = $"{record.MainAuthor}|{names.FirstOrDefault(name => name.Any(Hangul.IsSyllable), record.Title)}";
    }

    public CatalogRecord Record { get; }

    /// <summary>The volume of its own column, or the number that ends the title: "불편한 편의점 2".</summary>
    public int? Volume { get; }

    /// <summary>The title, the series and other titles, as they are written.</summary>
    public IReadOnlyList<string> Names { get; }

    public Spelling[] Titles { get; }

    public string[] Initials { get; }

    public Spelling[] Authors { get; }

    public HashSet<string> Subjects { get; }

    public HashSet<string> TitleWords { get; }

    /// <summary>Subtitle and publisher, which count for less.</summary>
    public string Rest { get; }

    /// <summary>The same for all volumes of one work, however each title is written.</summary>
    public string Work { get; }

    private static IEnumerable<string> NamesOf(CatalogRecord record, string? titleWithoutNumber) =>
        new[] { titleWithoutNumber ?? record.Title, record.Title, record.Series }
            .Concat(record.OtherTitle.Split(';', StringSplitOptions.TrimEntries))
            .Where(name => !string.IsNullOrWhiteSpace(name));

    private static IEnumerable<Spelling> Spellings(IEnumerable<string> texts) =>
        texts.Select(Spelling.Of).Where(spelling => spelling.Squashed.Length > 0).Distinct();

    private static int Number(Match match) => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=[^\d\s])\s+(?<number>\d{1,2})$")]
    private static partial Regex NumberAtEnd();
}
