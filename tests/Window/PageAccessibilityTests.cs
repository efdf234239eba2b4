using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>axe-core finds nothing on the library's own pages, light and dark, on a phone and on a desktop.</summary>
public sealed class PageAccessibilityTests(Chromium chromium) : WindowTest(chromium)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/knowledge")]
    [InlineData("/knowledge/renewal-rule")]
    [InlineData("/knowledge/unknown")]
    [InlineData("/sign-in/unknown")]
    [InlineData("/webchat")]
    public async Task A_page_passes(string path)
    {
        var visitor = await Comes(Visit.Desktop with { Page = new Uri(Site.Address, path) });
        visitor.Expects("404");
        visitor.Expects("410");
        if (path is "/")
            await visitor.Hears("welcome/hello");
        await Passes(visitor.Page, path);
    }

    [Fact]
    public async Task The_sign_in_page_passes_also_with_an_error()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        visitor.Expects("401");
        await visitor.Says("내 대출");
        await visitor.Hears("sign-in/needed");
        var form = await visitor.Follows("회원 확인하기");
        await Passes(form, "/sign-in");

        await form.GetByLabel("회원카드 번호").FillAsync("P2026000009");
        await form.GetByLabel("비밀번호", new() { Exact = true }).FillAsync("000000");
        await form.GetByRole(AriaRole.Button, new() { Name = "확인하기" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Passes(form, "/sign-in-error");
    }

    [Fact]
    public async Task The_form_for_a_librarian_passes_before_and_after()
    {
        await using var site = new LibrarySite();
        site.Host.Clock.Set(Clock.Seoul("2026-11-24 23:00"));
        var visitor = await Comes(Visit.Desktop with { Site = site });
        await visitor.Opens();
        await visitor.Says("사서 불러줘");
        await visitor.Hears("talk-to-person/closed");
        var form = await visitor.Follows("메시지 쓰기");
        await Passes(form, "/message");

        await form.GetByLabel("하실 말씀").FillAsync("우산을 두고 왔어요.");
        await form.GetByRole(AriaRole.Button, new() { Name = "남기기" }).ClickAsync();
        await Expect(form.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await Passes(form, "/message-left");
        await visitor.Hears("talk-to-person/left");
    }

    private static async Task Passes(IPage page, string name)
    {
        foreach (var (width, height) in new[] { (1440, 900), (360, 740) })
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Shows(page, $"page{name.Replace('/', '-')}-{scheme}-{width}");
                var faults = await Axe.Faults(page);
                Assert.True(faults is [], $"{name}, {scheme}, {width}: {string.Join('\n', faults)}");
            }
        }
    }
}
