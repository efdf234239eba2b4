using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A value and the ways in which residents write it.</summary>
public sealed record EntityEntry(string Value, IReadOnlyList<string> Synonyms);

/// <summary>A closed list such as the branches, kept by librarians: "## value" headings with their synonyms as bullets.</summary>
public sealed record EntityList(string Name, IReadOnlyList<EntityEntry> Entries)
{
    /// <summary>The entity type of the list: branches → branch, rooms → room.</summary>
    public string Type =>
        Name.EndsWith("ches", StringComparison.Ordinal) ? Name[..^2]
        : Name.EndsWith('s') ? Name[..^1]
        : Name;

    public static EntityList Load(string path) =>
        Parse(Path.GetFileNameWithoutExtension(path), path, File.ReadAllText(path));

    /// <summary>Reads the Markdown; an empty heading or a synonym of two values is an error with file and line.</summary>
    public static EntityList Parse(string name, string file, string markdown)
    {
        var reading = new Reading(file);
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
            reading.Line(i + 1, lines[i].Trim());
        reading.Close();
        return new EntityList(name, reading.Entries);
    }

    private sealed class Reading(string file)
    {
        private readonly Dictionary<string, string> owners = [];
        private List<string> synonyms = [];
        private string? value;
        private int headingLine;

        public List<EntityEntry> Entries { get; } = [];

        public void Line(int number, string line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Close();
                (value, headingLine) = (line[3..].Trim(), number);
                if (Entries.Exists(entry => entry.Value == value))
                    throw Error(number, $"the heading '{value}' stands twice");
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
                Add(number, line[2..].Trim());
        }

        public void Close()
        {
            if (value is null)
                return;
            if (synonyms.Count == 0)
                throw Error(headingLine, $"'{value}' has no synonyms");
            Entries.Add(new EntityEntry(value, synonyms));
            synonyms = [];
        }

        private void Add(int number, string synonym)
        {
            if (value is null)
                throw Error(number, $"'{synonym}' stands before any heading");
            var squashed = KoreanText.Squash(synonym);
            if (squashed.Length == 0)
                throw Error(number, "an empty synonym");
            if (!owners.TryAdd(squashed, value) && owners[squashed] != value)
                throw Error(number, $"'{synonym}' belongs to both '{owners[squashed]}' and '{value}'");
            synonyms.Add(synonym);
        }

        private InvalidDataException Error(int line, string message) => new($"{file}:{line}: {message}");
    }
}
