using System.Text;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>A Markdown file of knowledge/policies: front matter, then the body, and "## plain" with the same in easy words.</summary>
internal static partial class EntryFile
{
    private const string Fence = "---";
    private const string Plain = "## plain";

    /// <summary>Before the name of a language: "questions_en".</summary>
    private const string QuestionsIn = "questions_";

    private static readonly string[] Rooms = ["policies", "notices"];
    private static readonly string[] Statuses = ["draft", "published", "sample", "withdrawn"];
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The folders of a knowledge folder that have entries: what always holds, and notices.</summary>
    public static IEnumerable<string> Folders(string knowledge) =>
        Array.ConvertAll(Rooms, name => Path.Combine(knowledge, name)).Where(Directory.Exists);

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

    /// <summary>The file to the last byte: written out again it is the same file.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static string TextOf(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var line = bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n') + 1;
            throw new InvalidDataException($"{path}({line}): the text is not UTF-8.", e);
        }
    }

    /// <summary>
    /// An entry from its text; <paramref name="name"/> is what is told when something is wrong. With the branches, those
    /// that there are not are an error too.
    /// </summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static KnowledgeEntry Parse(string name, string text, Rules rules, BranchDirectory? branches = null)
    {
        var entry = Parse(name, text, rules, EntryOf);
        if (branches is not null)
            Notices.Check(entry, branches);
        return entry;
    }

    /// <summary>The text with one line of its front matter changed and every other byte as it was.</summary>
    public static string With(string text, string key, string value) =>
        new Regex($"^{Regex.Escape(key)}:[^\r\n]*", RegexOptions.Multiline).Replace(text, $"{key}: {value}", count: 1);

    public static string NameOf(EntryStatus status) => Statuses[(int)status];

    private static KnowledgeEntry Read(
        string path,
        Rules rules,
        Func<string, YamlPart, string, KnowledgeEntry> entryOf
    ) => Parse(path, TextOf(path), rules, entryOf);

    private static KnowledgeEntry Parse(
        string path,
        string text,
        Rules rules,
        Func<string, YamlPart, string, KnowledgeEntry> entryOf
    )
    {
        var lines = Lines(text);
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
        var (slug, status) = (front.Required("slug"), front.Required("status"));
        var questions = front.Parts("questions").Select(QuestionOf).ToList();
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
            [.. questions.Select(question => question.Text)],
            body,
            path
        )
        {
            SpecialHours = Notices.Read(front),
            ForeignQuestions = front.ListsUnder(QuestionsIn),
            CriticalQuestions = [.. questions.Where(question => question.IsCritical).Select(question => question.Text)],
        };
    }

    /// <summary>A question is a text, or "{text: …, critical: true}" where a wrong answer hurts.</summary>
    private static (string Text, bool IsCritical) QuestionOf(YamlPart item) =>
        item.Whole is { } text
            ? (text.Length > 0 ? text : throw item.Wrong("questions is not a list of texts."), false)
            : item.Text("critical") switch
            {
                "true" => (item.Required("text"), true),
                "" or "false" => (item.Required("text"), false),
                var other => throw item.Wrong($"critical: '{other}' is neither true nor false."),
            };

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
            [.. front.Parts("questions").Select(question => QuestionOf(question).Text)],
            body,
            path
        )
        {
            SpecialHours = Notices.Read(front),
            ForeignQuestions = front.ListsUnder(QuestionsIn),
        };

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

    private static string[] Lines(string text)
    {
        var lines = new List<string>();
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        while (reader.ReadLine() is { } line)
            lines.Add(line);
        return [.. lines];
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Slug();
}
