using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>Everything by keyboard alone, with the focus where a person expects it.</summary>
public sealed class KeyboardTests(Chromium chromium) : WindowTest(chromium)
{
    [Fact]
    public async Task A_book_is_asked_for_and_a_quick_reply_taken_without_a_mouse()
    {
        var visitor = await Comes(Visit.Desktop);
        await Reaches(visitor, visitor.Launcher);
        await Press(visitor, "Enter");
        await visitor.Hears("welcome/hello");
        await Expect(visitor.Field).ToBeFocusedAsync();

        await visitor.Page.Keyboard.TypeAsync("한강 책 뭐 있나요");
        await Press(visitor, "Enter");
        await visitor.Hears("find-book/by-author");
        await Expect(visitor.Field).ToBeFocusedAsync();

        await Reaches(visitor, visitor.LastEntry.Locator(".card button").First, "Shift+Tab");
        await Press(visitor, "Enter");
        await Visitor.Until(async () => (await visitor.Replies()).Count == 3, "the answer to the card's button");
        await Expect(visitor.Field).ToBeFocusedAsync();

        await Reaches(visitor, visitor.Chips.First, "Shift+Tab");
        await Press(visitor, "Space");
        await Visitor.Until(async () => (await visitor.Replies()).Count == 4, "the answer to the quick reply");
        await Expect(visitor.Field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_line_may_be_broken_and_a_syllable_finished_before_it_is_sent()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();

        await visitor.Page.Keyboard.TypeAsync("안녕");
        await Press(visitor, "Shift+Enter");
        await visitor.Page.Keyboard.TypeAsync("하세요");
        await Expect(visitor.Field).ToHaveValueAsync("안녕\n하세요");
        await visitor.Field.DispatchEventAsync("keydown", new { key = "Enter", isComposing = true });
        await visitor.Field.DispatchEventAsync("keydown", new { key = "Enter", keyCode = 229 });
        await Expect(visitor.Mine).ToHaveCountAsync(0);
        await Press(visitor, "Enter");

        await visitor.Hears("greeting/hello");
        await Expect(visitor.Field).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Escape_folds_the_window_and_gives_the_focus_back_to_the_launcher()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();

        await Press(visitor, "Escape");

        await Expect(visitor.Window).ToBeHiddenAsync();
        await Expect(visitor.Launcher).ToBeFocusedAsync();
        await Press(visitor, "Space");
        await Expect(visitor.Field).ToBeFocusedAsync();
        Assert.Equal(["welcome/hello"], await visitor.Replies());
    }

    [Fact]
    public async Task The_menu_opens_and_closes_and_gives_the_focus_back()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        var more = visitor.Button("더보기");

        await Reaches(visitor, more, "Shift+Tab");
        await Press(visitor, "Enter");
        await Expect(more).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(visitor.Menu.Locator("select")).ToBeFocusedAsync();

        await Press(visitor, "Escape");
        await Expect(visitor.Menu).ToBeHiddenAsync();
        await Expect(more).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(more).ToBeFocusedAsync();
        await Expect(visitor.Window).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_conversation_is_ended_and_begun_again()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();

        await Reaches(visitor, visitor.Window.Locator(".end"), "Shift+Tab");
        await Press(visitor, "Enter");
        await Expect(visitor.Button("새로 시작하기")).ToBeFocusedAsync();
        visitor.ReadsFromTheStart();
        await Press(visitor, "Enter");

        await visitor.Hears("welcome/hello");
        await Expect(visitor.Field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_the_page_under_the_window_is_out_of_reach_until_it_is_folded()
    {
        var visitor = await Comes(Visit.Phone with { Body = "<a href=\"#here\">이용 안내</a>" });
        await visitor.Opens();
        await Expect(visitor.Window).ToHaveAttributeAsync("aria-modal", "true");

        var reached = new HashSet<string>();
        for (var step = 0; step < 30; step++)
        {
            await Press(visitor, "Tab");
            reached.Add(await visitor.Page.EvaluateAsync<string>("document.activeElement.tagName"));
        }
        Assert.DoesNotContain("A", reached);

        await visitor.Presses("접기");
        await Expect(visitor.Page.Locator("main")).Not.ToHaveAttributeAsync("inert", "");
    }

    private static Task Press(Visitor visitor, string key) => visitor.Page.Keyboard.PressAsync(key);

    /// <summary>Goes on until the focus is there; a reader who gets lost on the way never is.</summary>
    private static async Task Reaches(Visitor visitor, ILocator target, string key = "Tab")
    {
        await Expect(target).ToBeVisibleAsync();
        for (var step = 0; step < 40; step++)
        {
            if (await target.EvaluateAsync<bool>("(part) => part.getRootNode().activeElement === part"))
                return;
            await Press(visitor, key);
        }
        Assert.Fail($"{target} was not reached with {key}.");
    }
}
