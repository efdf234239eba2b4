using Bupyeong.Chatbot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>대화 복사, 대화 저장, 인쇄: the whole conversation, once, in words alone.</summary>
public sealed class TakingAlongTests(Chromium chromium) : WindowTest(chromium)
{
    private static readonly string[] Parts =
    [
        "나: 토지 1권 있어요?",
        "대출 가능 (1권)",
        "나: 반납일이 휴관일이면요?",
        "출처: 반납일이 쉬는 날일 때",
    ];

    private const string PrintsNothing = """
        window.print = function () {
          const top = window.top;
          top.printed = document.body.innerText;
          top.printedTitle = document.title;
        };
        """;

    [Fact]
    public async Task The_conversation_is_copied_as_text()
    {
        var visitor = await Talks();
        await visitor.Chooses("대화 복사");
        await Expect(visitor.Notice).ToContainTextAsync("복사했어요");
        IsWhole(await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task The_conversation_is_saved_as_a_file()
    {
        var visitor = await Talks();
        var file = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Chooses("대화 저장"));
        Assert.Equal("도서관-대화-2026-11-24.txt", file.SuggestedFilename);
        IsWhole(await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_conversation_alone_is_printed()
    {
        var visitor = await Talks();
        await visitor.Chooses("인쇄");
        await visitor.Page.WaitForFunctionAsync("() => window.printed");
        Assert.Equal("부평구립도서관", await visitor.Page.EvaluateAsync<string>("() => window.printedTitle"));
        var printed = await visitor.Page.EvaluateAsync<string>("() => window.printed");
        IsWhole(printed);
        Assert.DoesNotContain("책을 읽고 쉬어 가세요", printed, StringComparison.Ordinal);
    }

    private async Task<Visitor> Talks()
    {
        var visitor = await Comes(Visit.Desktop with { Before = page => page.AddInitScriptAsync(PrintsNothing) });
        await visitor.Opens();
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");
        await visitor.Says("반납일이 휴관일이면요?");
        await visitor.Hears("library-rule/answer");
        return visitor;
    }

    private static void IsWhole(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in Parts)
            Assert.True(words.Split(part).Length == 2, $"'{part}' does not stand once in: {words}");
        Assert.DoesNotContain("도움이 됐어요", text, StringComparison.Ordinal);
        Assert.DoesNotContain("보내기", text, StringComparison.Ordinal);
    }
}
