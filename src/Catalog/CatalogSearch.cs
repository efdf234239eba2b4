using System.Collections.Frozen;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>Candidates from the index, then each compared with what was asked.</summary>
internal sealed class CatalogSearch(FrozenDictionary<string, RecordKeys> records, ISearchIndex index) : IDisposable
{
    private const string Audience = "audience";
    private const int Candidates = 60;
    private const int MostNearMisses = 3;
    private const double NearFloor = 0.3;
    private const double LoansWeight = 0.03;
    private const double ForeignWeight = 0.05;

    private static readonly SearchField[] Fields =
    [
        new("title", 4, Spelled: true),
        new("author", 3),
        new("subject", 1.5f),
        new("rest", 0.5f),
    ];

    private readonly FrozenDictionary<string, RecordKeys> byIsbn = records
        .Values.Where(keys => keys.Record.Isbn is not null)
        .GroupBy(keys => keys.Record.Isbn!)
        .ToFrozenDictionary(same => same.Key, same => same.First());

    private readonly FrozenDictionary<string, int> loansOfWork = records
        .Values.GroupBy(keys => keys.Work)
        .ToFrozenDictionary(work => work.Key, work => work.Max(keys => keys.Record.Loans));

    private readonly double mostLoans = Math.Log(2 + records.Values.Select(keys => keys.Record.Loans).Max());

    public static ISearchIndex Open(SearchEngine engine, IReadOnlyList<CatalogRecord> records) =>
        engine.Open(new IndexContent("catalog", Fields, [.. records.Select(DocumentOf)]));

    public SearchResult Find(CatalogQuery query)
    {
        var reading = QueryReading.Of(query.Text.Length > 0 ? query.Text : query.Author ?? "");
        if ((query.Isbn is { } given ? Isbn.Normalize(given) ?? given : reading.Isbn) is { } isbn)
            return ByIsbn(isbn);
        if (reading.IsEmpty)
            return SearchResult.Nothing;

        var within = query.Audience is { } wanted ? new SearchFilter { Tags = [new(Audience, [wanted])] } : null;
        var bare = reading.Readings[^1].Squashed;
        var text = reading.IsInitials ? bare : $"{query.Text} {bare} {query.Author}";
        var hits = Compare(query, reading, index.Search(text, Candidates, within));
        if (!hits.Exists(hit => hit.Kind is not MatchKind.NearMiss))
            hits.AddRange(Compare(query, reading, index.SearchSpelling(bare, Candidates, within)));
        return Sorted(hits, reading, query);
    }

    public void Dispose() => index.Dispose();

    private SearchResult ByIsbn(string isbn) =>
        byIsbn.TryGetValue(isbn, out var keys)
            ? new SearchResult([new CatalogHit(keys.Record, MatchKind.Exact, MatchedBy.Isbn, 1)], [], null)
            : SearchResult.Nothing;

    private List<CatalogHit> Compare(CatalogQuery query, QueryReading reading, IReadOnlyList<SearchHit> candidates)
    {
        var author = string.IsNullOrWhiteSpace(query.Author) ? (Spelling?)null : Spelling.Of(query.Author);
        var hits = new List<CatalogHit>(candidates.Count);
        foreach (var candidate in candidates)
        {
            var keys = records[candidate.Id];
            var hit = RecordMatch.Of(reading, keys);
            hits.Add(author is { } name && !IsBy(keys, name) ? AsNearMiss(hit) : hit);
        }
        return hits;
    }

    private static bool IsBy(RecordKeys keys, Spelling name) =>
        keys.Authors.Any(author => AuthorMatch.Similarity(name, author) >= AuthorMatch.SameName);

    private static CatalogHit AsNearMiss(CatalogHit hit) =>
        hit with
        {
            Kind = MatchKind.NearMiss,
            Score = Math.Min(hit.Score, RecordMatch.CloseFloor - 0.01),
        };

    private SearchResult Sorted(List<CatalogHit> hits, QueryReading reading, CatalogQuery query)
    {
        var isKorean = query.Text.Any(Hangul.IsSyllable);
        var sorted = hits.DistinctBy(hit => hit.Record.Id)
            .OrderByDescending(hit => hit.Kind)
            .ThenByDescending(hit => Math.Round(hit.Score + Preference(hit.Record, isKorean), 3))
            .ThenBy(hit => records[hit.Record.Id].Work, StringComparer.Ordinal)
            .ThenBy(hit => records[hit.Record.Id].Volume ?? 0)
            .ThenBy(hit => hit.Record.Id, StringComparer.Ordinal)
            .ToArray();
        var near = sorted.Where(hit => hit is { Kind: MatchKind.NearMiss, Score: >= NearFloor });
        return new SearchResult(
            [.. sorted.Where(hit => hit.Kind is not MatchKind.NearMiss).Take(query.Max)],
            [.. near.DistinctBy(hit => records[hit.Record.Id].Work).Take(MostNearMisses)],
            reading.Volume
        );
    }

    // Of equally good answers the more borrowed work comes first, and to a Korean query the Korean edition.
    private double Preference(CatalogRecord record, bool isKorean) =>
        LoansWeight * Math.Log(1 + loansOfWork[records[record.Id].Work]) / mostLoans
        - (isKorean && record.Language != "ko" ? ForeignWeight : 0);

    private static SearchDocument DocumentOf(CatalogRecord record) =>
        new(
            record.Id,
            [
                new("title", record.DisplayTitle),
                .. record.OtherTitle.Split(';').Select(title => new SearchText("title", title)),
                new("title", record.Series),
                .. record.AuthorNames.Select(name => new SearchText("author", name)),
                .. record
                    .Subjects.Concat(CatalogWords.LabelsOf(record))
                    .Select(word => new SearchText("subject", word)),
                new("rest", record.Subtitle),
                new("rest", record.Publisher),
            ]
        )
        {
            Tags = [new(Audience, record.Audience)],
        };
}
