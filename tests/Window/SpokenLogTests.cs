using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>What a screen reader is told of a conversation, kept beside this test as a picture of it in words.</summary>
public sealed partial class SpokenLogTests(Chromium chromium) : WindowTest(chromium)
{
    private static readonly string Kept = Path.Combine(SourceFiles.Root, "tests", "Window", "spoken-log.yml");

    /// <summary>To keep a new one on purpose, delete the file and run the test once.</summary>
    [Fact]
    public async Task It_is_as_it_was_kept()
    {
        await using var own = new LibrarySite();
        var visitor = await Comes(Visit.Phone with { Site = own });
        await visitor.Opens();
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");
        await visitor.Says("한강 책 뭐 있어요?");
        await visitor.Hears("find-book/by-author");
        await visitor.Says("반납일이 휴관일이면요?");
        await visitor.Hears("library-rule/answer");
        await visitor.Says("삼산도서관 어디예요?");
        await visitor.Hears("branch-place/place");
        await visitor.Says("사람이랑 얘기할래요");
        await visitor.Hears("talk-to-person/queued");
        await visitor.Says("그만 기다릴게요");
        await visitor.Hears("talk-to-person/gave-up");

        // The particle behind a receipt follows its last letter, which is another each time.
        var spoken = Receipts().Replace(await visitor.Log.AriaSnapshotAsync(), "접수 번호는 1124-XXXXXX예요");
        if (!File.Exists(Kept))
            await File.WriteAllTextAsync(Kept, spoken + "\n", TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken), spoken + "\n");
    }

    [Fact]
    public async Task Every_bubble_is_announced_once_and_history_is_not_read_again()
    {
        var visitor = await Comes(Visit.Phone with { Before = page => page.AddInitScriptAsync(Listening) });
        await visitor.Opens();
        await visitor.Says("안녕하세요");
        await visitor.Hears("greeting/hello");
        Assert.Equal(3, await visitor.Page.EvaluateAsync<int>("() => window.announced.length"));
        await Expect(visitor.Log).ToHaveRoleAsync(AriaRole.Log);

        await visitor.Page.ReloadAsync();
        visitor.ReadsFromTheStart();
        await visitor.Hears("welcome/hello", "greeting/hello");
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => window.announced.length"));
    }

    /// <summary>As assistive technology does: what is added to the log while the log is not busy.</summary>
    private const string Listening = """
        window.announced = [];
        let busy = false;
        const { setAttribute, append } = Element.prototype;
        Element.prototype.setAttribute = function (name, value) {
          if (name === "aria-busy") busy = value === "true";
          return setAttribute.call(this, name, value);
        };
        Element.prototype.append = function (...nodes) {
          if (!busy && this.closest("[role=log]")) window.announced.push(...nodes.filter((node) => node instanceof Element && node.matches(".entry")));
          return append.call(this, ...nodes);
        };
        """;

    [GeneratedRegex("접수 번호는 [0-9A-Z]{4}-[0-9A-Z]{6}(이에요|예요)")]
    private static partial Regex Receipts();
}
