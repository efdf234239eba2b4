using Bupyeong.Chatbot.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>axe-core finds nothing: WCAG 2.2 A and AA and its best practice, in every state of the window and every theme.</summary>
public sealed class AccessibilityTests(Chromium chromium) : WindowTest(chromium)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    public static TheoryData<int, string> Looks =>
        new()
        {
            { 360, "light" },
            { 1440, "dark" },
            { 360, "contrast" },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_state_of_a_conversation_passes(int width, string theme)
    {
        var visitor = await Opens(width, theme);
        await Passes(visitor, "welcome");
        foreach (
            var (words, reply) in new[]
            {
                ("토지 1권 있어요?", "find-book/found-one"),
                ("한강 책 뭐 있어요?", "find-book/by-author"),
                ("이번 주말 프로그램", "find-program/found"),
                ("삼산도서관 어디예요?", "branch-place/place"),
                ("반납일이 휴관일이면요?", "library-rule/answer"),
            }
        )
        {
            await visitor.Says(words);
            await visitor.Hears(reply);
            await Passes(visitor, reply);
        }
        await visitor.Window.Locator("summary").Last.ClickAsync();
        await Passes(visitor, "source");
        await visitor.Presses("도움이 안 됐어요");
        await Passes(visitor, "why");
        await visitor.Presses("더보기");
        await Passes(visitor, "menu");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_account_and_the_end_pass(int width, string theme)
    {
        var visitor = await Opens(width, theme);
        await visitor.Says("내 대출");
        await visitor.Hears("sign-in/needed");
        await Passes(visitor, "sign-in");
        await visitor.SignsIn();
        await visitor.Hears("sign-in/done", "my-loans/loans");
        await Passes(visitor, "loans");
        await visitor.Says("사람이랑 얘기할래요");
        await visitor.Hears("talk-to-person/queued");
        await Passes(visitor, "queued");
        await visitor.Presses("끝내기");
        await Expect(visitor.Over).ToBeVisibleAsync();
        await Passes(visitor, "ended");
        await visitor.Presses("접기");
        await Passes(visitor, "folded");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Trouble_passes(int width, string theme)
    {
        var visitor = await Opens(width, theme);
        visitor.Expects("");
        await visitor.Page.Context.SetOfflineAsync(true);
        await visitor.Page.RouteAsync("**/v3/directline/**", route => route.AbortAsync());
        await visitor.Says("토지 1권 있어요?");
        await Expect(visitor.Notice).ToContainTextAsync("연결이 끊겼어요");
        await Passes(visitor, "away");
        await visitor.Field.FillAsync(new string('가', 1001));
        await Passes(visitor, "too-long");
    }

    [Theory]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/knowledge", ColorScheme.Light)]
    [InlineData("/knowledge/renewal-rule", ColorScheme.Light)]
    [InlineData("/knowledge/renewal-rule", ColorScheme.Dark)]
    [InlineData("/knowledge/unknown", ColorScheme.Light)]
    [InlineData("/sign-in/unknown", ColorScheme.Light)]
    [InlineData("/webchat", ColorScheme.Dark)]
    public async Task The_librarys_own_pages_pass(string path, ColorScheme scheme)
    {
        foreach (var visit in new[] { Visit.Phone, Visit.Desktop })
        {
            var visitor = await Comes(visit with { Page = new Uri(Site.Address, path), Scheme = scheme });
            visitor.Expects("404");
            visitor.Expects("410");
            if (path is "/" && !visit.IsPhone)
                await visitor.Hears("welcome/hello");
            await Passes(visitor, $"page{path.Replace('/', '-')}-{scheme}");
        }
    }

    private async Task<Visitor> Opens(int width, string theme)
    {
        var visitor = await Comes(new Visit(width, width == 360 ? 740 : 900));
        await visitor.Opens();
        await visitor.Presses("더보기");
        await visitor.Menu.GetByLabel("화면").SelectOptionAsync(theme);
        await visitor.Page.Keyboard.PressAsync("Escape");
        return visitor;
    }

    private static async Task Passes(Visitor visitor, string state)
    {
        var width = visitor.Page.ViewportSize!.Width;
        var theme = await visitor.Page.EvaluateAsync<string?>(
            "() => document.querySelector('bupyeong-chat')?.dataset.theme"
        );
        await Shows(visitor, $"{state.Replace('/', '-')}-{width}-{theme}");
        var result = await visitor.Page.RunAxe(Rules);
        Assert.True(
            result.Violations.Length == 0,
            $"{state}: "
                + string.Join(
                    "\n",
                    result.Violations.SelectMany(violation =>
                        violation.Nodes.Select(node => $"{violation.Id} at {node.Target}: {node.Html}")
                    )
                )
        );
    }
}
