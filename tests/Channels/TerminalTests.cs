using System.Diagnostics;
using System.Text;
using Bupyeong.Chatbot.Channels.Terminal;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The commands "chat" and "chat --script" as somebody at a terminal runs them.</summary>
public sealed class TerminalTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Somebody_talks_signs_in_and_picks_by_number()
    {
        string[] typed = ["내 대출", "/회원 P2026000002", "518306", "세번째 책 연장", "1", "/끝", "더"];

        var (code, shown, errors) = await Runs(string.Join('\n', typed), "--at", "2026-11-24T10:00");

        Assert.Equal(0, code);
        Assert.Equal("", errors);
        Assert.Contains("언어의 온도", shown, StringComparison.Ordinal);
        Assert.Contains("✓ 「토지 1」 12월 11일", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("518306", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[", shown, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "conversations.db")), "What was said was kept.");
    }

    [Fact]
    public async Task A_conversation_that_goes_as_written_is_said_to()
    {
        var (code, shown, _) = await Runs(
            "",
            "--script",
            Written("> 청천도서관 전화번호좀", "< branch-place/phone : 032-330")
        );

        Assert.Equal((0, "1 of 1 conversations go as written."), (code, shown.Trim()));
    }

    [Fact]
    public async Task Differences_are_printed_with_their_lines()
    {
        var file = Written(
            "> 안녕",
            "< thanks/welcome",
            "> 청천도서관 전화번호좀",
            "< branch-place/phone : 999",
            "< more"
        );

        var (code, shown, _) = await Runs("", "--script", file);

        Assert.Equal(1, code);
        Assert.Contains(
            $"{file}:3: expected thanks/welcome\n  heard greeting/hello : ",
            shown,
            StringComparison.Ordinal
        );
        Assert.Contains($"{file}:5: expected branch-place/phone : 999", shown, StringComparison.Ordinal);
        Assert.Contains($"{file}:6: expected more\n  heard nothing", shown, StringComparison.Ordinal);
        Assert.Contains("0 of 1", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("? what", 2)]
    [InlineData("@ P2026000002", 2)]
    [InlineData("at noon", 2)]
    [InlineData("+ a while", 2)]
    public async Task A_line_that_means_nothing_is_named(string line, int number)
    {
        var file = Written(line);

        var (code, _, errors) = await Runs("", "--script", file);

        Assert.Equal(2, code);
        Assert.StartsWith($"{file}:{number}: '{line}'", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--script", "nowhere.md")]
    [InlineData("--at", "noon")]
    [InlineData("--what", "else")]
    public async Task What_cannot_be_done_is_said(string option, string value)
    {
        var (code, _, errors) = await Runs("", option, value);

        Assert.Equal(2, code);
        Assert.NotEqual("", errors);
    }

    [Fact]
    public void A_number_picks_only_what_stands_on_the_screen()
    {
        using var output = new StringWriter();
        var screen = new Screen(output, hasColours: false);
        screen.Show([new Message("a/b", "골라 주세요.", "ko") { Choices = ["예", "아니요"] }]);

        Assert.Equal(["아니요", "3", "0"], new[] { "2", "3", "0" }.Select(screen.Meant));
        screen.Show([new Message("a/b", "몇 권이에요?", "ko")]);
        Assert.Equal("2", screen.Meant("2"));
    }

    [Fact]
    public void Cards_stand_in_columns_and_nothing_in_them_steers_the_terminal()
    {
        using var output = new StringWriter();
        var card = new Card("book", "토지\e[2J") { Rows = [new("삼산", "있어요"), new("KTX역", "없어요")] };

        new Screen(output, hasColours: false).Show([new Message("a/b", "찾았어요.", "ko") { Cards = [card] }]);

        Assert.Equal(
            "  찾았어요.\n  ┌ 토지[2J\n  │ 삼산   있어요\n  │ KTX역  없어요\n\n",
            output.ToString().ReplaceLineEndings("\n")
        );
    }

    private string Written(params string[] lines)
    {
        var file = Path.Combine(folder.Path, "talk.md");
        File.WriteAllLines(file, ["## 하나", .. lines]);
        return file;
    }

    private async Task<(int Code, string Shown, string Errors)> Runs(string typed, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [HostProcess.ProgramFile(), "chat", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            WorkingDirectory = folder.Path,
        };
        start.Environment["Storage__DataFolder"] = folder.Path;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(typed);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var shown = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, (await shown).ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }
}
