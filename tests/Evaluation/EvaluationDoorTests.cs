using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Evaluation;

/// <summary>"evaluate understanding" as whoever brings a set of his own runs it: a process, a file, a report.</summary>
public sealed class EvaluationDoorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("evaluate-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_set_of_anybodys_own_is_judged_and_reported()
    {
        await using var host = new LibraryHost(folder.FullName);
        var (set, report, taught) = (In("set"), In("report"), In("taught"));
        await File.WriteAllLinesAsync(
            set,
            [
                """{"text":"오늘 부개 몇 시까지 해요?","intent":"branch-hours","entities":{"branch":"부개도서관"},"style":"clean"}""",
                """{"text":"내일 비 와요?","intent":"find-book","style":"typo"}""",
                """{"text":"주차 되나요? 그리고 책 연장해 주세요","intent":"branch-facilities","then":"renew-loan","style":"two-intents"}""",
                """{"text":"짜장면 배달 되나요","intent":"out-of-scope","style":"clean"}""",
            ],
            TestContext.Current.CancellationToken
        );
        var ended = await RunAsync("--set", set, "--report", report, "--taught", taught);
        Assert.True(ended.Code == 0, ended.Error);
        Assert.Contains("3 of 4", ended.Output, StringComparison.Ordinal);

        var found = JsonDocument
            .Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken))
            .RootElement;
        Assert.Equal(0.75, found.GetProperty("accuracy").GetDouble());
        Assert.Equal(1, found.GetProperty("outOfScopeRecall").GetDouble());
        Assert.Equal(0, found.GetProperty("falseAcceptance").GetDouble());
        Assert.Equal(2, found.GetProperty("styles").GetProperty("clean").GetProperty("right").GetInt32());
        Assert.Equal(JsonValueKind.Object, found.GetProperty("kinds").ValueKind);
        Assert.Equal(
            "내일 비 와요?",
            Assert.Single(found.GetProperty("failures").EnumerateArray()).GetProperty("text").GetString()
        );

        var lines = await File.ReadAllLinesAsync(taught, TestContext.Current.CancellationToken);
        Assert.True(lines.Length > 10_000);
        Assert.All(lines, line => Assert.DoesNotContain("{title}", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_set_of_messages_with_two_wishes_alone_is_reported_too()
    {
        await using var host = new LibraryHost(folder.FullName);
        var (set, report) = (In("set"), In("report"));
        await File.WriteAllTextAsync(
            set,
            """{"text":"주차 되나요? 그리고 책 연장해 주세요","intent":"branch-facilities","then":"renew-loan"}""",
            TestContext.Current.CancellationToken
        );
        var ended = await RunAsync("--set", set, "--report", report);
        Assert.True(ended.Code == 0, ended.Error);
        Assert.Contains(
            "\"calibrationError\": 0",
            await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"text":"책 있나요"}""", ":2:")]
    [InlineData("""{"text":"책 있나요","intent":""", ":2:")]
    public async Task A_wrong_line_is_named_and_nothing_is_written(string line, string place)
    {
        var (set, report) = (In("set"), In("report"));
        await File.WriteAllLinesAsync(
            set,
            ["""{"text":"안녕","intent":"greeting"}""", line],
            TestContext.Current.CancellationToken
        );
        var ended = await RunAsync("--set", set, "--report", report);
        Assert.Equal(2, ended.Code);
        Assert.Contains(set + place, ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(report));
    }

    [Theory]
    [InlineData("--sets", "a")]
    [InlineData("--set")]
    public async Task An_option_that_is_not_known_shows_the_usage(params string[] options)
    {
        var ended = await RunAsync(options);
        Assert.Equal(2, ended.Code);
        Assert.Contains("usage: evaluate understanding", ended.Error, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(folder.FullName, name + ".jsonl");

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] options) =>
        CommandProcess.RunAsync(folder.FullName, ["evaluate", "understanding", .. options]);
}
