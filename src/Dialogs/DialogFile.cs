using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// The words of one dialog in one language: how it is asked (## examples; ## unanswered is asked of it in vain) and what
/// it says (## replies; ### name, bullets are variants, an indented line continues its bullet, "> a | b" are quick
/// replies).
/// </summary>
public sealed record DialogFile(string Dialog, string Language, string Path)
{
    private static readonly string[] Sections = ["examples", "unanswered", "replies"];

    public IReadOnlyList<(string Text, int Line)> Examples { get; private init; } = [];

    /// <summary>Asked of this dialog, and nothing that it knows answers it.</summary>
    public IReadOnlyList<string> Unanswered { get; private init; } = [];
    public IReadOnlyList<ReplyTemplate> Replies { get; private init; } = [];

    /// <summary>What the recogniser learns from it; the unanswered are a part of the dialog by themselves.</summary>
    public IEnumerable<TrainingExample> Taught =>
        Examples
            .Select(example => new TrainingExample(example.Text, Dialog, Language))
            .Concat(Unanswered.Select(question => new TrainingExample(question, $"{Dialog}/unanswered", Language)));

    /// <summary>All files of a folder with one folder per language. Throws <see cref="InvalidDataException"/>.</summary>
    public static IReadOnlyList<DialogFile> ReadAll(string folder) =>
        [
            .. Directory
                .EnumerateDirectories(folder)
                .Where(language => System.IO.Path.GetFileName(language) != "entities")
                .SelectMany(language => Directory.EnumerateFiles(language, "*.md"))
                .Order(StringComparer.Ordinal)
                .Select(path => Read(path)),
        ];

    /// <summary>Reads a file; an error names it as "ko/renew-loan.md:12".</summary>
    public static DialogFile Read(string path)
    {
        var language = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(path))!;
        var dialog = System.IO.Path.GetFileNameWithoutExtension(path);
        var reader = new Reader(dialog, language, $"dialogs/{language}/{dialog}.md");
        var number = 0;
        foreach (var line in File.ReadLines(path))
            reader.Take(line.TrimEnd(), ++number);
        return reader.Finish() with { Path = path };
    }

    private sealed class Reader(string dialog, string language, string shown)
    {
        private readonly List<(string, int)> examples = [];
        private readonly List<string> unanswered = [];
        private readonly List<ReplyTemplate> replies = [];
        private List<string> variants = [];
        private List<string> choices = [];
        private string section = "";
        private string? reply;
        private int replyLine;

        public void Take(string line, int number)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                Section(line[3..].Trim(), number);
            else if (line.StartsWith("### ", StringComparison.Ordinal))
                Begin(line[4..].Trim(), number);
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                Bullet(line[2..].Trim(), number);
            else if (line.StartsWith("> ", StringComparison.Ordinal) && reply is not null)
                choices.Add(line[2..].Trim());
            else if (line.StartsWith("  ", StringComparison.Ordinal) && reply is not null && variants.Count > 0)
                variants[^1] += "\n" + line.Trim();
            else if (line.Length > 0 && section.Length > 0)
                throw Error(number, $"'{line}' is neither a heading, a bullet, a continuation nor a choice");
        }

        public DialogFile Finish()
        {
            End();
            return new DialogFile(dialog, language, shown)
            {
                Examples = examples,
                Unanswered = unanswered,
                Replies = replies,
            };
        }

        private void Section(string name, int number)
        {
            End();
            section = Sections.Contains(name)
                ? name
                : throw Error(number, $"section '{name}' is not known; there are {string.Join(", ", Sections)}");
        }

        private void Begin(string name, int number)
        {
            End();
            if (section != "replies")
                throw Error(number, $"reply '{name}' stands outside ## replies");
            if (replies.Any(known => known.Name == $"{dialog}/{name}"))
                throw Error(number, $"reply '{name}' stands twice");
            (reply, replyLine, variants, choices) = (name, number, [], []);
        }

        private void Bullet(string text, int number)
        {
            if (section == "examples")
                examples.Add((text, number));
            else if (section == "unanswered")
                unanswered.Add(text);
            else if (reply is not null)
                variants.Add(text);
            else
                throw Error(number, "a bullet before the first ### name");
        }

        private void End()
        {
            if (reply is null)
                return;
            if (variants.Count == 0)
                throw Error(replyLine, $"reply '{reply}' says nothing");
            replies.Add(
                new ReplyTemplate($"{dialog}/{reply}", language, variants)
                {
                    Choices = choices,
                    File = shown,
                    LineNumber = replyLine,
                }
            );
            reply = null;
        }

        private InvalidDataException Error(int number, string what) => new($"{shown}:{number}: {what}.");
    }
}
