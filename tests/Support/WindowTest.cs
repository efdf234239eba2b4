using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A test in the browser. Whatever a page complained of, and the test did not expect, fails it.</summary>
[Collection(nameof(Chromium))]
public abstract class WindowTest(Chromium chromium) : IAsyncLifetime
{
    private static readonly string Pictures = Path.Combine(SourceFiles.Root, "TestResults", "window");
    private readonly List<IBrowserContext> contexts = [];
    private readonly List<Visitor> visitors = [];

    protected LibrarySite Site => chromium.Site;

    public ValueTask InitializeAsync()
    {
        _ = chromium.Browser;
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.DisposeAsync();
        GC.SuppressFinalize(this);
        var troubles = visitors.SelectMany(visitor => visitor.Troubles).ToList();
        Assert.True(troubles is [], string.Join('\n', troubles));
    }

    /// <summary>Somebody with a browser of their own on a page that has the one line.</summary>
    protected async Task<Visitor> Comes(Visit visit)
    {
        var site = visit.Site ?? Site;
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = visit.Width, Height = visit.Height },
                IsMobile = visit.IsPhone,
                HasTouch = visit.IsPhone,
                ColorScheme = visit.Scheme,
                Locale = "ko-KR",
                TimezoneId = "Asia/Seoul",
                Permissions = ["clipboard-read", "clipboard-write"],
            }
        );
        contexts.Add(context);
        if (visit.ClockStands)
            await context.Clock.SetFixedTimeAsync(site.Host.Clock.GetUtcNow().UtcDateTime);
        return await Joins(context, visit);
    }

    /// <summary>Another tab of the same browser.</summary>
    protected async Task<Visitor> Joins(IBrowserContext context, Visit visit)
    {
        var visitor = await Visitor.Comes(context, visit, visit.Site ?? Site);
        visitors.Add(visitor);
        return visitor;
    }

    /// <summary>These words, wherever they stand in what is looked at.</summary>
    protected static Regex Anywhere(string words) => new(Regex.Escape(words));

    /// <summary>Keeps a picture for whoever looks at the tests' results.</summary>
    protected static Task Shows(Visitor visitor, string name) => Shows(visitor.Page, name);

    protected static Task Shows(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png") });
}
