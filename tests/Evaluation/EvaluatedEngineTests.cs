using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Tests.Evaluation;

/// <summary>"evaluate answers --engine": the same questions of each engine that the settings have.</summary>
public sealed class EvaluatedEngineTests : IDisposable
{
    private static readonly string[] Asked =
    [
        """{"question":"책 몇 권까지 빌릴 수 있어?","slug":"loan-limit-and-period"}""",
        """{"question":"회원증잃어버렸어요","slug":"lost-card"}""",
        """{"question":"오늘 날씨 어때","slug":null}""",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Qdrant_is_asked_in_a_collection_of_its_own()
    {
        await using var qdrant = new QdrantDouble();
        var report = await ReportAsync("qdrant", $"Search:Address={qdrant.Address}");

        Assert.Equal(1, report.GetProperty("recall@1").GetDouble());
        Assert.Equal(1, report.GetProperty("abstentionRecall").GetDouble());
        Assert.Empty(qdrant.Mistakes);
        Assert.All(
            qdrant.Calls.Where(call => call.Path.Contains("/points", StringComparison.Ordinal)),
            call => Assert.Contains("bupyeong-evaluate-knowledge", call.Path, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Hybrid_waits_for_the_vectors_of_the_encoder()
    {
        var model = Directory.CreateDirectory(Path.Combine(folder.Path, "model")).FullName;
        string[] words = [.. "[PAD] [UNK] [CLS] [SEP] [MASK] 회원 ##증 책 ?".Split(' ')];
        await File.WriteAllLinesAsync(Path.Combine(model, "vocab.txt"), words, TestContext.Current.CancellationToken);
        new TinyEncoder(TinyEncoder.Rows(words.Length, 8)).WriteTo(model);

        var report = await ReportAsync("hybrid", "Embeddings:Source=Onnx", $"Embeddings:Folder={model}");

        Assert.Equal("hybrid", report.GetProperty("engine").GetString());
        Assert.Equal(1, report.GetProperty("recall@1").GetDouble());
    }

    [Theory]
    [InlineData("fast", "it is lucene, qdrant or hybrid")]
    [InlineData("hybrid", "Embeddings:Source is None")]
    [InlineData("qdrant", "Search:Address")]
    public async Task An_engine_that_there_is_not_is_named(string engine, string reason)
    {
        var ended = await RunAsync(engine);
        Assert.Equal(2, ended.Code);
        Assert.Contains(reason, ended.Error, StringComparison.Ordinal);
    }

    private async Task<JsonElement> ReportAsync(string engine, params string[] settings)
    {
        var ended = await RunAsync(engine, settings);
        Assert.True(ended.Code == 0, ended.Error);
        return JsonDocument
            .Parse(await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken))
            .RootElement;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string engine, params string[] settings)
    {
        var questions = Path.Combine(folder.Path, "questions.jsonl");
        await File.WriteAllLinesAsync(questions, Asked, TestContext.Current.CancellationToken);
        return await CommandProcess.RunAsync(
            Path.Combine(folder.Path, "data"),
            ["evaluate", "answers", "--questions", questions, "--report", Report, "--engine", engine, .. settings]
        );
    }

    private string Report => Path.Combine(folder.Path, "report.json");
}
