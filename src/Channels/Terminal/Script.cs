using System.Globalization;

namespace Bupyeong.Chatbot.Channels.Terminal;

/// <summary>
/// A conversation that must go as written: "## title", an optional "at 2026-11-24 10:00", then lines of what the
/// resident does and which replies are heard.
/// <para>"> words" says them; "@ card pin" signs in by the button that was heard; "+ 11m" lets time pass; "/ end" ends the
/// conversation; "~" lets the housekeeping go round; "=" begins anew with somebody else; "&lt; name" is one bubble of the answer in order, and "&lt; name : text"
/// must show the text, "&lt; name ! text" must not; "_ words" says them and hears nothing. "$ take 사서", "$ say 사서: words",
/// "$ return 사서" and "$ close 사서" are a librarian's.</para>
/// </summary>
public sealed record Script(string Path, string Title, DateTimeOffset At, IReadOnlyList<ScriptLine> Lines)
{
    private const string UsualStart = "2026-11-24 10:00";

    public override string ToString() => $"{System.IO.Path.GetFileNameWithoutExtension(Path)}: {Title}";

    /// <summary>The conversations of a file, or of every .md file of a folder. Throws <see cref="InvalidDataException"/> with file and line.</summary>
    public static IReadOnlyList<Script> ReadAll(string path) =>
        Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*.md").Order(StringComparer.Ordinal).SelectMany(Read)]
            : Read(path);

    private static List<Script> Read(string path)
    {
        var scripts = new List<Script>();
        foreach (var (index, raw) in File.ReadLines(path).Index())
        {
            var line = raw.Trim();
            if (line.StartsWith("## ", StringComparison.Ordinal))
                scripts.Add(new Script(path, line[3..], Moment(UsualStart)!.Value, []));
            else if (line.Length > 0 && scripts.Count > 0)
                scripts[^1] = scripts[^1].With(line, index + 1);
        }
        return scripts.Count > 0
            ? scripts
            : throw new InvalidDataException($"{path}:1: there is no conversation, which begins with '## title'.");
    }

    /// <summary>A moment in Seoul, written "2026-11-24 10:00" or "2026-11-24T10:00"; null for anything else.</summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTime.TryParseExact(
            text,
            ["yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var moment
        )
            ? new DateTimeOffset(moment, TimeSpan.FromHours(9))
            : null;

    private Script With(string line, int number)
    {
        if (!line.StartsWith("at ", StringComparison.Ordinal))
            return this with { Lines = [.. Lines, ScriptLine.Read(Path, line, number)] };
        return this with
        {
            At =
                Moment(line[3..].Trim())
                ?? throw new InvalidDataException($"{Path}:{number}: '{line}' is no moment such as 'at {UsualStart}'."),
        };
    }
}

/// <summary>One line of a script: its first character says what it is.</summary>
public sealed record ScriptLine(int Number, char Kind, string Words)
{
    /// <summary>The minutes of "+ 11m".</summary>
    public int Minutes => int.Parse(Words.TrimEnd('m'), NumberStyles.None, CultureInfo.InvariantCulture);

    public static ScriptLine Read(string path, string line, int number)
    {
        var read = new ScriptLine(number, line[0], line[1..].Trim());
        return read.IsSound
            ? read
            : throw new InvalidDataException($"{path}:{number}: '{line}' is no line of a conversation.");
    }

    private bool IsSound =>
        Kind switch
        {
            '>' or '<' or '_' or '$' => Words.Length > 0,
            '@' => Words.Split(' ').Length == 2,
            '+' => int.TryParse(Words.TrimEnd('m'), NumberStyles.None, CultureInfo.InvariantCulture, out _),
            '/' => Words == "end",
            '~' or '=' => Words.Length == 0,
            _ => false,
        };
}
