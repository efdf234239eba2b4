using Bupyeong.Chatbot.Conversations;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// One conversation of tests/Conversations/*.md: "## title", an optional "at 2026-11-24 10:00", then lines of what the
/// resident does and which replies are heard.
/// <para>"> words" says them; "@ card pin" signs in; "+ 11m" lets time pass; "/ end" ends the conversation; "~" lets the housekeeping go round; "&lt; name" is one bubble of the
/// answer in order, and "&lt; name : text" must show the text, "&lt; name ! text" must not.</para>
/// </summary>
public sealed record Script(string File, string Title, DateTimeOffset At, IReadOnlyList<string> Lines)
{
    public override string ToString() => $"{File}: {Title}";

    public static IReadOnlyList<Script> ReadAll(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(Read)];

    private static IEnumerable<Script> Read(string path)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        foreach (var part in System.IO.File.ReadAllText(path).Split("\n## ").Skip(1))
        {
            var lines = part.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
            var at = lines.Find(line => line.StartsWith("at ", StringComparison.Ordinal));
            yield return new Script(
                file,
                lines[0],
                Clock.Seoul(at?[3..] ?? "2026-11-24 10:00"),
                [.. lines.Skip(1).Where(line => line != at)]
            );
        }
    }

    /// <summary>Plays the script against the host and asserts every answer.</summary>
    public async Task PlayAsync(LibraryHost host)
    {
        host.Clock.Set(At);
        var resident = await Resident.ComesTo(host);
        var expected = new List<string>();
        foreach (var line in Lines)
        {
            if (line[0] == '<')
            {
                expected.Add(line[1..].Trim());
                continue;
            }
            Check(resident, expected);
            await DoAsync(host, resident, line);
        }
        Check(resident, expected);
    }

    private static async Task DoAsync(LibraryHost host, Resident resident, string line)
    {
        var words = line[1..].Trim();
        switch (line[0])
        {
            case '>':
                await resident.Says(words.Replace("\\n", "\n", StringComparison.Ordinal));
                break;
            case '@' when words.Split(' ') is [var card, var pin]:
                await resident.SignsIn(card, pin);
                break;
            case '+':
                host.Clock.Pass(
                    TimeSpan.FromMinutes(
                        int.Parse(words.TrimEnd('m'), System.Globalization.CultureInfo.InvariantCulture)
                    )
                );
                break;
            case '~':
                await host.Get<Housekeeping>().TidyAsync();
                await resident.Listens();
                break;
            case '/':
                await resident.Ends(host);
                break;
            default:
                throw new InvalidDataException($"'{line}' is no line of a script.");
        }
    }

    private static void Check(Resident resident, List<string> expected)
    {
        if (expected.Count == 0)
            return;
        resident.Hears([.. expected.Select(line => line.Split([" : ", " ! "], StringSplitOptions.None)[0])]);
        foreach (var (line, bubble) in expected.Zip(resident.Heard))
        {
            if (line.Split(" : ") is [_, var shown])
                Assert.Contains(shown, bubble.Shown, StringComparison.Ordinal);
            if (line.Split(" ! ") is [_, var hidden])
                Assert.DoesNotContain(hidden, bubble.Shown, StringComparison.Ordinal);
        }
        expected.Clear();
    }
}
