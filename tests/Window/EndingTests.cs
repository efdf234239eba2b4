using Bupyeong.Chatbot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>끝내기: signed out, ended at the library, and wiped from the screen and the browser.</summary>
public sealed class EndingTests(Chromium chromium) : WindowTest(chromium)
{
    private const string Kept = "() => sessionStorage.getItem('bupyeong-chat')";

    [Fact]
    public async Task It_wipes_the_screen_and_what_the_browser_kept()
    {
        var visitor = await Comes(Visit.Phone);
        await visitor.Opens();
        await visitor.Says("내 대출");
        await visitor.Hears("sign-in/needed");
        await visitor.SignsIn();
        await visitor.Hears("sign-in/done", "my-loans/loans");
        Assert.NotNull(await visitor.Page.EvaluateAsync<string?>(Kept));

        await visitor.Presses("끝내기");

        await Expect(visitor.Over).ToContainTextAsync("아무것도 남아 있지 않아요");
        Assert.Empty(await visitor.Replies());
        Assert.Null(await visitor.Page.EvaluateAsync<string?>(Kept));
        await Expect(visitor.Button("새로 시작하기")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_new_conversation_knows_nothing_of_the_old()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");
        await visitor.Presses("끝내기");
        visitor.ReadsFromTheStart();

        await visitor.Presses("새로 시작하기");
        await visitor.Hears("welcome/hello");
        await visitor.Says("그거 부개에 지금 있어요?");
        await visitor.Hears("book-availability/which-book");
    }

    [Fact]
    public async Task Signing_out_in_words_takes_the_account_off_the_screen_and_goes_on()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();
        await visitor.Says("내 대출");
        await visitor.Hears("sign-in/needed");
        await visitor.SignsIn();
        await visitor.Hears("sign-in/done", "my-loans/loans");

        await visitor.Says("로그아웃");

        await Expect(visitor.LastEntry).ToHaveAttributeAsync("data-reply", "sign-out/signed-out");
        await Expect(visitor.Window.Locator(".private")).ToHaveCountAsync(0);
        Assert.DoesNotContain("소년이 온다", await visitor.Shown(), StringComparison.Ordinal);
    }
}
