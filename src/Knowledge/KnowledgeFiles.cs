using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>
/// Entries between files and the store. A file is taken when it has changed since it was last taken; when staff have
/// written since, theirs stays and the file waits as a conflict.
/// </summary>
public sealed class KnowledgeFiles(
    KnowledgeStore store,
    Rules rules,
    ILogger<KnowledgeFiles> logger,
    BranchDirectory? branches = null
)
{
    private const string Drafts = "drafts";

    /// <summary>Beside the exported texts: the version and the hash that each was exported at.</summary>
    private const string VersionsFile = "versions.yml";

    /// <summary>Takes the files of the folders: an entry that is new, or that has changed in the file alone.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong; nothing is taken.</exception>
    public Task<FilesTaken> SeedAsync(IEnumerable<string> folders) =>
        TakeAsync([.. Read(folders.SelectMany(Paths), isDraft: null, null)], EntryAct.File, _ => null);

    /// <summary>Takes a folder that was exported, or any other with entries: all of it or, when a file is broken, nothing.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong; nothing is taken.</exception>
    public Task<FilesTaken> ImportAsync(string folder, Func<int, Action<int>?>? progress = null)
    {
        if (!Directory.Exists(folder))
            throw new InvalidDataException($"{folder}: there is no such folder.");
        var paths = Paths(folder).ToLookup(path => IsUnder(path, Path.Combine(folder, Drafts)));
        var done = progress?.Invoke(paths[true].Count() + paths[false].Count());
        List<FileEntry> files =
        [
            .. Read(paths[false], isDraft: null, done),
            .. Read(paths[true], isDraft: true, done, paths[false].Count()),
        ];
        var list = Path.Combine(folder, VersionsFile);
        var versions = File.Exists(list) ? YamlFile.Read(list) : null;
        return TakeAsync(files, EntryAct.Import, slug => versions?.Text(slug) is { Length: > 0 } text ? text : null);
    }

    /// <summary>The slug of an entry's text.</summary>
    /// <exception cref="InvalidDataException">Names the line that is wrong.</exception>
    internal string SlugOf(string name, string text) => EntryFile.Parse(name, text, rules).Slug;

    /// <summary>Takes drafts that were made of documents, all of them or none; what staff have written since stays.</summary>
    /// <exception cref="InvalidDataException">Names the document of which no entry could be made.</exception>
    internal Task<FilesTaken> ImportDraftsAsync(IEnumerable<DraftText> drafts) =>
        TakeAsync(
            [
                .. drafts.Select(draft => new FileEntry(
                    EntryFile.Parse(draft.Document, draft.Text, rules),
                    draft.Text,
                    draft.Document,
                    IsDraft: true
                )),
            ],
            EntryAct.Import,
            _ => null
        );

    /// <summary>Writes each entry as it was last decided, and drafts apart; returns how many files these are.</summary>
    public int Export(string folder, Func<int, Action<int>?>? progress = null)
    {
        var drafts = Path.Combine(folder, Drafts);
        Directory.CreateDirectory(folder);
        var slugs = store.All().GroupBy(version => version.Slug).Select(slug => slug.Key).ToList();
        var (done, written, list) = (progress?.Invoke(slugs.Count), 0, new List<string>());
        foreach (var (at, slug) in slugs.Index())
        {
            var versions = store.Of(slug);
            list.Add($"{slug}: {Mark(versions[^1])}\n");
            written += Write(folder, slug, Standing.Decided(versions)) + Write(drafts, slug, Standing.Draft(versions));
            done?.Invoke(at + 1);
        }
        File.WriteAllText(Path.Combine(folder, VersionsFile), string.Concat(list));
        return written;
    }

    /// <summary>A file of an earlier export that is no longer so goes, since it would be imported again.</summary>
    private static int Write(string folder, string slug, EntryVersion? version)
    {
        var path = Path.Combine(folder, $"{slug}.md");
        if (version is null)
        {
            if (File.Exists(path))
                File.Delete(path);
            return 0;
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(path, version.Text);
        return 1;
    }

    private async Task<FilesTaken> TakeAsync(List<FileEntry> files, EntryAct act, Func<string, string?> markOf)
    {
        var taken = await store.WriteAsync(session =>
        {
            var known = KnowledgeStore.All(session).ToLookup(version => version.Slug);
            var (versions, conflicts) = (new List<EntryVersion>(), new List<EntryConflict>());
            foreach (var file in files)
                Take(session, file, [.. known[file.Entry.Slug]], act, markOf(file.Entry.Slug), versions, conflicts);
            return new FilesTaken(files.Count, versions, conflicts);
        });
        foreach (var conflict in taken.Conflicts)
            logger.KnowledgeFileNotTaken(conflict.Slug, conflict.Version);
        return taken;
    }

    private void Take(
        WriteSession session,
        FileEntry file,
        List<EntryVersion> known,
        EntryAct act,
        string? mark,
        List<EntryVersion> versions,
        List<EntryConflict> conflicts
    )
    {
        // Where the file stood last: exported at a version of this store, or taken from a file before.
        var exported = known.Find(version => Mark(version) == mark)?.Version ?? 0;
        var alike = known.FindAll(version => act is EntryAct.File || version.IsDraft == file.IsDraft);
        var last =
            alike.FindLast(version => version.Act == act && version.Version >= exported)
            ?? alike.FindLast(version => version.Version <= exported);
        if (last?.Hash == file.Hash || alike.LastOrDefault()?.Hash == file.Hash)
            return;
        var since = Math.Max(exported, last?.Version ?? 0);
        var isTheirs = known.Exists(version =>
            version.Version > since
            && version.Act != act
            && version.Act is not EntryAct.File
            // Staff have published what the file said, and written nothing of their own.
            && !(file.IsDraft && version.Act is EntryAct.Publish && version.Of == last?.Version)
        );
        if (isTheirs && store.Refuse(session, known[^1], file.Text, act, file.Name) is { } conflict)
            conflicts.Add(conflict);
        if (isTheirs)
            return;
        var from = known is [] || file.Entry.EffectiveFrom > store.Today ? file.Entry.EffectiveFrom : store.Today;
        var status = file.IsDraft ? EntryStatus.Draft : file.Entry.Status;
        versions.Add(store.Append(session, file.Entry, file.Text, new(status, from, act, file.Name)));
    }

    private IEnumerable<FileEntry> Read(IEnumerable<string> paths, bool? isDraft, Action<int>? done, int before = 0)
    {
        var seen = new Dictionary<string, string>();
        foreach (var path in paths)
        {
            var text = EntryFile.TextOf(path);
            var entry = EntryFile.Parse(path, text, rules, branches);
            if (!seen.TryAdd(entry.Slug, path))
                throw new InvalidDataException($"{path}(1): the slug {entry.Slug} is also {seen[entry.Slug]}'s.");
            done?.Invoke(before + seen.Count);
            yield return new(entry, text, Path.GetFileName(path), isDraft ?? entry.Status is EntryStatus.Draft);
        }
    }

    private static IEnumerable<string> Paths(string folder) =>
        Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static bool IsUnder(string path, string folder) =>
        path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string Mark(EntryVersion version) => $"{version.Version} {version.Hash[..16]}";

    private sealed record FileEntry(KnowledgeEntry Entry, string Text, string Name, bool IsDraft)
    {
        public string Hash { get; } = KnowledgeStore.HashOf(Text);
    }
}

/// <summary>An entry that was made of a document.</summary>
internal sealed record DraftText(string Slug, string Text, string Document)
{
    /// <summary>Where it stands in the document now, when nothing else has changed and the text names the place before.</summary>
    public string? NowAt { get; init; }
}

/// <summary>How many files were read, the versions that were made of them, and what was not taken.</summary>
public sealed record FilesTaken(int Read, IReadOnlyList<EntryVersion> Versions, IReadOnlyList<EntryConflict> Conflicts);
