using System.Collections.Frozen;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>Books that belong to a book: its other volumes, its author's others, and those that are like it.</summary>
internal sealed class BookKin(FrozenDictionary<string, RecordKeys> records)
{
    /// <summary>One shared subject is chance: half the catalogue is 한국소설.</summary>
    private const int EnoughInCommon = 2;

    /// <summary>All that is held of the same work or series, in order.</summary>
    public IReadOnlyList<CatalogRecord> VolumesOf(CatalogRecord record) =>
        [
            .. records
                .Values.Where(other => IsSameSeries(records[record.Id], other))
                .OrderBy(keys => keys.Volume ?? 0)
                .ThenBy(keys => keys.Record.Id, StringComparer.Ordinal)
                .Select(keys => keys.Record),
        ];

    /// <summary>The main author's other works, the most borrowed first.</summary>
    public IReadOnlyList<CatalogRecord> OthersBy(CatalogRecord record, int max) =>
        record.MainAuthor.Length == 0
            ? []
            : Works(keys => keys.Record.AuthorNames.Contains(record.MainAuthor) && !IsKin(record, keys), max);

    /// <summary>Others for the same readers that share most subjects, and which those are.</summary>
    public IReadOnlyList<(CatalogRecord Record, IReadOnlyList<string> Shared)> Like(CatalogRecord record, int max) =>
        [
            .. records
                .Values.Where(keys =>
                    keys.Record.Audience == record.Audience && keys.Record.Language == record.Language
                )
                .Where(keys => !IsKin(record, keys) && keys.Record.MainAuthor != record.MainAuthor)
                .Select(keys => (keys, Shared: record.Subjects.Intersect(keys.Record.Subjects).ToList()))
                .Where(like => like.Shared.Count >= Math.Min(EnoughInCommon, record.Subjects.Count))
                .OrderByDescending(like => like.Shared.Count)
                .ThenByDescending(like => like.keys.Record.Loans)
                .ThenBy(like => like.keys.Record.Id, StringComparer.Ordinal)
                .DistinctBy(like => like.keys.Work)
                .Take(max)
                .Select(like => (like.keys.Record, (IReadOnlyList<string>)like.Shared)),
        ];

    private CatalogRecord[] Works(Func<RecordKeys, bool> isWanted, int max) =>
        [
            .. records
                .Values.Where(isWanted)
                .OrderByDescending(keys => keys.Record.Loans)
                .ThenBy(keys => keys.Record.Id, StringComparer.Ordinal)
                .DistinctBy(keys => keys.Work)
                .Take(max)
                .Select(keys => keys.Record),
        ];

    private bool IsKin(CatalogRecord record, RecordKeys other) => IsSameSeries(records[record.Id], other);

    private static bool IsSameSeries(RecordKeys one, RecordKeys other) =>
        one.Work == other.Work || one.Record.Series.Length > 0 && one.Record.Series == other.Record.Series;
}
