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

    [Fact]
    public async Task Documents_become_drafts_once_and_what_cannot_be_read_ends_with_two()
    {
        var guide = Path.Combine(folder.Path, "이용=안내.md");
        await File.WriteAllTextAsync(guide, "# 대출\n다섯 권까지예요.\n\n# 연장\n한 번 돼요.\n", Cancellation);
        var courses = Path.Combine(folder.Path, "강좌.csv");
        await File.WriteAllTextAsync(courses, "강좌명,날짜\n동화 쓰기,2027-01-09\n", Cancellation);

        var (code, output, error) = await RunAsync("import", guide, courses);
        Assert.True(code == 0, error);
        Assert.Contains("이용=안내.md: 안내 2개 (새 초안 2, ", output, StringComparison.Ordinal);
        Assert.Contains("「대출」", output, StringComparison.Ordinal);
        var draft = Assert.Single(Directory.EnumerateFiles(Path.Combine(folder.Path, "data", "drafts", "programs")));
        Assert.Contains(draft, output, StringComparison.Ordinal);
        Assert.Contains(
            "days: [2027-01-09]",
            await File.ReadAllTextAsync(draft, Cancellation),
            StringComparison.Ordinal
        );

        (code, output, error) = await RunAsync("import", guide, courses);
        Assert.True(code == 0, error);
        Assert.Contains("(새 초안 0, 바뀐 초안 0, 그대로 2, 충돌 0)", output, StringComparison.Ordinal);

        var old = Path.Combine(folder.Path, "옛글.hwp");
        await File.WriteAllTextAsync(old, "", Cancellation);
        (code, _, error) = await RunAsync("import", guide, old);
        Assert.Equal(2, code);
        Assert.StartsWith($"{old}: HWPX로 저장해 주세요.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_proposed_where_there_is_a_model_and_nothing_is_kept()
    {
        var (code, _, error) = await RunAsync("propose", "lost-card");
        Assert.Equal(2, code);
        Assert.Contains("LanguageModel:Address", error, StringComparison.Ordinal);

        await using var model = await ModelServer.StartAsync();
        model.Says = _ =>
            ModelServer.Questions(["회원증을 지하철에서 흘렸는데 다시 만들려면 어떻게 하나요?", "좋아요."]);
        string[] settings = [$"LanguageModel:Address={model.Address}", "LanguageModel:Model=double"];
        (code, var output, error) = await RunAsync(["propose", "lost-card", .. settings]);
        Assert.True(code == 0, error);
        Assert.StartsWith("생성된 문장 · lost-card 1판", output, StringComparison.Ordinal);
        Assert.Contains("✓ this  lost-card  회원증을 지하철에서", output, StringComparison.Ordinal);
        Assert.Contains("1 questions, 1 as they should be, 1 dropped.", output, StringComparison.Ordinal);

        (code, _, error) = await RunAsync(["propose", "quokka-day", .. settings]);
        Assert.Equal((2, "There is no entry quokka-day."), (code, error.Trim()));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] words) =>
        CommandProcess.RunAsync(Path.Combine(folder.Path, "data"), ["knowledge", .. words]);
}
