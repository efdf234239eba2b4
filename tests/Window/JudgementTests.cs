using Bupyeong.Chatbot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>Thumbs up and down, and what the library keeps of them.</summary>
public sealed class JudgementTests(Chromium chromium) : WindowTest(chromium)
{
    [Fact]
    public async Task A_thumb_up_is_thanked_for_and_kept()
    {
        await using var site = new LibrarySite();
        using var store = new Store(site.Host);
        var visitor = await Asks(site);

        await visitor.Presses("도움이 됐어요");

        await Expect(visitor.Window.Locator(".judgement")).ToHaveTextAsync("고마워요.");
        await Kept(store, "value = 'like'");
    }

    [Fact]
    public async Task A_thumb_down_is_kept_at_once_and_its_reason_after()
    {
        await using var site = new LibrarySite();
        using var store = new Store(site.Host);
        var visitor = await Asks(site);

        await visitor.Presses("도움이 안 됐어요");
        await Expect(visitor.Button("의견 보내기")).ToBeInViewportAsync();
        await Kept(store, "value = 'dislike'");
        await visitor.Window.GetByLabel("찾던 답이 아니에요").CheckAsync();
        await visitor.Window.GetByLabel("더 하실 말씀 (선택)").FillAsync("2권이 아니라 1권이요");
        await visitor.Presses("의견 보내기");

        await Expect(visitor.Window.Locator(".judgement")).ToContainTextAsync("고마워요");
        await Kept(store, "value = 'dislike' AND reason LIKE '%찾던 답이 아니에요%2권이 아니라 1권이요%'");
    }

    [Fact]
    public async Task A_greeting_is_not_asked_about()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Says("안녕하세요");
        await visitor.Hears("greeting/hello");

        await Expect(visitor.Window.Locator(".judgement")).ToBeHiddenAsync();
    }

    private async Task<Visitor> Asks(LibrarySite site)
    {
        var visitor = await Comes(Visit.Phone with { Site = site });
        await visitor.Opens();
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");
        return visitor;
    }

    private static Task Kept(Store store, string condition) =>
        Visitor.Until(
            () => Task.FromResult(store.Count($"SELECT count(*) FROM judgements WHERE {condition}") == 1),
            condition
        );
}
