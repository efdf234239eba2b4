using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>A computer that everybody uses: whoever comes next finds nothing of who was there before.</summary>
public sealed class KioskTests(Chromium chromium) : WindowTest(chromium)
{
    private const string Kept = "() => JSON.stringify(sessionStorage) + JSON.stringify(localStorage)";
    private readonly TaskCompletionSource<(string Path, string Token)> stolen = new();

    [Fact]
    public async Task Who_walks_away_is_asked_after_a_minute_and_wiped_after_a_minute_and_a_half()
    {
        var visitor = await ComesToTheKiosk();
        await visitor.Says("내 대출");
        await visitor.Hears("sign-in/needed");
        await visitor.SignsIn();
        await visitor.Hears("sign-in/done", "my-loans/loans");

        await visitor.Page.Clock.FastForwardAsync(61_000);
        await Expect(visitor.Window.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("아직 계신가요?");
        await visitor.Page.Clock.FastForwardAsync(30_000);

        await Expect(visitor.Over).ToContainTextAsync("아무것도 남아 있지 않아요");
        Assert.Empty(await visitor.Replies());
        Assert.DoesNotContain("토지", await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal("{}{}", await visitor.Page.EvaluateAsync<string>(Kept));
        await OpensNothing(await stolen.Task);
    }

    [Fact]
    public async Task A_sign_of_life_keeps_the_conversation()
    {
        var visitor = await ComesToTheKiosk();
        await visitor.Page.Clock.FastForwardAsync(61_000);
        await visitor.Presses("계속하기");
        await Expect(visitor.Window.GetByRole(AriaRole.Alertdialog)).ToBeHiddenAsync();

        await visitor.Page.Clock.FastForwardAsync(50_000);
        await visitor.Says("안녕하세요");
        await visitor.Hears("greeting/hello");
        await visitor.Page.Clock.FastForwardAsync(50_000);
        await Expect(visitor.Over).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Nothing_is_kept_in_the_browser_while_somebody_talks()
    {
        var visitor = await ComesToTheKiosk();
        await visitor.Field.FillAsync("아직 보내지 않은 말");
        await visitor.Window.Locator(".tool").Nth(1).ClickAsync();
        Assert.Equal("{}{}", await visitor.Page.EvaluateAsync<string>(Kept));
    }

    [Fact]
    public async Task The_back_button_brings_nothing_back()
    {
        var visitor = await ComesToTheKiosk();
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");

        await visitor.Page.GotoAsync("about:blank");
        await visitor.Page.GoBackAsync();

        await Expect(visitor.Page.Locator("bupyeong-chat")).ToHaveCountAsync(1);
        Assert.Empty(await visitor.Replies());
        Assert.Equal("{}{}", await visitor.Page.EvaluateAsync<string>(Kept));
        await OpensNothing(await stolen.Task);
    }

    [Fact]
    public async Task Whoever_comes_next_starts_afresh()
    {
        var visitor = await ComesToTheKiosk();
        await visitor.Says("토지 1권 있어요?");
        await visitor.Hears("find-book/found-one");
        await visitor.Presses("끝내기");
        visitor.ReadsFromTheStart();
        await visitor.Presses("새로 시작하기");
        await visitor.Hears("welcome/hello");
    }

    private async Task<Visitor> ComesToTheKiosk()
    {
        var visitor = await Comes(
            Visit.Desktop with
            {
                Attributes = "data-kiosk",
                ClockStands = false,
                Before = async page =>
                {
                    await page.Clock.InstallAsync();
                    page.Request += (_, request) => Remember(request);
                },
            }
        );
        await visitor.Opens();
        return visitor;
    }

    /// <summary>What a thief would have taken down while it was used.</summary>
    private void Remember(IRequest request)
    {
        var path = new Uri(request.Url).AbsolutePath;
        if (
            path.EndsWith("/activities", StringComparison.Ordinal)
            && request.Headers.TryGetValue("authorization", out var bearer)
        )
            stolen.TrySetResult((path, bearer["Bearer ".Length..]));
    }

    private async Task OpensNothing((string Path, string Token) taken)
    {
        using var http = new HttpClient { BaseAddress = Site.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", taken.Token);
        HttpResponseMessage? answer = null;
        await Visitor.Until(
            async () =>
                (answer = await http.GetAsync(new Uri(taken.Path, UriKind.Relative))).StatusCode != HttpStatusCode.OK,
            "the token to be refused"
        );
        Assert.Equal(HttpStatusCode.Forbidden, answer!.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("ConversationEnded", problem.RootElement.GetProperty("error").GetProperty("code").GetString());
    }
}
