using System.Diagnostics;
using System.Globalization;
using Bupyeong.Chatbot.Tests.Support;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>A long PDF in Korean letters, from the command to the last draft, in a process of its own.</summary>
public static class DocumentFigures
{
    private const string Font = "/usr/share/fonts/truetype/nanum/NanumGothic.ttf";
    private const int Pages = 300;
    private const int LinesOfPage = 38;
    private const int Seed = 20261128;

    /// <summary>The writer of the PDF takes some more separate letters in one font; those of the headings are to have room.</summary>
    private const int LettersOfFont = 235;

    public static async Task MeasureAsync(string data, FigureTable table)
    {
        if (!File.Exists(Font))
        {
            table.Add("a PDF imported", "not measured: no Korean font");
            return;
        }
        var path = Path.Combine(data, "guide.pdf");
        await File.WriteAllBytesAsync(path, Pdf());
        var (first, peak) = await ImportAsync(path, data);
        var (again, _) = await ImportAsync(path, data);
        table.Add(
            $"a PDF of {Pages} pages imported, as a command",
            string.Create(CultureInfo.InvariantCulture, $"{first.TotalSeconds:0.0} s, {peak / 1e6:0} MB at most")
        );
        table.Add("the same again", string.Create(CultureInfo.InvariantCulture, $"{again.TotalSeconds:0.0} s"));
    }

    private static async Task<(TimeSpan Took, long Peak)> ImportAsync(string path, string data)
    {
        string[] words = [HostProcess.ProgramFile(), "knowledge", "import", path, $"Storage:DataFolder={data}"];
        var start = new ProcessStartInfo("dotnet", words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var (started, peak) = (Stopwatch.GetTimestamp(), 0L);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        while (!process.WaitForExit(milliseconds: 20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
        }
        var took = Stopwatch.GetElapsedTime(started);
        await output;
        return process.ExitCode == 0 ? (took, peak) : throw new InvalidOperationException(await error);
    }

    /// <summary>Each page has a heading and the sentences of the entries, in another order.</summary>
    private static byte[] Pdf()
    {
        var sentences = Sentences();
        var random = new Random(Seed);
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddTrueTypeFont(File.ReadAllBytes(Font));
        for (var number = 1; number <= Pages; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText($"제{number}장 이용 안내", 18, new(60, 770), font);
            for (var line = 0; line < LinesOfPage; line++)
                page.AddText(sentences[random.Next(sentences.Count)], 10, new(60, 740 - line * 16), font);
            page.AddText($"- {number} -", 8, new(290, 30), font);
        }
        return builder.Build();
    }

    private static List<string> Sentences()
    {
        var folder = Path.Combine(HostProcess.Root().FullName, "knowledge", "policies");
        var (sentences, letters) = (new List<string>(), new HashSet<char>());
        var found = Directory
            .EnumerateFiles(folder, "*.md")
            .Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .SelectMany(line => line.Split(". "))
            .Where(line => line is { Length: > 20 and < 60 } && !line.Contains('{', StringComparison.Ordinal));
        foreach (var sentence in found)
        {
            if (letters.Union(sentence).Count() > LettersOfFont)
                continue;
            letters.UnionWith(sentence);
            sentences.Add(sentence);
        }
        return sentences;
    }
}
