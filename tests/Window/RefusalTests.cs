using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>The library cannot take what was written: now, or at all.</summary>
public sealed class RefusalTests(Chromium chromium) : WindowTest(chromium)
{
    [Fact]
    public async Task While_the_store_is_away_it_says_so_and_then_delivers_once()
    {
        await using var site = new LibrarySite();
        var visitor = await Comes(Visit.Desktop with { Site = site });
        await visitor.Opens();
        visitor.Expects("503");
        using var store = new Store(site.Host);
        store.Break();

        await visitor.Says("토지 1권 있어요?");
        await Expect(visitor.Notice).ToContainTextAsync("지금은 도서관이 답할 수 없어요");
        await Expect(visitor.Mine).ToContainClassAsync("waiting");
        store.Mend();

        await visitor.Hears("find-book/found-one");
        await Expect(visitor.Notice).Not.ToContainTextAsync("답할 수 없어요");
        await Expect(visitor.Mine).ToHaveCountAsync(1);
        Assert.Equal(1, store.Count("SELECT count(*) FROM transcript WHERE name = 'find-book/found-one'"));
    }

    [Fact]
    public async Task A_refused_message_says_so_and_does_not_hold_up_the_next()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        visitor.Expects("400");
        await visitor.Page.RouteAsync(
            "**/activities",
            route => route.FulfillAsync(new() { Status = 400, Headers = AnyOrigin }),
            new() { Times = 2 }
        );

        await visitor.Says("받지 않을 말");
        await Expect(visitor.Mine.First).ToContainClassAsync("refused");
        await Expect(visitor.Mine.First.GetByRole(AriaRole.Alert)).ToContainTextAsync("보내지 못한 말이 있어요");
        await Expect(visitor.Window.Locator(".typing")).ToBeHiddenAsync();
        await Shows(visitor, "refused-1440");
        await visitor.Page.UnrouteAllAsync();
        await visitor.Says("고마워요");

        await visitor.Hears("thanks/welcome");
    }

    [Fact]
    public async Task Too_long_a_text_is_not_sent_and_not_lost()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();

        await visitor.Says(new string('가', 1001));

        await Expect(visitor.Window.GetByRole(AriaRole.Alert)).ToContainTextAsync("1,000자까지");
        await Expect(visitor.Mine).ToHaveCountAsync(0);
        await Expect(visitor.Field).ToHaveValueAsync(new string('가', 1001));
        await visitor.Says(new string('가', 1000));
        await Expect(visitor.Mine).ToHaveCountAsync(1);
        await Expect(visitor.Mine).Not.ToContainClassAsync("waiting");
    }

    [Fact]
    public async Task A_personal_number_is_masked_on_the_screen_too()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();

        await visitor.Says("제 번호는 900101-1234567 이에요");

        await visitor.Hears("personal-number/masked");
        await Expect(visitor.Mine).Not.ToContainTextAsync("1234567");
    }

    private static Dictionary<string, string> AnyOrigin => new() { ["Access-Control-Allow-Origin"] = "*" };
}
