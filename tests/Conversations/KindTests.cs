using Bupyeong.Chatbot.Channels.Terminal;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>
/// What residents ask, kind by kind, in words that nobody was taught: "## 24 한 번에 몇 권", and each question a
/// conversation of its own.
/// </summary>
public sealed class KindTests
{
    private const int LeastPhrasings = 2;
    private const int Kinds = 124;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Conversations", "kinds");

    private static readonly ILookup<string, Script> Files = Directory
        .EnumerateFiles(Folder, "*.md")
        .SelectMany(Script.ReadAll)
        .ToLookup(script => Path.GetFileName(script.Path));

    private static readonly Lazy<HashSet<string>> Taught = new(() =>
        Words.Examples.Select(example => KoreanText.Squash(example.Text)).ToHashSet()
    );

    public static TheoryData<string> Names => [.. Files.Select(file => file.Key).Order(StringComparer.Ordinal)];

    /// <summary>The kinds of a file share one host: what one resident asks is nothing to the next.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_kind_is_answered(string file)
    {
        await using var host = new LibraryHost();
        var player = new ScriptPlayer(host.Services, host.Clock);
        var differences = new List<ScriptDifference>();
        foreach (var script in Files[file])
            differences.AddRange(await player.PlayAsync(script));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void Each_kind_is_asked_in_two_ways_that_nobody_was_taught() =>
        Assert.Empty(
            Files.SelectMany(file => file).Where(script => Untaught(script).Count() < LeastPhrasings).Select(Shown)
        );

    [Fact]
    public void No_conversation_begins_with_a_taught_sentence() =>
        Assert.Empty(
            from script in Files.SelectMany(file => file)
            from line in Openings(script)
            where IsTaught(line)
            select $"{Shown(script)}: {line.Words}"
        );

    [Fact]
    public void Each_kind_is_there_once() =>
        Assert.Equal(
            Enumerable.Range(1, Kinds).Select(number => $"{number}"),
            Files.SelectMany(file => file).Select(Number).OrderBy(int.Parse)
        );

    private static IEnumerable<ScriptLine> Untaught(Script script) =>
        script.Lines.Where(line => line.Kind == '>' && !IsTaught(line)).DistinctBy(line => line.Words);

    /// <summary>What somebody says first.</summary>
    private static IEnumerable<ScriptLine> Openings(Script script)
    {
        var isFirst = true;
        foreach (var line in script.Lines)
        {
            if (line.Kind == '>' && isFirst)
                yield return line;
            isFirst = line.Kind == '=' || isFirst && line.Kind != '>';
        }
    }

    private static bool IsTaught(ScriptLine line) => Taught.Value.Contains(KoreanText.Squash(line.Words));

    private static string Number(Script script) => script.Title.Split(' ')[0];

    private static string Shown(Script script) => $"{Path.GetFileName(script.Path)}: {script.Title}";
}
