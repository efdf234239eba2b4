using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>Text size, colours, motion and language: chosen in the window, and kept.</summary>
public sealed class TasteTests(Chromium chromium) : WindowTest(chromium)
{
    [Fact]
    public async Task Text_grows_in_steps_and_stays_so_after_a_reload()
    {
        var visitor = await Comes(Visit.Phone);
        await visitor.Opens();
        var before = await FontSize(visitor);
        await visitor.Presses("글자 크기: 보통");
        await visitor.Presses("글자 크기: 크게");
        Assert.Equal(before * 1.5, await FontSize(visitor), 1);

        await visitor.Page.ReloadAsync();
        Assert.Equal(before * 1.5, await FontSize(visitor), 1);
    }

    [Theory]
    [InlineData("dark", "rgb(22, 25, 27)")]
    [InlineData("contrast", "rgb(0, 0, 0)")]
    [InlineData("light", "rgb(250, 248, 243)")]
    public async Task A_theme_holds_against_that_of_the_device(string theme, string paper)
    {
        var visitor = await Comes(
            Visit.Desktop with
            {
                Scheme = theme == "light" ? ColorScheme.Dark : ColorScheme.Light,
            }
        );
        await visitor.Opens();
        await visitor.Presses("더보기");
        await visitor.Menu.GetByLabel("화면").SelectOptionAsync(theme);
        await Expect(visitor.Window).ToHaveCSSAsync("background-color", paper);

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Window).ToHaveCSSAsync("background-color", paper);
    }

    [Fact]
    public async Task The_window_speaks_another_language_and_every_bubble_tells_its_own()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Window.GetByLabel("언어").SelectOptionAsync("en");
        await Expect(visitor.Field).ToHaveAttributeAsync("placeholder", "A book title, or what you would like to know");
        await Expect(visitor.Log).ToContainTextAsync("answers in Korean only for now");

        await visitor.Says("안녕하세요");
        await visitor.Hears("greeting/hello");
        await visitor.Says("Harry Potter");
        Assert.Equal("en", await visitor.Window.GetAttributeAsync("lang"));
        Assert.Equal("ko", await visitor.Mine.First.GetAttributeAsync("lang"));
        Assert.Null(await visitor.Mine.Last.GetAttributeAsync("lang"));
        await Expect(visitor.Entries.First).ToHaveAttributeAsync("lang", "ko");

        await visitor.Page.ReloadAsync();
        await Expect(visitor.Launcher).ToHaveAttributeAsync("aria-label", "Ask the library");
    }

    [Fact]
    public async Task The_page_may_choose_the_first_language()
    {
        var visitor = await Comes(Visit.Desktop with { Attributes = "data-language=\"en\"" });
        await Expect(visitor.Launcher).ToHaveAttributeAsync("aria-label", "Ask the library");
    }

    [Fact]
    public async Task Nothing_moves_for_who_does_not_want_it()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Presses("더보기");
        await visitor.Menu.GetByLabel("움직임 줄이기").CheckAsync();
        await Expect(visitor.Window.Locator(".typing i").First).ToHaveCSSAsync("animation-name", "none");
    }

    private static async Task<double> FontSize(Visitor visitor) =>
        await visitor.Window.EvaluateAsync<double>("(window) => parseFloat(getComputedStyle(window).fontSize)");
}
