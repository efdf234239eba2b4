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
        await Expect(card.Locator(".good").First).ToBeVisibleAsync();
        await Shows(visitor, $"book-{width}");

        await visitor.Says("그거 부개에 지금 있어요?");
        await visitor.Hears("book-availability/not-here-now");
        await visitor.Says("그럼 청천은?");
        await visitor.Hears("book-availability/here");
    }
}
