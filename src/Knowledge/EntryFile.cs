using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>A Markdown file of knowledge/policies: front matter, then the body, and "## plain" with the same in easy words.</summary>
internal static partial class EntryFile
{
    private const string Fence = "---";
    private const string Plain = "## plain";

    private static readonly string[] Statuses = ["draft", "published", "sample"];

    /// <summary>All entries of the folder, by slug.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static IReadOnlyList<KnowledgeEntry> ReadAll(string folder, Rules rules) => ReadAll(folder, rules, EntryOf);

    /// <summary>Texts of anybody's, of which no more is asked than a slug and a title; they hold today unless they say otherwise.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static IReadOnlyList<KnowledgeEntry> ReadForeign(string folder, Rules rules, DateOnly today) =>
        ReadAll(folder, rules, (path, front, body) => ForeignOf(path, front, body, today));

    private static IReadOnlyList<KnowledgeEntry> ReadAll(
        string folder,
        Rules rules,
        Func<string, YamlPart, string, KnowledgeEntry> entryOf
    )
    {
        var entries = new SortedDictionary<string, KnowledgeEntry>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order())
        {
            var entry = Read(path, rules, entryOf);
            if (!entries.TryAdd(entry.Slug, entry))
                throw new InvalidDataException(
                    $"{path}(1): the slug {entry.Slug} is also {entries[entry.Slug].File}'s."
                );
        }
        return [.. entries.Values];
    }

    private static KnowledgeEntry Read(string path, Rules rules, Func<string, YamlPart, string, KnowledgeEntry> entryOf)
    {
        var lines = File.ReadAllLines(path);
        var end = lines is [Fence, ..] ? Array.IndexOf(lines, Fence, 1) : -1;
        if (end < 0)
            throw new InvalidDataException($"{path}(1): there is no front matter between two lines of ---.");
        var front = YamlFile.Parse(path, string.Join('\n', lines[1..end]), firstLine: 2);
        var plainAt = Array.FindIndex(lines, end, line => line.Trim() == Plain);
        var body = string.Join('\n', lines[(end + 1)..(plainAt < 0 ? lines.Length : plainAt)]);
        if (string.IsNullOrWhiteSpace(body))
            throw new InvalidDataException($"{path}({end + 1}): the entry has no text.");
        var entry = entryOf(path, front, body.Trim());
        Check(entry, body, firstLine: end + 2, rules);
        return plainAt < 0 ? entry : InPlainWords(entry, [.. lines[(plainAt + 1)..]], firstLine: plainAt + 2, rules);
    }

    private static KnowledgeEntry InPlainWords(KnowledgeEntry entry, string[] lines, int firstLine, Rules rules)
    {
        var text = string.Join('\n', lines);
        if (string.IsNullOrWhiteSpace(text))
            throw new InvalidDataException($"{entry.File}({firstLine - 1}): {Plain} has no text.");
        Check(entry, text, firstLine, rules);
        return entry with { PlainText = text.Trim() };
    }

    private static KnowledgeEntry EntryOf(string path, YamlPart front, string body)
    {
        var (slug, status, questions) = (front.Required("slug"), front.Required("status"), front.List("questions"));
        if (!Slug().IsMatch(slug))
            throw front.Wrong($"slug: '{slug}' is not small letters, digits and hyphens.");
        if (Array.IndexOf(Statuses, status) is not (>= 0 and var at))
            throw front.Wrong($"status: '{status}' is none of {string.Join(", ", Statuses)}.");
        if (questions is [])
            throw front.Wrong("questions: there is none, so nobody would find the entry.");
        return new KnowledgeEntry(
            slug,
            front.Required("title"),
            front.List("audience"),
            front.List("branches"),
            front.Date("effective_from") ?? throw front.Wrong("effective_from is missing."),
            front.Date("effective_to"),
            front.Required("owner"),
            front.Required("source"),
            (EntryStatus)at,
            questions,
            body,
            path
        );
    }

    private static KnowledgeEntry ForeignOf(string path, YamlPart front, string body, DateOnly today) =>
        new(
            front.Required("slug"),
            front.Required("title"),
            [],
            [],
            front.Date("effective_from") ?? today,
            front.Date("effective_to"),
            front.Text("owner"),
            front.Text("source"),
            Array.IndexOf(Statuses, front.Text("status")) is >= 0 and var at ? (EntryStatus)at : EntryStatus.Published,
            front.List("questions"),
            body,
            path
        );

    private static void Check(KnowledgeEntry entry, string body, int firstLine, Rules rules)
    {
        if (entry.EffectiveTo < entry.EffectiveFrom)
            throw new InvalidDataException($"{entry.File}(1): effective_to is before effective_from.");
        foreach (var (key, index) in EntryText.RulesIn(body))
        {
            if (rules.Find(key, entry.EffectiveFrom) is not null)
                continue;
            var line = firstLine + body.AsSpan(0, index).Count('\n');
            throw new InvalidDataException($"{entry.File}({line}): no rule '{key}' on {entry.EffectiveFrom:O}.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
