using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>
/// The same questions of each engine, by "evaluate answers". Qdrant is the double of the tests; the model of the hybrid one
/// is that of the folder in "Embeddings__Folder", or else a table that knows nothing.
/// </summary>
public static class EngineFigures
{
    private const int Dimensions = 8;

    public static async Task MeasureAsync(string data, FigureTable table)
    {
        await using var qdrant = new QdrantDouble();
        await AskAsync(data, "lucene", table);
        await AskAsync(data, "qdrant", table, $"Search:Address={qdrant.Address}");
        if (qdrant.Mistakes is [var mistake, ..])
            throw new InvalidOperationException($"The double refuses: {mistake}");
        var model = Environment.GetEnvironmentVariable("Embeddings__Folder") ?? WriteTable(data);
        await AskAsync(data, "hybrid", table, "Embeddings:Source=Onnx", $"Embeddings:Folder={model}");
    }

    private static async Task AskAsync(string data, string engine, FigureTable table, params string[] settings)
    {
        var file = Path.Combine(data, $"{engine}.json");
        string[] command =
        [
            HostProcess.ProgramFile(),
            "evaluate",
            "answers",
            "--engine",
            engine,
            "--report",
            file,
            $"Storage:DataFolder={data}",
            .. settings,
        ];
        var start = new ProcessStartInfo("dotnet", command) { WorkingDirectory = HostProcess.Root().FullName };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"evaluate answers --engine {engine} ended with {process.ExitCode}.");
        var report = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement;
        table.Add($"{engine}: found first / in five", $"{Share("recall@1")} / {Share("recall@5")} %");
        table.Add(
            $"{engine}: answered right / by a wrong entry / not",
            $"{Part("answeredRight")} / {Part("answeredWrong")} / {Part("unanswered")} %"
        );
        table.Add($"{engine}: without an entry, left unanswered", $"{Share("abstentionRecall")} %");

        string Share(string name) => Percent(report.GetProperty(name).GetDouble());

        string Part(string name) => Percent(report.GetProperty(name).GetProperty("value").GetDouble());
    }

    private static string WriteTable(string data)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data, "model")).FullName;
        string[] words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "책", "대출", "?"];
        File.WriteAllLines(Path.Combine(folder, "vocab.txt"), words);
        new TinyEncoder(TinyEncoder.Rows(words.Length, Dimensions)).WriteTo(folder);
        return folder;
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);
}
