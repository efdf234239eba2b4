using Bupyeong.Chatbot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>Coming back: after a reload, in a second tab, after sleep, after the network was gone.</summary>
public sealed class ResumeTests(Chromium chromium) : WindowTest(chromium)
{
    [Fact]
    public async Task A_reload_shows_the_same_bubbles_once_and_in_order()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Says("한강 책 뭐 있나요");
        await visitor.Hears("find-book/by-author");
        await visitor.Says("두번째 거");
        await visitor.Hears("find-book/found-one-all-out");
        await Expect(visitor.Log).ToHaveAttributeAsync("aria-busy", "false");
        var before = await visitor.Shown();

        await visitor.Page.ReloadAsync();

        await Expect(visitor.Entries).ToHaveCountAsync(5);
        Assert.Equal(before, await visitor.Shown());
        await Expect(visitor.LastEntry).ToBeInViewportAsync();
        await visitor.Says("고마워요");
        await visitor.Hears("thanks/welcome");
        await Expect(visitor.Log).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(visitor.Entries).ToHaveCountAsync(7);
    }

    [Fact]
    public async Task A_folded_window_tells_of_a_new_answer_and_keeps_it()
    {
        var wire = new Wire();
        var visitor = await Comes(Visit.Desktop with { Before = wire.Holds });
        await visitor.Opens();
        await visitor.Presses("접기");

        wire.BringsBubble("기다리시던 책이 왔어요.");

        await Expect(visitor.Launcher).ToHaveAccessibleNameAsync("도서관에 물어보기 · 새 답이 있어요");
        await visitor.Launcher.ClickAsync();
        await Expect(visitor.LastEntry).ToContainTextAsync("기다리시던 책이 왔어요.");
        await visitor.Presses("접기");
        await Expect(visitor.Launcher).ToHaveAccessibleNameAsync("도서관에 물어보기");
    }

    [Fact]
    public async Task A_draft_outlives_a_reload()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Field.FillAsync("토지 1권 있");

        await visitor.Page.ReloadAsync();

        await Expect(visitor.Field).ToHaveValueAsync("토지 1권 있");
    }

    [Fact]
    public async Task What_was_written_without_a_network_outlives_a_reload_and_is_answered_once()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Page.RouteAsync("**/activities", route => route.AbortAsync());
        visitor.Expects("net::ERR_FAILED");

        await visitor.Says("토지 1권 있어요?");
        await Expect(visitor.Mine).ToContainClassAsync("waiting");
        await visitor.Page.UnrouteAllAsync();
        await visitor.Page.ReloadAsync();

        await visitor.Hears("find-book/found-one");
        await Expect(visitor.Mine).ToHaveCountAsync(1);
        await Expect(visitor.Mine).Not.ToContainClassAsync("waiting");
    }

    [Fact]
    public async Task Without_a_network_it_says_so_in_Korean_and_goes_on_when_it_is_back()
    {
        var wire = new Wire();
        var visitor = await Comes(Visit.Desktop with { Before = wire.Holds });
        await visitor.Opens();
        visitor.Expects("net::ERR_INTERNET_DISCONNECTED");

        await visitor.Page.Context.SetOfflineAsync(true);
        await wire.Cuts();
        await Expect(visitor.Notice).ToContainTextAsync("연결이 끊겼어요");
        await visitor.Says("토지 1권 있어요?");
        await visitor.Says("그거 부개에 지금 있어요?");
        await Expect(visitor.Mine.Last).ToContainClassAsync("waiting");
        await Shows(visitor, "offline-1440");
        await visitor.Page.Context.SetOfflineAsync(false);

        await visitor.Hears("find-book/found-one", "book-availability/not-here-now");
        await Expect(visitor.Notice).Not.ToContainTextAsync("연결이 끊겼어요");
        await Expect(visitor.Mine).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Two_tabs_are_in_one_conversation_and_end_it_together()
    {
        var one = await Comes(Visit.Desktop);
        await one.Opens();
        await one.Says("토지 1권 있어요?");
        await one.Hears("find-book/found-one");
        var other = await Joins(one.Page.Context, Visit.Desktop);

        await other.Launcher.ClickAsync();
        await other.Hears("welcome/hello", "find-book/found-one");
        await other.Says("그거 부개에 지금 있어요?");
        await one.Hears("book-availability/not-here-now");
        await other.Hears("book-availability/not-here-now");
        Assert.Equal(await one.Shown(), await other.Shown());

        await one.Ends();
        await Expect(other.Over).ToContainTextAsync("대화를 끝냈어요");
        Assert.Equal("", await other.Shown());
        Assert.Null(await other.Page.EvaluateAsync<string?>("sessionStorage.getItem('bupyeong-chat')"));
    }

    [Fact]
    public async Task Who_comes_back_after_the_token_has_ended_gets_a_new_conversation_and_loses_no_word()
    {
        await using var site = new LibrarySite();
        var wire = new Wire();
        var visitor = await Comes(Visit.Desktop with { Site = site, Before = wire.Holds });
        await visitor.Opens();
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");
        visitor.Expects("403");

        site.Host.Clock.Pass(TimeSpan.FromMinutes(31));
        await wire.Cuts();
        await visitor.Says("삼산도서관 일요일 몇시까지 해요?");

        await visitor.Hears("welcome/hello", "branch-hours/open-until");
        await Expect(visitor.Log).ToContainTextAsync("시간이 지나 새 대화를 시작했어요.");
        await Expect(visitor.Mine).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Where_sockets_are_blocked_the_window_asks_instead()
    {
        var wire = new Wire { IsBlocked = true };
        var visitor = await Comes(Visit.Desktop with { Before = wire.Holds });
        await visitor.Launcher.ClickAsync();

        await visitor.Hears("welcome/hello");
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");
        await Expect(visitor.Mine).ToHaveCountAsync(1);
        await Expect(visitor.Notice).Not.ToContainTextAsync("끊겼어요");
    }
}
