using Bupyeong.Chatbot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>The program is killed in the middle of a conversation and comes back.</summary>
public sealed class RestartTests(Chromium chromium) : WindowTest(chromium)
{
    [Fact]
    public async Task What_was_written_while_the_library_was_down_is_answered_once_and_in_order()
    {
        await using var pages = new PageServer();
        await using var host = new HostProcess();
        host.Settings["DirectLine__AllowedOrigins__0"] = pages.Origin;
        await host.StartAsync(TestContext.Current.CancellationToken);
        var visitor = await Comes(Visit.Desktop with { Page = pages.Shows(host.Address), ClockStands = false });
        visitor.Expects("net::ERR_CONNECTION_REFUSED");
        visitor.Expects("net::ERR_CONNECTION_RESET");
        await visitor.Opens();
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");

        await host.KillAsync();
        await Expect(visitor.Notice).ToHaveTextAsync("연결이 끊겼어요. 다시 잇고 있어요. 쓰신 말은 남아 있어요.");
        await Expect(visitor.Notice).ToHaveAttributeAsync("role", "status");
        await visitor.Says("그거 부개에 지금 있어요?");
        await visitor.Says("한번에 몇권까지 빌려요?");
        await Expect(visitor.Page.Locator("bupyeong-chat .entry.waiting")).ToHaveCountAsync(2);
        await host.StartAsync(TestContext.Current.CancellationToken);

        await visitor.Hears("book-availability/not-here-now", "library-rule/answer");
        await Expect(visitor.Notice).Not.ToContainTextAsync("끊겼어요");
        await Expect(visitor.Page.Locator("bupyeong-chat .entry.waiting")).ToHaveCountAsync(0);
        await Expect(visitor.Mine)
            .ToContainTextAsync(["토지 1권 있어요?", "그거 부개에 지금 있어요?", "한번에 몇권까지 빌려요?"]);
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Entries).ToHaveCountAsync(7);
    }
}
