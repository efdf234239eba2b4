using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>Small screens, large text, four hundred percent, and the page's own buttons.</summary>
public sealed class NarrowTests(Chromium chromium) : WindowTest(chromium)
{
    /// <summary>What sticks out of the window sideways, and what a finger could not hit.</summary>
    private const string TooWide = """
        (window) => [window, ...window.querySelectorAll("*")]
          .filter((part) => part.checkVisibility() && !part.closest(".unseen"))
          .filter((part) => {
            const { left, right } = part.getBoundingClientRect();
            return left < -1 || right > innerWidth + 1;
          })
          .map((part) => `${part.tagName}.${part.className}`)
        """;

    private const string TooSmall = """
        (window) => [...window.querySelectorAll("button, select, input, textarea, summary, a.button, label:has(input)")]
          .filter((part) => part.checkVisibility() && !(part.matches("input") && part.closest("label")))
          .filter((part) => {
            const { width, height } = part.getBoundingClientRect();
            return width < 44 || height < 44;
          })
          .map((part) => `${part.outerHTML}: ${part.getBoundingClientRect().width} x ${part.getBoundingClientRect().height}`)
        """;

    private static readonly (string Words, string Reply)[] Talk =
    [
        ("한강 책 뭐 있나요", "find-book/by-author"),
        ("한번에 몇권까지 빌려요?", "library-rule/answer"),
        ("이번 주말 초등 프로그램 있어요?", "find-program/found"),
        ("청천도서관 어디에 있어요?", "branch-place/place"),
        ("토지 1권 있어요?", "find-book/found-one"),
    ];

    [Theory]
    [InlineData(360, 740)]
    [InlineData(1440, 900)]
    public async Task Quick_replies_wrap_and_everything_is_large_enough_for_a_finger(int width, int height)
    {
        var visitor = await Comes(new Visit(width, height));
        await visitor.Opens();
        await Talks(visitor);

        await visitor.Presses("더보기");
        Assert.Empty(await Faults(visitor, TooSmall));
        Assert.Empty(await Faults(visitor, TooWide));
        await visitor.Page.Keyboard.PressAsync("Escape");

        var window = (await visitor.Window.BoundingBoxAsync())!;
        foreach (var chip in await visitor.Chips.AllAsync())
        {
            var box = (await chip.BoundingBoxAsync())!;
            Assert.InRange(box.X, window.X, window.X + window.Width - box.Width);
        }
    }

    [Theory]
    [InlineData(320, 640)]
    [InlineData(320, 256)]
    public async Task Nothing_is_scrolled_sideways_with_the_largest_text(int width, int height)
    {
        var visitor = await Comes(new Visit(width, height));
        await visitor.Opens();
        foreach (var size in (string[])["크게", "더 크게", "아주 크게"])
        {
            await visitor.Window.Locator(".letter").ClickAsync();
            await Expect(visitor.Button($"글자 크기: {size}")).ToBeVisibleAsync();
        }
        await Talks(visitor);

        Assert.Empty(await Faults(visitor, TooWide));
        await Shows(visitor, $"largest-{width}x{height}");
        await visitor.Presses("더보기");
        Assert.Empty(await Faults(visitor, TooWide));
        Assert.False(await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
    }

    [Fact]
    public async Task At_four_hundred_percent_the_last_answer_can_be_reached_and_answered()
    {
        var visitor = await Comes(new Visit(320, 256));
        await visitor.Opens();
        await Talks(visitor);

        await visitor.LastEntry.ScrollIntoViewIfNeededAsync();
        await Expect(visitor.LastEntry.Locator(".bubble")).ToBeInViewportAsync();
        await Expect(visitor.Field).ToBeInViewportAsync();
        await visitor.Says("고마워요");
        await visitor.Hears("thanks/welcome");
        await Shows(visitor, "zoomed-320x256");
    }

    [Fact]
    public async Task The_launcher_leaves_the_buttons_of_the_page_free()
    {
        var visitor = await Comes(
            Visit.Desktop with
            {
                Body = "<button id=\"top\" type=\"button\">맨 위로</button>",
                Style = "#top { position: fixed; right: 20px; bottom: 20px; width: 64px; height: 64px; }",
            }
        );

        var launcher = (await visitor.Launcher.BoundingBoxAsync())!;
        var own = (await visitor.Page.Locator("#top").BoundingBoxAsync())!;
        Assert.True(launcher.Y + launcher.Height <= own.Y, $"{launcher.Y} + {launcher.Height} over {own.Y}");
        Assert.Equal(56, launcher.Height);
        await visitor.Page.Locator("#top").ClickAsync();
        await visitor.Opens();
    }

    private static async Task Talks(Visitor visitor)
    {
        foreach (var (words, reply) in Talk)
        {
            await visitor.Says(words);
            await visitor.Hears(reply);
        }
    }

    private static Task<string[]> Faults(Visitor visitor, string of) => visitor.Window.EvaluateAsync<string[]>(of);
}
