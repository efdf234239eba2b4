using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>The official Bot Framework Web Chat, as it ships, against this host: the page that /webchat shows.</summary>
public sealed class OfficialWebChatTests(Chromium chromium) : WindowTest(chromium)
{
    private const string Setting = "WebChat:Folder";

    /// <summary>It waits up to fifteen seconds before it connects again.</summary>
    private const float Reconnecting = 40_000;

    private static readonly string Folder = Path.Combine(
        SourceFiles.Root,
        "tests",
        "Clients",
        "node_modules",
        "botframework-webchat",
        "dist"
    );

    private readonly ConcurrentQueue<string> replies = new();

    [Fact]
    public async Task It_greets_finds_a_book_and_shows_it_on_a_card()
    {
        await using var site = Library();
        var visitor = await Comes(site);
        await Hears("welcome/hello");

        await Says(visitor, "토지 1권 있어요?");

        await Hears("find-book/found-one");
        var card = visitor.Page.Locator(".webchat__adaptive-card-renderer").Last;
        await Expect(card).ToContainTextAsync("토지 1");
        await Expect(card).ToContainTextAsync("청천도서관");
        await Expect(Said(visitor, "토지 1권 있어요?")).ToHaveCountAsync(1);
        await Shows(visitor, "web-chat");
    }

    [Fact]
    public async Task What_may_be_said_next_can_be_pressed()
    {
        await using var site = Library();
        var visitor = await Comes(site);
        await Hears("welcome/hello");
        var choice = visitor.Page.Locator(".webchat__suggested-action").First;
        var words = (await choice.InnerTextAsync()).Trim();

        await choice.ClickAsync();

        await Expect(Said(visitor, words)).ToHaveCountAsync(1);
        await Visitor.Until(() => Task.FromResult(replies.Count > 1), "an answer", () => replies);
    }

    [Fact]
    public async Task The_card_for_signing_in_opens_the_page_and_the_loans_follow()
    {
        await using var site = Library();
        var visitor = await Comes(site);
        await Hears("welcome/hello");
        await Says(visitor, "내 대출 보여줘");
        await Hears("sign-in/needed");
        var button = visitor.Page.Locator("button.ac-pushButton").Filter(new() { HasText = "회원 확인하기" });

        var form = await visitor.Page.Context.RunAndWaitForPageAsync(() => button.ClickAsync());
        await form.GetByLabel("회원카드 번호").FillAsync("P2026000002");
        await form.GetByLabel("비밀번호", new() { Exact = true }).FillAsync("518306");
        await form.GetByRole(AriaRole.Button, new() { Name = "확인하기" }).ClickAsync();

        await Hears("my-loans/loans");
        await Expect(visitor.Page.Locator(".webchat__adaptive-card-renderer").Last).ToContainTextAsync("언어의 온도");
    }

    [Fact]
    public async Task It_goes_on_after_the_host_was_killed_and_came_back()
    {
        SkipWithoutBundle();
        await using var host = new HostProcess();
        host.Settings["WebChat__Folder"] = Folder;
        await host.StartAsync(TestContext.Current.CancellationToken);
        var visitor = await Comes(
            Visit.Desktop with
            {
                Page = At(host.Address),
                ClockStands = false,
                Before = Listens,
            }
        );
        visitor.Expects("net::ERR_CONNECTION_REFUSED");
        visitor.Expects("net::ERR_CONNECTION_RESET");
        await Hears("welcome/hello");

        await host.KillAsync();
        await host.StartAsync(TestContext.Current.CancellationToken);
        await visitor.Page.WaitForWebSocketAsync(new() { Timeout = Reconnecting });
        await Says(visitor, "토지 1권 있어요?");

        await Hears("find-book/found-one");
        await Expect(Said(visitor, "토지 1권 있어요?")).ToHaveCountAsync(1);
        Assert.Equal(["welcome/hello", "find-book/found-one"], replies);
    }

    [Fact]
    public async Task What_a_language_model_has_phrased_is_shown_like_any_other_answer()
    {
        await using var model = await ModelServer.StartAsync();
        await using var site = Library(("LanguageModel:Address", model.Address), ("LanguageModel:Model", "double"));
        var visitor = await Comes(site);
        await Hears("welcome/hello");

        await Says(visitor, "책 몇 권까지 빌려줘요?");

        await Hears("library-rule/answer");
        Assert.Single(model.Asked);
        await Expect(visitor.Page.GetByText("빌릴 수 있어요").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_answer_that_grows_is_one_bubble_also_when_another_takes_its_place()
    {
        await using var model = await ModelServer.StartAsync();
        var next = new TaskCompletionSource();
        var sentence = "";
        model.Says = passage => ModelServer.Cited(sentence = ModelServer.Plain(passage), "도서는 99권까지 빌려요.");
        model.Cuts = ModelServer.BySentence;
        model.Before = number => number == 1 ? next.Task : Task.CompletedTask;
        await using var site = Library(
            ("LanguageModel:Address", model.Address),
            ("LanguageModel:Model", "double"),
            ("LanguageModel:TimeoutMilliseconds", "20000")
        );
        var visitor = await Comes(site);
        await Hears("welcome/hello");
        var bubbles = visitor.Page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)");
        await Says(visitor, "책 몇 권까지 빌려줘요?");
        await Expect(bubbles).ToHaveCountAsync(2);
        await Expect(bubbles.Last).ToContainTextAsync(sentence);
        await Shows(visitor, "web-chat-streamed");

        next.SetResult();

        // The answer and its source: nothing is left of what had been begun.
        await Expect(bubbles).ToHaveCountAsync(3);
        await Expect(bubbles.Nth(1)).ToContainTextAsync("모두 합쳐서");
    }

    private static LibrarySite Library(params (string Setting, string Value)[] settings)
    {
        SkipWithoutBundle();
        var host = new LibraryHost().With(Setting, Folder);
        return new LibrarySite(settings.Aggregate(host, (host, set) => host.With(set.Setting, set.Value)));
    }

    private static void SkipWithoutBundle() =>
        Assert.SkipUnless(Directory.Exists(Folder), "Web Chat is not installed: npm ci in tests/Clients");

    private static Uri At(Uri host) => new(host, "/webchat");

    private static ILocator Said(Visitor visitor, string words) =>
        visitor.Page.Locator(".webchat__bubble--from-user").Filter(new() { HasText = words });

    private static async Task Says(Visitor visitor, string words)
    {
        var field = visitor.Page.Locator("[data-id=webchat-sendbox-input]");
        await field.FillAsync(words);
        await field.PressAsync("Enter");
    }

    private Task<Visitor> Comes(LibrarySite site) =>
        Comes(Visit.Desktop with { Site = site, Page = At(site.Address), Before = Listens });

    /// <summary>What Web Chat shows has no names: they are read from what travels to it.</summary>
    private Task Listens(IPage page)
    {
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Keep(frame.Text);
        return Task.CompletedTask;
    }

    private void Keep(string? frame)
    {
        if (string.IsNullOrEmpty(frame))
            return;
        foreach (var activity in JsonNode.Parse(frame)!["activities"]!.AsArray())
            if (activity!["channelData"]?["reply"]?.GetValue<string>() is { } reply)
                replies.Enqueue(reply);
    }

    private Task Hears(string reply) =>
        Visitor.Until(() => Task.FromResult(replies.Contains(reply)), reply, () => replies);
}
