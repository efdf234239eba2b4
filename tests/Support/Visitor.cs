using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>Somebody at the window: presses, writes and reads what it shows.</summary>
public sealed class Visitor(IPage page)
{
    /// <summary>How long a test waits for what must come, in milliseconds.</summary>
    public const float Patience = 15_000;

    /// <summary>The names of the replies in the log, in order.</summary>
    private const string RepliesShown = """
        () => [...(document.querySelector("bupyeong-chat")?.shadowRoot.querySelectorAll(".entry:not(.mine, .draft)") ?? [])]
          .map((entry) => entry.dataset.reply ?? "")
        """;

    private readonly ConcurrentQueue<string> troubles = new();
    private readonly List<string> expected = [];
    private int heard;

    public IPage Page { get; } = page;
    public ILocator Launcher => Page.Locator("bupyeong-chat .launcher");
    public ILocator Window => Page.Locator("bupyeong-chat .window");
    public ILocator Field => Page.Locator("bupyeong-chat #words");
    public ILocator Log => Page.Locator("bupyeong-chat .log");
    public ILocator Entries => Page.Locator("bupyeong-chat .entry");
    public ILocator Mine => Page.Locator("bupyeong-chat .entry.mine");
    public ILocator LastEntry => Entries.Last;
    public ILocator Chips => Page.Locator("bupyeong-chat .choices button");
    public ILocator Notice => Page.Locator("bupyeong-chat .notice");
    public ILocator Menu => Page.Locator("bupyeong-chat .menu");
    public ILocator Over => Page.Locator("bupyeong-chat .over");

    /// <summary>What went wrong in the browser and was not expected to.</summary>
    public IReadOnlyList<string> Troubles =>
        [.. troubles.Where(trouble => !expected.Any(part => trouble.Contains(part, StringComparison.Ordinal)))];

    /// <summary>Everything that the page complained of, also what was expected.</summary>
    public IReadOnlyList<string> Complaints => [.. troubles];

    /// <summary>The library's own address.</summary>
    public required Uri Library { get; init; }

    public static async Task<Visitor> Comes(IBrowserContext context, Visit visit, LibrarySite site)
    {
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var visitor = new Visitor(page) { Library = site.Address };
        page.Console += (_, said) => visitor.Notes(said);
        page.PageError += (_, problem) => visitor.troubles.Enqueue(problem);
        if (visit.Before is { } before)
            await before(page);
        await page.GotoAsync($"{visit.Page ?? site.Page(visit.Attributes, visit.Body, visit.Style)}");
        return visitor;
    }

    /// <summary>Words of the browser's complaints that belong to what this test does.</summary>
    public void Expects(string part) => expected.Add(part);

    public async Task Opens()
    {
        await Launcher.ClickAsync();
        await Hears("welcome/hello");
    }

    public async Task Says(string words)
    {
        await Field.FillAsync(words);
        await Field.PressAsync("Enter");
    }

    /// <summary>Presses the button of that name in the window.</summary>
    public Task Presses(string name) => Button(name).ClickAsync();

    public ILocator Button(string name) => Window.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Last;

    public ILocator Link(string name) => Window.GetByRole(AriaRole.Link, new() { Name = name }).Last;

    /// <summary>Waits until exactly these replies were added since the last time.</summary>
    public async Task Hears(params string[] replies)
    {
        IReadOnlyList<string> shown = [];
        await Until(
            async () => (shown = await Replies()).Count >= heard + replies.Length,
            $"{replies.Length} replies",
            () => shown
        );
        Assert.Equal(replies, shown.Skip(heard));
        heard = shown.Count;
    }

    public async Task<IReadOnlyList<string>> Replies() => await Page.EvaluateAsync<string[]>(RepliesShown);

    /// <summary>A page that was loaded again, or a conversation that begins anew, is read from its first reply.</summary>
    public void ReadsFromTheStart() => heard = 0;

    /// <summary>Follows the button of the card to the sign-in page, and comes back when it says that all is well.</summary>
    public async Task SignsIn(string card = "P2026000002", string pin = "518306")
    {
        var form = await Follows("회원 확인하기");
        await form.GetByLabel("회원카드 번호").FillAsync(card);
        await form.GetByLabel("비밀번호", new() { Exact = true }).FillAsync(pin);
        await form.GetByRole(AriaRole.Button, new() { Name = "확인하기" }).ClickAsync();
        await Assertions.Expect(form.GetByRole(AriaRole.Status)).ToContainTextAsync("확인됐어요");
        await form.CloseAsync();
    }

    /// <summary>The page that a link of the window opens in a tab of its own.</summary>
    public async Task<IPage> Follows(string link)
    {
        var opened = await Page.Context.RunAndWaitForPageAsync(() => Link(link).ClickAsync());
        opened.SetDefaultTimeout(Patience);
        await opened.WaitForLoadStateAsync();
        return opened;
    }

    /// <summary>Opens the menu and presses one of its buttons.</summary>
    public async Task Chooses(string item)
    {
        await Presses("더보기");
        await Menu.GetByRole(AriaRole.Button, new() { Name = item }).ClickAsync();
    }

    /// <summary>Presses 끝내기 at the top, and sees that the conversation is over.</summary>
    public async Task Ends()
    {
        await Window.Locator(".end").ClickAsync();
        await Assertions.Expect(Over).ToContainTextAsync("대화를 끝냈어요");
        heard = 0;
    }

    /// <summary>What the log shows, as text.</summary>
    public Task<string> Shown() => Log.InnerTextAsync();

    /// <summary>Waits for a condition that the page meets in its own time.</summary>
    public static async Task Until(Func<Task<bool>> isSo, string what, Func<IEnumerable<string>>? seen = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            var waited = TimeProvider.System.GetElapsedTime(started);
            Assert.True(
                waited.TotalMilliseconds < Patience,
                $"Waited in vain for {what}: {string.Join(", ", seen?.Invoke() ?? [])}"
            );
            await Task.Delay(20);
        }
    }

    private void Notes(IConsoleMessage said)
    {
        if (said.Type is "error")
            troubles.Enqueue($"{said.Text} ({said.Location})");
    }
}
