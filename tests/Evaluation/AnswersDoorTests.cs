using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Evaluation;

/// <summary>"evaluate answers" as whoever brings questions or texts of his own runs it: a process, a file, a report.</summary>
public sealed class AnswersDoorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("answers-");

    public void Dispose() => folder.Delete(recursive: true);

    private string Questions => Path.Combine(folder.FullName, "questions.jsonl");
    private string Report => Path.Combine(folder.FullName, "report.json");
    private string Texts => Path.Combine(folder.FullName, "texts");
    private string Data => Path.Combine(folder.FullName, "data");

    [Fact]
    public async Task Questions_of_anybodys_own_are_asked_of_the_librarys_entries()
    {
        var report = await ReportAsync([
            """{"question":"책 몇 권까지 빌릴 수 있어?","slug":"loan-limit-and-period","mustContain":["5권","14일"]}""",
            """{"question":"회원증잃어버렸어요","slug":"lost-card","mustContain":["7권"]}""",
            """{"question":"오늘 날씨 어때","slug":null}""",
            """{"question":"반납일이 휴관일이면 어떻게 돼요","slug":"due-on-closed-day","mustNotContain":["휴관"],"critical":true}""",
        ]);
        foreach (var whole in new[] { "recall@1", "recall@5", "recall@10", "mrr@10", "ndcg@10", "abstentionRecall" })
            Assert.Equal(1, report.GetProperty(whole).GetDouble());
        Assert.Equal(0, report.GetProperty("falseAbstention").GetDouble());
        Assert.Equal(0, report.GetProperty("answersWithUncitedFacts").GetInt32());
        Assert.True(report.GetProperty("p99Milliseconds").GetDouble() > 0);
        Assert.True(report.GetProperty("floor").GetBoolean());

        var failures = report.GetProperty("failures").EnumerateArray().ToList();
        Assert.Equal(
            ["반납일이 휴관일이면 어떻게 돼요", "회원증잃어버렸어요"],
            failures.Select(failure => failure.GetProperty("question").GetString())
        );
        Assert.Equal("휴관", Assert.Single(failures[0].GetProperty("forbidden").EnumerateArray()).GetString());
        Assert.Equal("7권", Assert.Single(failures[1].GetProperty("missing").EnumerateArray()).GetString());
        Assert.Equal("lost-card", failures[1].GetProperty("found")[0].GetString());
    }

    [Fact]
    public async Task Texts_of_anybodys_own_with_a_title_and_a_slug_are_measured_and_leave_nothing_behind()
    {
        Write(
            "a",
            "title: 두루미 먹이 주기\nslug: Crane_1",
            "# 먹이 1\n두루미는 겨울에 볍씨와 우렁이를 먹어요.\n\n하루에 300 g을 줘요."
        );
        Write("b", "title: 수달 목욕\nslug: 수달", "수달은 아침마다 맑은 물에서 헤엄쳐요.");
        Write("c", "title: 너구리\nslug: 3\ntags: [밤]\nstatus: live", "너구리는 밤에 나와 감나무 밑을 뒤져요.");
        var report = await ReportAsync(
            [
                """{"question":"볍씨는 누가 먹나요","slug":"Crane_1","mustContain":["300 g"]}""",
                """{"question":"헤엄치는 동물","slug":"수달"}""",
                """{"question":"완전히 다른 이야기와 감나무","slug":"3","category":"밤"}""",
            ],
            "--knowledge",
            Texts
        );
        Assert.Equal(3, report.GetProperty("entries").GetInt32());
        Assert.Equal(1, report.GetProperty("recall@1").GetDouble());
        Assert.False(report.GetProperty("floor").GetBoolean());
        Assert.Equal(0, report.GetProperty("falseAbstention").GetDouble());
        Assert.Empty(report.GetProperty("failures").EnumerateArray());
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("""{"question":"몇 권까지 빌려요","slug":""", "Expected")]
    [InlineData("""{"question":"몇 권까지 빌려요"}""", "slug")]
    [InlineData("""{"question":" ","slug":null}""", "\"question\" is needed")]
    [InlineData("""{"question":"몇 권까지 빌려요","slug":"no-such-entry"}""", "no entry has the slug 'no-such-entry'")]
    [InlineData("""{"question":"몇 권까지 빌려요","slug":null,"mustContain":[""]}""", "are lists of texts")]
    public async Task A_wrong_line_is_named_and_nothing_is_written(string line, string reason)
    {
        var ended = await RunAsync(["""{"question":"오늘 날씨 어때","slug":null}""", line]);
        Assert.Equal(2, ended.Code);
        Assert.Contains(Questions + ":2: ", ended.Error, StringComparison.Ordinal);
        Assert.Contains(reason, ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Report));
    }

    [Fact]
    public async Task A_text_without_a_slug_is_named()
    {
        Write("a", "title: 두루미", "두루미는 겨울에 와요.");
        var ended = await RunAsync(["""{"question":"두루미","slug":null}"""], "--knowledge", Texts);
        Assert.Equal(2, ended.Code);
        Assert.Contains("a.md(2): slug is missing", ended.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Report));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said_to_be_missing()
    {
        var ended = await RunAsync(["""{"question":"두루미","slug":null}"""], "--knowledge", Texts);
        Assert.Equal(2, ended.Code);
        Assert.Contains($"{Texts}: there is no such folder", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_set_the_option_is_named_that_brings_one()
    {
        var ended = await CommandProcess.RunAsync(Data, "evaluate", "answers");
        Assert.Equal(2, ended.Code);
        Assert.Contains("--questions", ended.Error, StringComparison.Ordinal);
    }

    private void Write(string name, string front, string body)
    {
        Directory.CreateDirectory(Texts);
        File.WriteAllText(Path.Combine(Texts, name + ".md"), $"---\n{front}\n---\n{body}\n");
    }

    private async Task<JsonElement> ReportAsync(string[] questions, params string[] options)
    {
        var ended = await RunAsync(questions, options);
        Assert.True(ended.Code == 0, ended.Error);
        Assert.Contains("in first five", ended.Output, StringComparison.Ordinal);
        return JsonDocument
            .Parse(await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken))
            .RootElement;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] questions, params string[] options)
    {
        await File.WriteAllLinesAsync(Questions, questions, TestContext.Current.CancellationToken);
        return await CommandProcess.RunAsync(
            Data,
            ["evaluate", "answers", "--questions", Questions, "--report", Report, .. options]
        );
    }
}
