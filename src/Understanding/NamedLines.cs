using System.Collections;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A list of dialogs/entities with a name and a text on every line: "- name: text".</summary>
public sealed class NamedLines : IReadOnlyList<(string Name, string Text)>
{
    private readonly List<(string Name, string Text)> lines;

    private NamedLines(List<(string Name, string Text)> lines) => this.lines = lines;

    public int Count => lines.Count;

    public (string Name, string Text) this[int index] => lines[index];

    public IEnumerator<(string Name, string Text)> GetEnumerator() => lines.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Lines that are no bullets are for the reader. Throws <see cref="InvalidDataException"/> with file and line.</summary>
    public static NamedLines Read(string path)
    {
        var lines = new List<(string, string)>();
        foreach (var (index, line) in File.ReadLines(path).Index())
        {
            if (!line.StartsWith("- ", StringComparison.Ordinal))
                continue;
            if (line[2..].Split(": ", 2) is not [{ Length: > 0 } name, var text] || string.IsNullOrWhiteSpace(text))
                throw new InvalidDataException($"{path}:{index + 1}: '{line}' is no '- name: text'.");
            if (lines.Exists(known => known.Item1 == name))
                throw new InvalidDataException($"{path}:{index + 1}: '{name}' stands twice.");
            lines.Add((name, text.Trim()));
        }
        return new NamedLines(lines);
    }
}
