using System.Collections.Frozen;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>The catalogue of all branches: searched the way residents ask, with the copies of what is found.</summary>
public sealed class LibraryCatalog : IDisposable
{
    private readonly TimeProvider time;
    private readonly FrozenDictionary<string, RecordKeys> records;
    private readonly ILookup<string, CatalogFiles.Copy> copies;
    private readonly CatalogSearch search;
    private readonly BookKin kin;

    private LibraryCatalog(CatalogFiles files, ISearchIndex index, TimeProvider time)
    {
        this.time = time;
        records = files.Records.ToFrozenDictionary(record => record.Id, record => new RecordKeys(record));
        copies = files.Copies.ToLookup(copy => copy.Holding.RecordId);
        search = new CatalogSearch(records, index);
        kin = new BookKin(records);
    }

    /// <summary>True while the records and copies are samples: whoever shows them says 견본.</summary>
    public bool IsSample => true;

    public int Count => records.Count;

    /// <summary>Every title under which a record is known, once.</summary>
    public IEnumerable<string> Titles => records.Values.SelectMany(keys => keys.Names).Distinct();

    /// <summary>Reads records.csv and holdings.csv in the folder, and has the engine index them.</summary>
    /// <exception cref="InvalidDataException">Names the file, the line and the column that are wrong.</exception>
    public static LibraryCatalog Open(string folder, SearchEngine engine, TimeProvider time)
    {
        var files = CatalogFiles.Read(folder);
        var index = CatalogSearch.Open(engine, files.Records);
        return new LibraryCatalog(files, index, time);
    }

    public SearchResult Search(CatalogQuery query) => search.Find(query);

    public CatalogRecord? Find(string id) => records.GetValueOrDefault(id)?.Record;

    public IReadOnlyList<Holding> HoldingsOf(string recordId)
    {
        var today = time.SeoulToday();
        return
        [
            .. copies[recordId]
                .Select(copy => copy.Holding with { Due = copy.DueInDays is { } days ? today.AddDays(days) : null }),
        ];
    }

    /// <summary>The most borrowed (인기 대출), for one audience or for all.</summary>
    public IReadOnlyList<CatalogRecord> Popular(string? audience, int max) => Most(audience, _ => true, max);

    /// <summary>The most borrowed of one subject, such as 공룡 or 역사소설.</summary>
    public IReadOnlyList<CatalogRecord> BySubject(string subject, string? audience, int max) =>
        Most(audience, keys => keys.Subjects.Contains(Spelling.Of(subject).Squashed), max);

    /// <summary>The most borrowed in one form, such as large-print.</summary>
    public IReadOnlyList<CatalogRecord> OfFormat(string format, int max) =>
        Most(null, keys => keys.Record.Format == format, max);

    /// <summary>All that is held of the same work or series, in order.</summary>
    public IReadOnlyList<CatalogRecord> VolumesOf(CatalogRecord record) => kin.VolumesOf(record);

    /// <summary>The main author's other works.</summary>
    public IReadOnlyList<CatalogRecord> OthersBy(CatalogRecord record, int max) => kin.OthersBy(record, max);

    /// <summary>Others for the same readers, and the subjects that they share.</summary>
    public IReadOnlyList<(CatalogRecord Record, IReadOnlyList<string> Shared)> Like(CatalogRecord record, int max) =>
        kin.Like(record, max);

    public void Dispose() => search.Dispose();

    private CatalogRecord[] Most(string? audience, Func<RecordKeys, bool> isWanted, int max) =>
        [
            .. records
                .Values.Where(keys => (audience is null || keys.Record.Audience == audience) && isWanted(keys))
                .OrderByDescending(keys => keys.Record.Loans)
                .ThenBy(keys => keys.Record.Id, StringComparer.Ordinal)
                .DistinctBy(keys => keys.Work)
                .Take(max)
                .Select(keys => keys.Record),
        ];
}
