using System.Diagnostics;
using System.IO.Compression;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>The files of the window as they are written: checked types, no dependency, and light.</summary>
public sealed class WindowFilesTests(ITestOutputHelper output)
{
    private const int LargestTogether = 30 * 1024;
    private static readonly string Root = Path.Combine(SourceFiles.Root, "src", "wwwroot");

    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "chat"), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "chat.js"))
            .Where(file => !file.EndsWith(".d.ts", StringComparison.Ordinal));

    /// <summary>
    /// What somebody can load who uses everything in the window in one language. Banners are no part of the window, and
    /// a further language comes in place of the first.
    /// </summary>
    [Fact]
    public void All_files_together_are_at_most_thirty_kilobytes_compressed()
    {
        var window = Files
            .Where(file => !Path.GetFileName(file).StartsWith("banner", StringComparison.Ordinal))
            .ToList();
        var languages = window
            .Where(file => Path.GetDirectoryName(file)!.EndsWith("words", StringComparison.Ordinal))
            .ToList();
        var largest = languages.MaxBy(Compressed);
        var together = window.Except(languages).Append(largest!).Sum(Compressed);
        output.WriteLine(
            $"figure: the window's files {together} bytes compressed, with banners and every language {Files.Sum(Compressed)}"
        );
        Assert.InRange(together, 1, LargestTogether);
    }

    [Fact]
    public void They_depend_on_nothing_from_elsewhere() =>
        Assert.All(
            Files.Where(file => file.EndsWith(".js", StringComparison.Ordinal)),
            file =>
            {
                var imports = File.ReadLines(file).Where(line => line.StartsWith("import ", StringComparison.Ordinal));
                Assert.All(imports, line => Assert.Matches("""from "\.{1,2}/""", line));
            }
        );

    [Fact]
    public void Nothing_from_outside_is_read_as_markup() =>
        Assert.All(
            Files,
            file =>
                Assert.DoesNotMatch(
                    "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(",
                    File.ReadAllText(file)
                )
        );

    [Fact]
    public async Task Their_types_hold()
    {
        var clients = Path.Combine(SourceFiles.Root, "tests", "Clients");
        var compiler = Path.Combine(clients, "node_modules", ".bin", "tsc");
        Assert.SkipUnless(File.Exists(compiler), "TypeScript is not installed: npm ci in tests/Clients");
        using var process = Process.Start(
            new ProcessStartInfo(compiler, ["-p", clients]) { RedirectStandardOutput = true }
        )!;
        var complaints = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", complaints);
        Assert.Equal(0, process.ExitCode);
    }

    private static long Compressed(string file)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(File.ReadAllBytes(file));
        return bytes.Length;
    }
}
