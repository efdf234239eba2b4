using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>The files of the window as they are written: checked types, no dependency, and light.</summary>
public sealed partial class WindowFilesTests(ITestOutputHelper output)
{
    private const int LargestTogether = 30 * 1024;

    /// <summary>Banners, the shared computer, and taking the conversation along: loaded by who needs them.</summary>
    private static readonly string[] NeededLater = ["banner", "idle", "transcript", "print"];

    private static readonly string Root = Path.Combine(SourceFiles.Root, "src", "wwwroot");

    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Path.Combine(Root, "chat"), "*", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "chat.js"))
            .Where(file => !file.EndsWith(".d.ts", StringComparison.Ordinal));

    /// <summary>As one archive all of them, and file by file what the window needs to open in its largest language.</summary>
    [Fact]
    public void All_files_together_are_at_most_thirty_kilobytes_compressed()
    {
        var everything = Compressed(Files.SelectMany(File.ReadAllBytes).ToArray());
        var languages = Files
            .Where(file => Path.GetDirectoryName(file)!.EndsWith("words", StringComparison.Ordinal))
            .ToList();
        var later = Files.Where(file => NeededLater.Contains(Path.GetFileNameWithoutExtension(file)));
        var opening = Files.Except(languages).Except(later).Append(languages.MaxBy(Size)!).Sum(Size);
        output.WriteLine(
            $"figure: all files of the window {everything} bytes as one gzip, {opening} file by file to open it"
        );
        Assert.InRange(everything, 1, LargestTogether);
        Assert.InRange(opening, 1, LargestTogether);
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

    /// <summary>So that who adds a module adds it there too: otherwise it is asked for one round trip later.</summary>
    [Fact]
    public void The_one_line_asks_early_for_every_module_that_the_window_needs_and_for_no_other()
    {
        var line = File.ReadAllText(Path.Combine(Root, "chat.js"));

        Assert.Equal(ImportedBy("window").Order(), EarlyModules().Match(line).Groups[1].Value.Split(' ').Order());
    }

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

    /// <summary>The module itself, what it imports, and what that imports in turn.</summary>
    private static HashSet<string> ImportedBy(string module)
    {
        var found = new HashSet<string> { module };
        var next = new Queue<string>(found);
        while (next.TryDequeue(out var name))
        {
            var imports = Imports().Matches(File.ReadAllText(Path.Combine(Root, "chat", $"{name}.js")));
            foreach (var import in imports.Select(match => match.Groups[1].Value).Where(found.Add))
                next.Enqueue(import);
        }
        return found;
    }

    [GeneratedRegex("const modules = \"(.+)\";")]
    private static partial Regex EarlyModules();

    [GeneratedRegex("""^import .* from "\./(\w+)\.js";""", RegexOptions.Multiline)]
    private static partial Regex Imports();

    private static long Size(string file) => Compressed(File.ReadAllBytes(file));

    private static long Compressed(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.SmallestSize, leaveOpen: true))
            zip.Write(content);
        return bytes.Length;
    }
}
