using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>A librarian is called. Until there is a desk to write at, the librarian's own words are put into the socket.</summary>
public sealed class PersonTests(Chromium chromium) : WindowTest(chromium)
{
    [Fact]
    public async Task Who_waits_sees_the_place_in_the_queue_and_the_assistant_keeps_quiet()
    {
        await using var site = new LibrarySite();
        var first = await Comes(Visit.Desktop with { Site = site });
        await first.Opens();
        await first.Says("사서 연결해 주세요");
        await first.Hears("talk-to-person/queued");
        await Expect(first.Notice).ToHaveTextAsync("사서를 부르고 있어요 · 다음 차례예요");

        var second = await Comes(Visit.Phone with { Site = site });
        await second.Opens();
        await second.Says("사서 연결해 주세요");
        await second.Hears("talk-to-person/queued");
        await Expect(second.Notice).ToHaveTextAsync("사서를 부르고 있어요 · 앞에 1명");
        await second.Says("토지 1권 있어요?");
        await second.Hears("talk-to-person/passed-on");

        await first.Says("그만 기다리기");
        await first.Hears("talk-to-person/gave-up");
        await Expect(first.Notice).ToHaveTextAsync("");
        await site.Host.Get<Housekeeping>().TidyAsync();
        await second.Hears("talk-to-person/moved");
        await Expect(second.Notice).ToHaveTextAsync("사서를 부르고 있어요 · 다음 차례예요");
    }

    [Fact]
    public async Task The_place_in_the_queue_is_still_told_after_a_reload()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Says("사서 연결해 주세요");
        await visitor.Hears("talk-to-person/queued");
        var told = await visitor.Notice.TextContentAsync();

        await visitor.Page.ReloadAsync();

        await Expect(visitor.Notice).ToHaveTextAsync(told!);
    }

    [Fact]
    public async Task When_all_are_closed_a_message_is_left_instead()
    {
        await using var site = new LibrarySite();
        site.Host.Clock.Set(Clock.Seoul("2026-11-24 23:00"));
        var visitor = await Comes(Visit.Desktop with { Site = site });
        await visitor.Opens();

        await visitor.Says("사서 연결해 주세요");

        await visitor.Hears("talk-to-person/closed");
        await Expect(visitor.Notice).ToHaveTextAsync("");
        await Expect(visitor.Link("메시지 쓰기")).ToHaveAttributeAsync("href", Anywhere("/message/"));
    }

    [Fact]
    public async Task A_librarians_own_words_bear_the_name_also_for_who_cannot_see_the_edge()
    {
        var wire = new Wire();
        var visitor = await Comes(Visit.Desktop with { Before = wire.Holds });
        await visitor.Opens();

        wire.BringsBubble("안녕하세요, 무엇을 도와드릴까요?", channelData: new { person = "김하나" });

        await Expect(visitor.Notice).ToHaveTextAsync("사서와 이야기하고 있어요 · 김하나");
        await Expect(visitor.Window.Locator(".person .who")).ToHaveTextAsync("김하나 사서");
        await Expect(visitor.LastEntry.Locator(".unseen")).ToContainTextAsync("김하나");
        await Expect(visitor.LastEntry.Locator(".bubble")).ToHaveCSSAsync("border-left-width", "4px");

        wire.BringsBubble("이제 자동 안내가 도와드려요.", channelData: new { handoff = new { state = "bot" } });
        await Expect(visitor.Notice).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Dots_show_that_somebody_writes_until_the_words_are_there()
    {
        var wire = new Wire();
        var visitor = await Comes(Visit.Desktop with { Before = wire.Holds });
        await visitor.Opens();
        var dots = visitor.Window.Locator(".typing");
        await Expect(dots).ToBeHiddenAsync();

        wire.Brings(new { type = "typing", from = new { id = "desk" } });
        await Expect(dots).ToBeVisibleAsync();
        wire.BringsBubble("찾았어요.", channelData: new { person = "김하나" });

        await Expect(dots).ToBeHiddenAsync();
    }
}
