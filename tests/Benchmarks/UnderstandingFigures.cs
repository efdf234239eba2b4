using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>
/// Understanding beside NLP.js (node-nlp with its Korean stemmer): both learn the same sentences and are asked the same
/// Korean ones with one wish, one process after the other.
/// </summary>
public static class UnderstandingFigures
{
    private const string Command = "npm ci --ignore-scripts";

    public static async Task MeasureAsync(string data, FigureTable table)
    {
        var root = HostProcess.Root().FullName;
        var peers = Path.Combine(root, "tests", "Benchmarks", "peers");
        if (!Directory.Exists(Path.Combine(peers, "node_modules")))
            throw new InvalidOperationException($"NLP.js is not installed: {Command} in {peers}");
        var (set, taught, report) = (
            Path.Combine(data, "set"),
            Path.Combine(data, "taught"),
            Path.Combine(data, "report")
        );
        await File.WriteAllLinesAsync(set, OneWish(Path.Combine(root, "tests", "Understanding", "unseen.jsonl")));

        string[] evaluate =
        [
            HostProcess.ProgramFile(),
            "evaluate",
            "understanding",
            "--set",
            set,
            "--report",
            report,
            "--taught",
            taught,
            $"Storage:DataFolder={data}",
        ];
        var first = await RunAsync("dotnet", root, evaluate);
        var later = await RunAsync("dotnet", root, evaluate);
        var ours = JsonDocument.Parse(await File.ReadAllTextAsync(report)).RootElement;
        var theirs = JsonDocument
            .Parse((await RunAsync("node", peers, "--max-old-space-size=8192", "nlp.js", taught, set)).Output)
            .RootElement;

        Console.WriteLine(Reliability(later.Output));
        table.Add("sentences taught / asked", $"{Lines(taught)} / {Lines(set)}");
        table.Add("understood, ours", Percent(ours.GetProperty("accuracy")));
        table.Add("understood, NLP.js as it comes", Percent(theirs.GetProperty("accuracyAsIs")));
        table.Add(
            $"understood, NLP.js learning at {theirs.GetProperty("rate")}",
            Percent(theirs.GetProperty("accuracy"))
        );
        table.Add("learning all languages and the rules' index, ours", Seconds((first.Took - later.Took).TotalSeconds));
        table.Add("learning Korean, NLP.js at that rate", Seconds(theirs.GetProperty("trainingSeconds").GetDouble()));
        table.Add("a sentence, ours (p50 / p99)", Pair(ours, "p50Milliseconds", "p99Milliseconds"));
        table.Add("a sentence, NLP.js (p50 / p99)", Pair(theirs, "p50", "p99"));
    }

    private static IEnumerable<string> OneWish(string path) =>
        File.ReadLines(path)
            .Where(line =>
            {
                var utterance = JsonDocument.Parse(line).RootElement;
                return utterance.GetProperty("language").GetString() == "ko"
                    && !utterance.TryGetProperty("then", out _);
            });

    private static async Task<(TimeSpan Took, string Output)> RunAsync(
        string program,
        string folder,
        params string[] words
    )
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = true }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? (Stopwatch.GetElapsedTime(started), output)
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', words)} ended with {process.ExitCode}."
            );
    }

    /// <summary>What the scores promise beside what comes true, as the command draws it.</summary>
    private static string Reliability(string output)
    {
        var start = output.IndexOf("Scores and what comes true", StringComparison.Ordinal);
        return output[start..output.IndexOf("Entities", start, StringComparison.Ordinal)];
    }

    private static int Lines(string path) => File.ReadLines(path).Count();

    private static string Percent(JsonElement share) => share.GetDouble().ToString("P1", CultureInfo.InvariantCulture);

    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:F1} s");

    private static string Pair(JsonElement figures, string one, string other) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.GetProperty(one).GetDouble():F2} / {figures.GetProperty(other).GetDouble():F2} ms"
        );
}
