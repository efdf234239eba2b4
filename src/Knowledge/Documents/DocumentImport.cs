using System.Security.Cryptography;
using System.Text;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>
/// The library's own documents as drafts: all are read before any is written, and staff publish. Programmes become files
/// for staff under <paramref name="programs"/>.
/// </summary>
internal sealed class DocumentImport(
    KnowledgeFiles files,
    KnowledgeStore store,
    BranchDirectory? branches,
    string programs
)
{
    private const string Formats = ".md, .docx, .pdf, .hwpx, .xlsx, .csv, .ics";

    /// <summary>A file that was read, with the drafts that are to be made of it.</summary>
    private sealed record ReadFile(ImportedDocument Document, IReadOnlyList<DraftText> Drafts);

    /// <exception cref="InvalidDataException">Names every file that cannot be taken, and why; nothing is taken.</exception>
    public async Task<ImportReport> ImportAsync(IReadOnlyList<string> paths, Func<int, Action<int>?>? progress = null)
    {
        var known = store.All().ToLookup(version => version.Slug);
        var (read, wrong) = (new List<ReadFile>(), new List<string>());
        foreach (var path in paths)
        {
            try
            {
                var document = Read(path, progress);
                if (read.Exists(other => other.Document.Name == document.Name))
                    throw new InvalidDataException("이름이 같은 파일이 또 있어요.");
                read.Add(new(document, DraftsOf(document, known)));
            }
            catch (InvalidDataException broken)
            {
                wrong.Add($"{DocumentText.Line(path)}: {broken.Message}");
            }
        }
        wrong.AddRange(Twice(read));
        if (wrong is not [])
            throw new InvalidDataException(string.Join('\n', wrong));
        var taken = await files.ImportDraftsAsync(read.SelectMany(file => file.Drafts));
        return new([.. read.Select(file => ReportOf(file, taken, known))]);
    }

    private static IEnumerable<string> Twice(List<ReadFile> read) =>
        read.SelectMany(file => file.Drafts)
            .GroupBy(draft => draft.Slug)
            .Where(drafts => drafts.Count() > 1)
            .Select(drafts => $"{drafts.Last().Document}: slug {drafts.Key}는 {drafts.First().Document}에도 있어요.");

    private ImportedDocument Read(string path, Func<int, Action<int>?>? progress)
    {
        var name = DocumentText.Line(Path.GetFileName(path).Normalize());
        try
        {
            var document = Read(name, BytesOf(path), progress);
            if (document.Pages is null)
                progress?.Invoke(1)?.Invoke(1);
            return document.Sections is [] && document.Programs is null
                ? throw new InvalidDataException("읽을 글이 없어요.")
                : document;
        }
        // Whatever a library stumbles over in somebody's file, it is the file that is to be named.
        catch (Exception broken)
            when (broken
                    is not (InvalidDataException or IOException or UnauthorizedAccessException or OutOfMemoryException)
            )
        {
            throw new InvalidDataException($"읽을 수 없는 파일이에요. {DocumentText.Line(broken.Message)}", broken);
        }
    }

    private ImportedDocument Read(string name, byte[] bytes, Func<int, Action<int>?>? progress)
    {
        var (text, ending) = (new DocumentText(), Path.GetExtension(name).ToLowerInvariant());
        if (Formats.Split(", ").Contains(ending))
            DocumentKind.Check(ending, bytes);
        return ending switch
        {
            ".md" => MarkdownDocument.Read(name, DocumentEncoding.TextOf(bytes)),
            ".docx" => WordDocument.Read(name, bytes),
            ".pdf" => PdfPages.Read(name, bytes, progress),
            ".hwpx" => HwpxDocument.Read(name, bytes),
            ".xlsx" => Table(name, TableFile.ReadWorkbook(bytes, text), text),
            ".csv" => Table(name, TableFile.ReadCsv(DocumentEncoding.TextOf(bytes)), text),
            ".ics" => Calendar(name, DocumentEncoding.TextOf(bytes), text),
            ".hwp" => throw new InvalidDataException(
                "HWPX로 저장해 주세요. 한글에서 파일 > 다른 이름으로 저장하기를 누르고 파일 형식에서 HWPX를 고르면 돼요."
            ),
            var other => throw new InvalidDataException($"'{other}' 파일은 읽지 못해요. 읽는 형식: {Formats}"),
        };
    }

    private static byte[] BytesOf(string path)
    {
        if (!File.Exists(path))
            throw new InvalidDataException("그런 파일이 없어요.");
        using var file = File.OpenRead(path);
        if (file.Length > DocumentLimits.FileBytes)
            throw new InvalidDataException($"{DocumentLimits.FileBytes >> 20}MB가 넘어요.");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private ImportedDocument Table(string name, IReadOnlyList<TableSheet> sheets, DocumentText text)
    {
        var programs = sheets
            .Select(sheet => ProgramTable.Read([.. sheet.Rows.Select(row => row.Cells)], branches))
            .OfType<IReadOnlyList<ProgramDraft>>()
            .SelectMany(drafts => drafts)
            .ToList();
        return programs is [] ? QuestionTable.Read(name, sheets, text) : Programs(name, programs, text);
    }

    private ImportedDocument Calendar(string name, string source, DocumentText text)
    {
        var (drafts, cancelled) = ProgramEvents.Read(source, branches);
        text.Leave(LeftOut.Cancelled, cancelled);
        return drafts is [] ? throw new InvalidDataException("행사가 없어요.") : Programs(name, drafts, text);
    }

    private static ImportedDocument Programs(string name, IReadOnlyList<ProgramDraft> drafts, DocumentText text) =>
        new(name, []) { Programs = ProgramDraft.Yaml(name, drafts), LeftOut = text.Report() };

    private List<DraftText> DraftsOf(ImportedDocument document, ILookup<string, EntryVersion> known)
    {
        var (drafts, slugs) = (new List<DraftText>(), new HashSet<string>());
        foreach (var section in document.Sections)
        {
            if (section.Entry is { } entry)
            {
                drafts.Add(new(files.SlugOf(document.Name, entry), entry, document.Name));
                continue;
            }
            var (slug, again) = (EntryDraft.SlugOf(document.Name, section.Title), 1);
            while (!slugs.Add(slug))
                slug = EntryDraft.SlugOf(document.Name, $"{section.Title}\n{++again}");
            drafts.Add(DraftOf(document.Name, slug, section, known[slug]));
        }
        return drafts;
    }

    /// <summary>
    /// A draft begins on the day it is first made: imported again on another day it is the same, and also when it only
    /// stands on another page.
    /// </summary>
    private DraftText DraftOf(string file, string slug, DocumentSection section, IEnumerable<EntryVersion> known)
    {
        var last = known.LastOrDefault(version => version is { IsDraft: true, Act: EntryAct.Import });
        var text = EntryDraft.TextOf(file, slug, section, last?.From ?? store.Today);
        if (last is null || KnowledgeStore.HashOf(text) == last.Hash)
            return new(slug, text, file);
        var before = store.Of(slug).Single(version => version.Version == last.Version).Text;
        return EntryDraft.SaysTheSame(text, before)
            ? new(slug, before, file) { NowAt = section.Place }
            : new(slug, EntryDraft.TextOf(file, slug, section, store.Today), file);
    }

    private DocumentReport ReportOf(ReadFile file, FilesTaken taken, ILookup<string, EntryVersion> known)
    {
        var slugs = file.Drafts.Select(draft => draft.Slug).ToHashSet();
        var made = taken.Versions.Where(version => slugs.Contains(version.Slug)).ToList();
        return new(file.Document.Name)
        {
            Entries = slugs.Count,
            New = [.. made.Where(version => version.Version == 1)],
            Changed = [.. made.Where(version => version.Version > 1)],
            Moved = [.. file.Drafts.Where(draft => draft.NowAt is not null)],
            Conflicts = [.. taken.Conflicts.Select(conflict => conflict.Slug).Where(slugs.Contains)],
            Gone =
            [
                .. known
                    .Where(slug =>
                        !slugs.Contains(slug.Key)
                        && slug.Any(version => version.Act is EntryAct.Import && version.By == file.Document.Name)
                    )
                    .Where(slug => slug.Last().Status is not EntryStatus.Withdrawn)
                    .Select(slug => slug.Key),
            ],
            Tables = file.Document.Tables,
            Pages = file.Document.Pages,
            LeftOut = file.Document.LeftOut,
            Programs = file.Document.Programs is { } yaml ? Write(file.Document.Name, yaml) : null,
        };
    }

    /// <summary>Named by what it holds: a file that staff are writing in is never written over.</summary>
    private string Write(string name, string yaml)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(yaml)))[..10];
        var path = Path.Combine(programs, $"{Path.GetFileNameWithoutExtension(name)}-{hash}.yml");
        Directory.CreateDirectory(programs);
        if (!File.Exists(path))
            File.WriteAllText(path, yaml);
        return path;
    }
}

/// <summary>What became of each file.</summary>
internal sealed record ImportReport(IReadOnlyList<DocumentReport> Files)
{
    public bool HasConflicts => Files.Any(file => file.Conflicts is not []);
}

/// <summary>What was read of a file, what was made of it, and what was left out.</summary>
internal sealed record DocumentReport(string Name)
{
    public int Entries { get; init; }
    public IReadOnlyList<EntryVersion> New { get; init; } = [];
    public IReadOnlyList<EntryVersion> Changed { get; init; } = [];

    /// <summary>Those that only stand elsewhere in the file now: they keep the place that they name as their source.</summary>
    public IReadOnlyList<DraftText> Moved { get; init; } = [];
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>Made of an earlier file of this name, and no longer in it.</summary>
    public IReadOnlyList<string> Gone { get; init; } = [];
    public int Tables { get; init; }
    public int? Pages { get; init; }
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Where the drafts of programmes lie.</summary>
    public string? Programs { get; init; }

    /// <summary>As whoever imports reads it.</summary>
    public IEnumerable<string> Lines()
    {
        var size = $"{(Pages is { } pages ? $"{pages:#,0}쪽, " : "")}{(Tables > 0 ? $"표 {Tables:#,0}개, " : "")}";
        yield return Programs is null
            ? $"{Name}: {size}안내 {Entries:#,0}개 (새 초안 {New.Count}, 바뀐 초안 {Changed.Count}, 그대로 {Entries - New.Count - Changed.Count - Conflicts.Count}, 충돌 {Conflicts.Count})"
            : $"{Name}: 프로그램 초안을 {Programs}에 두었어요.";
        foreach (var draft in New)
            yield return $"  새 초안: {draft.Slug} 「{draft.Title}」";
        foreach (var draft in Changed)
            yield return $"  바뀐 초안: {draft.Slug} 「{draft.Title}」";
        foreach (var draft in Moved)
            yield return $"  자리만 바뀐 안내: {draft.Slug} (이제 {draft.NowAt}, 글은 그대로여서 출처에 적힌 자리를 두었어요)";
        foreach (var slug in Conflicts)
            yield return $"  충돌: {slug} (그사이 직원이 고쳐서 파일의 글은 따로 두었어요)";
        foreach (var slug in Gone)
            yield return $"  이제 파일에 없는 안내: {slug}";
        foreach (var what in LeftOut)
            yield return $"  뺀 것: {what}";
    }
}
