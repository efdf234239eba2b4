using System.Globalization;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>axe-core finds nothing, in every state of the window, in every theme, on a phone and on a desktop.</summary>
public sealed class AccessibilityTests(Chromium chromium) : WindowTest(chromium)
{
    private const string Wear = "(theme) => { document.querySelector('bupyeong-chat').dataset.theme = theme; }";

    /// <summary>Pictures are kept where the looks differ most.</summary>
    private static readonly string[] Pictured = ["light-360", "dark-1440", "contrast-360"];

    public static TheoryData<int, int> Screens => new() { { 360, 740 }, { 1440, 900 } };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Answers_pass(int width, int height)
    {
        var visitor = await Comes(new Visit(width, height));
        await Expect(visitor.Launcher).ToBeVisibleAsync();
        await Passes(visitor, "folded");
        await visitor.Opens();
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
        await visitor.LastEntry.Locator("summary").ClickAsync();
        await Passes(visitor, "source");
        await visitor.Presses("도움이 안 됐어요");
        await Passes(visitor, "why");
        await visitor.Presses("더보기");
        await Passes(visitor, "menu");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_account_and_the_end_pass(int width, int height)
    {
        var visitor = await Comes(new Visit(width, height));
        await visitor.Opens();
        await visitor.Says("내 대출");
        await visitor.Hears("sign-in/needed");
        await Passes(visitor, "sign-in");
        await visitor.SignsIn();
        await visitor.Hears("sign-in/done", "my-loans/loans");
        await Passes(visitor, "loans");
        await visitor.Ends();
        await Passes(visitor, "ended");
    }

    /// <summary>The librarian is a double, until there is a desk to write at.</summary>
    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_person_passes(int width, int height)
    {
        var wire = new Wire();
        var visitor = await Comes(new Visit(width, height) { Before = wire.Holds });
        await visitor.Opens();
        await visitor.Says("사람이랑 얘기할래요");
        await visitor.Hears("talk-to-person/queued");
        await Passes(visitor, "queued");
        wire.BringsBubble("안녕하세요, 무엇을 도와드릴까요?", channelData: new { person = "김하나" });
        wire.Brings(new { type = "typing", from = new { id = "desk" } });
        await Expect(visitor.Window.Locator(".typing")).ToBeVisibleAsync();
        await Passes(visitor, "person");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Trouble_passes(int width, int height)
    {
        var visitor = await Comes(new Visit(width, height));
        await visitor.Opens();
        visitor.Expects("400");
        visitor.Expects("net::ERR_FAILED");
        await visitor.Page.RouteAsync(
            "**/activities",
            route => route.FulfillAsync(new() { Status = 400, Headers = AnyOrigin }),
            new() { Times = 2 }
        );
        await visitor.Says("받지 않을 말");
        await Expect(visitor.Window.Locator(".refused")).ToBeVisibleAsync();
        await Passes(visitor, "refused");
        await visitor.Page.RouteAsync("**/v3/directline/**", route => route.AbortAsync());
        await visitor.Says("토지 1권 있어요?");
        await Expect(visitor.Notice).ToContainTextAsync("연결이 끊겼어요");
        await visitor.Field.FillAsync(new string('가', 1001));
        await Passes(visitor, "away");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task The_question_of_a_shared_computer_passes(int width, int height)
    {
        var visitor = await Comes(
            new Visit(width, height)
            {
                Attributes = "data-kiosk",
                ClockStands = false,
                Before = page => page.Clock.InstallAsync(),
            }
        );
        await visitor.Opens();
        await visitor.Page.Clock.FastForwardAsync(61_000);
        await Expect(visitor.Window.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
        await Passes(visitor, "kiosk");
    }

    private static Dictionary<string, string> AnyOrigin => new() { ["Access-Control-Allow-Origin"] = "*" };

    private static async Task Passes(Visitor visitor, string state)
    {
        foreach (var theme in (string[])["light", "dark", "contrast"])
        {
            await visitor.Page.EvaluateAsync(Wear, theme);
            var look = string.Create(CultureInfo.InvariantCulture, $"{theme}-{visitor.Page.ViewportSize!.Width}");
            if (Pictured.Contains(look))
                await Shows(visitor, $"{state.Replace('/', '-')}-{look}");
            var faults = await Axe.Faults(visitor.Page);
            Assert.True(faults is [], $"{state}, {look}: {string.Join('\n', faults)}");
        }
    }
}
