using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>The main conversations, as they are had on a phone, a tablet and a desktop.</summary>
public sealed class ConversationTests(Chromium chromium) : WindowTest(chromium)
{
    public static TheoryData<int, int> Screens =>
        new()
        {
            { 360, 740 },
            { 768, 1024 },
            { 1440, 900 },
        };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_book_is_found_and_asked_after_elsewhere(int width, int height)
    {
        var visitor = await Comes(new Visit(width, height));
        await visitor.Opens();

        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");
        var card = visitor.LastEntry.Locator(".card.book");
        await Expect(card.GetByRole(AriaRole.Heading)).ToContainTextAsync("토지 1");
        await Expect(card).ToContainTextAsync("박경리");
        await Expect(card.Locator(".good").First).ToContainTextAsync("대출 가능");
        await Shows(visitor, $"book-{width}");

        await visitor.Says("그거 부개에 지금 있어요?");
        await visitor.Hears("book-availability/not-here-now");
        await visitor.Says("그럼 청천은?");
        await visitor.Hears("book-availability/here");
        await Expect(visitor.Mine).ToContainTextAsync(["토지 1권 있어요?", "그거 부개에 지금 있어요?", "그럼 청천은?"]);
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Hours_and_a_rule_are_told_and_the_rule_unfolds_its_source(int width, int height)
    {
        var visitor = await Comes(new Visit(width, height));
        await visitor.Opens();

        await visitor.Says("삼산도서관 일요일 몇시까지 해요?");
        await visitor.Hears("branch-hours/open-until");
        await visitor.Says("한번에 몇권까지 빌려요?");
        await visitor.Hears("library-rule/answer");

        var source = visitor.LastEntry.Locator("details.source");
        await Expect(source).Not.ToHaveAttributeAsync("open", "");
        await source.Locator("summary").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await Expect(source).ToHaveAttributeAsync("open", "");
        await Expect(source).ToContainTextAsync("견본");
        await Expect(source.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", Anywhere("/knowledge/"));
        await Shows(visitor, $"rule-{width}");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task A_programme_and_a_place_are_shown(int width, int height)
    {
        var visitor = await Comes(new Visit(width, height));
        await visitor.Opens();

        await visitor.Says("이번 주말 초등 프로그램 있어요?");
        await visitor.Hears("find-program/found");
        var programme = visitor.LastEntry.Locator(".card.program").First;
        await Expect(programme.Locator(".tile")).ToBeVisibleAsync();
        await Expect(programme.Locator("dl")).ToBeVisibleAsync();
        await Shows(visitor, $"programme-{width}");

        await visitor.Says("청천도서관 어디에 있어요?");
        await visitor.Hears("branch-place/place");
        var place = visitor.LastEntry.Locator(".card.place");
        await Expect(place.Locator("a[href^='tel:']")).ToHaveAttributeAsync("href", "tel:0323309171");
        await Expect(place.Locator("a[href^='https:']").First).ToHaveAttributeAsync("rel", Anywhere("noopener"));
        await Shows(visitor, $"place-{width}");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Loans_are_seen_after_signing_in_elsewhere_and_renewed_after_a_yes(int width, int height)
    {
        await using var site = new LibrarySite();
        var visitor = await Comes(new Visit(width, height) { Site = site });
        await visitor.Opens();

        await visitor.Says("내 대출 보여줘");
        await visitor.Hears("sign-in/needed");
        await visitor.SignsIn();
        await visitor.Hears("sign-in/done", "my-loans/loans");
        await Expect(visitor.LastEntry.Locator(".card.loan li")).ToHaveCountAsync(3);
        await Shows(visitor, $"loans-{width}");

        await visitor.Says("다 연장해줘");
        await visitor.Hears("renew-loan/confirm-several");
        await visitor.Chips.GetByText("연장하기").ClickAsync();
        await visitor.Hears("renew-loan/renewed-some");
        await Expect(visitor.LastEntry).ToContainTextAsync("다른 분이 예약해서");

        await visitor.Ends();
        Assert.Equal("", await visitor.Shown());
        await Shows(visitor, $"ended-{width}");
    }
}
