using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>The one line on a website of another origin, under a policy that allows nothing inline.</summary>
public sealed class EmbeddingTests(Chromium chromium) : WindowTest(chromium)
{
    private const string OwnForm = """
        <form data-library-ask action="/0"><label>찾기 <input name="q"></label><button>물어보기</button></form>
        <button data-library-ask="오늘 몇 시까지 해요?">오늘</button>
        """;

    [Fact]
    public async Task A_page_of_an_allowed_origin_asks_through_its_own_form_and_buttons()
    {
        var visitor = await Comes(Visit.Desktop with { Body = OwnForm });
        await visitor.Page.GetByLabel("찾기").FillAsync("토지 1권");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "물어보기", Exact = true }).ClickAsync();
        await visitor.Hears("welcome/hello", "find-book/found-one");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "오늘" }).ClickAsync();
        await Expect(visitor.LastEntry).ToHaveAttributeAsync("data-reply", "branch-hours/all-branches");
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_no_window_and_is_told_why()
    {
        await using var stranger = new PageServer();
        var visitor = await Comes(Visit.Desktop with { Page = stranger.Shows(Site.Address, body: OwnForm) });
        visitor.Expects("");
        await Visitor.Until(
            () =>
                Task.FromResult(
                    visitor.Complaints.Any(said => said.Contains("DirectLine:AllowedOrigins", StringComparison.Ordinal))
                ),
            "the console to say why",
            () => visitor.Complaints
        );
        await Expect(visitor.Page.Locator("bupyeong-chat")).ToHaveCountAsync(0);

        await visitor.Page.GetByLabel("찾기").FillAsync("토지");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "물어보기", Exact = true }).ClickAsync();
        await visitor.Page.WaitForURLAsync("**/0?q=*");
    }

    [Fact]
    public async Task Two_lines_make_one_window()
    {
        var visitor = await Comes(Visit.Desktop with { Body = "{line}{line}" });
        await visitor.Opens();
        await Expect(visitor.Page.Locator("bupyeong-chat")).ToHaveCountAsync(1);
        await visitor.Page.EvaluateAsync("() => document.querySelector('[data-library-ask]')?.click()");
    }

    [Theory]
    [InlineData(1440, true)]
    [InlineData(1024, false)]
    public async Task It_opens_by_itself_where_there_is_room(int width, bool opens)
    {
        var visitor = await Comes(new Visit(width, 800) { Attributes = "data-open=\"wide\"" });
        if (!opens)
        {
            await Expect(visitor.Launcher).ToBeVisibleAsync();
            return;
        }
        await visitor.Hears("welcome/hello");
        await visitor.Presses("접기");
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Launcher).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("senior", "어르신")]
    [InlineData("multicultural", "다문화 가족")]
    public async Task A_banner_stands_alone_and_opens_its_audiences_first_page(string audience, string name)
    {
        var visitor = await Comes(Visit.Phone with { Attributes = $"data-banner=\"{audience}\"" });
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await visitor.Hears("welcome/hello", $"first-page/{audience}");
        await Expect(visitor.Chips).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_page_may_begin_with_an_audiences_first_page()
    {
        var visitor = await Comes(Visit.Phone with { Attributes = "data-audience=\"child\"" });
        await visitor.Launcher.ClickAsync();
        await visitor.Hears("welcome/hello", "first-page/child");
    }
}
