using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Storage;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>Every version that an entry has had, and the texts that were not taken: written once, never changed.</summary>
public sealed class KnowledgeStore(Database database, BatchingWriter writer, Rules rules, TimeProvider time)
{
    private const string Columns =
        "slug, version, status, effective_from, effective_to, title, hash, act, by, at, of_version, note";
    private const string OfSlug = "WHERE slug = $1";
    private const string OfNotices =
        "WHERE slug IN (SELECT slug FROM entry_versions WHERE text LIKE '%special_hours:%')";
    private const string InOrder = "ORDER BY slug, version";

    private long told = -1;
    private readonly ConcurrentDictionary<string, KnowledgeEntry?> past = [];
    private Dictionary<string, KnowledgeEntry> read = [];

    public DateOnly Today => time.SeoulToday();

    /// <summary>All versions of all entries, without their texts.</summary>
    public IReadOnlyList<EntryVersion> All() => Read($"SELECT {Columns}, '' FROM entry_versions {InOrder}", VersionOf);

    /// <summary>All versions of one entry, the first one first.</summary>
    /// <exception cref="NoSuchEntryException">There is none.</exception>
    public IReadOnlyList<EntryVersion> Of(string slug) =>
        Read($"SELECT {Columns}, text FROM entry_versions {OfSlug} {InOrder}", VersionOf, slug) is [_, ..] versions
            ? versions
            : throw new NoSuchEntryException($"entry {slug}");

    /// <summary>Texts that were not taken and are still those of no version.</summary>
    public IReadOnlyList<EntryConflict> Conflicts() =>
        Read(
            """
            SELECT slug, version, act, hash, text, by, at FROM entry_conflicts conflict
            WHERE NOT EXISTS (SELECT 1 FROM entry_versions WHERE slug = conflict.slug AND hash = conflict.hash)
            ORDER BY at, slug
            """,
            row => new EntryConflict(
                row.GetString(0),
                row.GetInt32(1),
                Enum.Parse<EntryAct>(row.GetString(2)),
                row.GetString(3),
                row.GetString(4),
                row.GetString(5),
                At(row, 6)
            )
        );

    /// <summary>The versions that answer today or will, each with its time; what cannot be read stops the start.</summary>
    /// <exception cref="InvalidDataException">Names the version and the line that are wrong.</exception>
    public IReadOnlyList<KnowledgeEntry> Edition()
    {
        Volatile.Write(ref told, Decided());
        var standing = All()
            .GroupBy(version => version.Slug)
            .SelectMany(slug => Standing.Of([.. slug], Today))
            .ToList();
        var unread = standing.Exists(version => !read.ContainsKey(version.Id)) ? TextsOf(standing) : [];
        // A version never changes: what was read for the edition before is not read again.
        read = standing
            .AsParallel()
            .Select(version => read.GetValueOrDefault(version.Id) ?? EntryOf(version, unread[version.Id]))
            .ToDictionary(entry => entry.Id);
        return [.. standing.Select(version => InTime(read[version.Id], version))];
    }

    /// <summary>Notices that answer no more, each until something ended it: how the doors were then stays so.</summary>
    public IReadOnlyList<KnowledgeEntry> PastNotices() =>
        [
            .. Read($"SELECT {Columns}, text FROM entry_versions {OfNotices} {InOrder}", VersionOf)
                .GroupBy(version => version.Slug)
                .SelectMany(slug => Standing.Over([.. slug], Today))
                .Select(version =>
                    past.GetOrAdd(version.Id, _ => PastOf(version)) is { } entry ? InTime(entry, version) : null
                )
                .OfType<KnowledgeEntry>(),
        ];

    /// <summary>Something was decided since the last edition was made, perhaps by another process.</summary>
    public bool HasMore() => Decided() != Volatile.Read(ref told);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    internal Task<T> WriteAsync<T>(Func<WriteSession, T> work) => writer.WriteAsync(work);

    internal static List<EntryVersion> All(WriteSession session) =>
        session.Rows($"SELECT {Columns}, '' FROM entry_versions {InOrder}", VersionOf);

    internal static List<EntryVersion> Of(WriteSession session, string slug) =>
        session.Rows($"SELECT {Columns}, text FROM entry_versions {OfSlug} {InOrder}", VersionOf, slug);

    /// <summary>Writes the next version of an entry within the caller's transaction.</summary>
    internal EntryVersion Append(WriteSession session, KnowledgeEntry entry, string text, NewVersion made)
    {
        var last = session.Scalar("SELECT max(version) FROM entry_versions WHERE slug = $1", entry.Slug);
        var version = new EntryVersion(
            entry.Slug,
            Convert.ToInt32(last ?? 0, CultureInfo.InvariantCulture) + 1,
            made.Status,
            made.From,
            entry.EffectiveTo,
            entry.Title,
            HashOf(text),
            made.Act,
            made.By,
            DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds())
        )
        {
            Of = made.Of,
            Note = made.Note,
            Text = text,
        };
        session.Execute(
            $"""
            INSERT INTO entry_versions ({Columns}, text)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            version.Slug,
            version.Version,
            EntryFile.NameOf(version.Status),
            Day(version.From),
            version.To is { } to ? Day(to) : null,
            version.Title,
            version.Hash,
            version.Act.ToString(),
            version.By,
            version.At.ToUnixTimeMilliseconds(),
            version.Of,
            version.Note,
            version.Text
        );
        return version;
    }

    /// <summary>Keeps a text that is not taken; null when it waits already.</summary>
    internal EntryConflict? Refuse(WriteSession session, EntryVersion newest, string text, EntryAct act, string by)
    {
        var conflict = new EntryConflict(newest.Slug, newest.Version, act, HashOf(text), text, by, time.GetUtcNow());
        var kept = session.Execute(
            """
            INSERT INTO entry_conflicts (slug, version, act, hash, text, by, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING
            """,
            conflict.Slug,
            conflict.Version,
            conflict.Act.ToString(),
            conflict.Hash,
            conflict.Text,
            conflict.By,
            conflict.At.ToUnixTimeMilliseconds()
        );
        return kept > 0 ? conflict : null;
    }

    private long Decided() =>
        Read("SELECT count(*) FROM entry_versions WHERE status <> 'draft'", row => row.GetInt64(0))[0];

    private KnowledgeEntry EntryOf(EntryVersion version, string text) =>
        EntryFile.Parse(version.Id, text, rules) with
        {
            Version = version.Version,
        };

    /// <summary>Null where it is no notice, or refers to a rule that there is no more: that is no reason not to start.</summary>
    private KnowledgeEntry? PastOf(EntryVersion version)
    {
        try
        {
            return EntryOf(version, version.Text) is { SpecialHours: not null } notice ? notice : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static KnowledgeEntry InTime(KnowledgeEntry entry, EntryVersion version) =>
        entry with
        {
            AnswersFrom = version.From,
            DecidedAt = version.At,
            EffectiveTo = version.To,
        };

    private Dictionary<string, string> TextsOf(IEnumerable<EntryVersion> versions)
    {
        var wanted = versions.Select(version => version.Id).Where(id => !read.ContainsKey(id)).ToHashSet();
        return Read(
                "SELECT slug || '@' || version, text FROM entry_versions WHERE status IN ('published', 'sample')",
                row => (Id: row.GetString(0), Text: row.GetString(1))
            )
            .Where(row => wanted.Contains(row.Id))
            .ToDictionary(row => row.Id, row => row.Text);
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> read, params string[] values)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (at, value) in values.Index())
            command.Parameters.AddWithValue($"${at + 1}", value);
        using var rows = command.ExecuteReader();
        var found = new List<T>();
        while (rows.Read())
            found.Add(read(rows));
        return found;
    }

    private static EntryVersion VersionOf(SqliteDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt32(1),
            Enum.Parse<EntryStatus>(row.GetString(2), ignoreCase: true),
            Day(row.GetString(3)),
            row.IsDBNull(4) ? null : Day(row.GetString(4)),
            row.GetString(5),
            row.GetString(6),
            Enum.Parse<EntryAct>(row.GetString(7)),
            row.GetString(8),
            At(row, 9)
        )
        {
            Of = row.IsDBNull(10) ? null : row.GetInt32(10),
            Note = row.IsDBNull(11) ? null : row.GetString(11),
            Text = row.GetString(12),
        };

    private static DateTimeOffset At(SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
}

/// <summary>What a version is besides its text: how it came about, by whom, and from when it answers.</summary>
internal sealed record NewVersion(EntryStatus Status, DateOnly From, EntryAct Act, string By)
{
    public int? Of { get; init; }
    public string? Note { get; init; }
}
