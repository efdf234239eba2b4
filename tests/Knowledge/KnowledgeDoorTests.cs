using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>"knowledge export" and "knowledge import" as whoever keeps the entries in git runs them.</summary>
public sealed class KnowledgeDoorTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_librarys_own_entries_go_out_and_in_and_a_broken_file_ends_with_two()
    {
        var exported = Path.Combine(folder.Path, "out");
        var own = Path.Combine(AppContext.BaseDirectory, "knowledge", "policies");

        var (code, output, error) = await RunAsync("export", exported);
        Assert.True(code == 0, error);
        Assert.Contains(" files are in ", output, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(own),
            path =>
                Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(exported, Path.GetFileName(path))))
        );

        (code, output, error) = await RunAsync("import", exported);
        Assert.True(code == 0, error);
        Assert.Contains(" 0 versions made, 0 conflicts.", output, StringComparison.Ordinal);

        var broken = Path.Combine(exported, "lost-card.md");
        await File.WriteAllTextAsync(broken, "---\ntitle: 분실\n---\n", TestContext.Current.CancellationToken);
        (code, _, error) = await RunAsync("import", exported);
        Assert.Equal(2, code);
        Assert.StartsWith($"{broken}(3): the entry has no text.", error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("import")).Code);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] words) =>
        CommandProcess.RunAsync(Path.Combine(folder.Path, "data"), ["knowledge", .. words]);
}
