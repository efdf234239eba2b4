using Microsoft.Playwright;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>One Chromium for all tests of the window, which run one after another: the one that the system has.</summary>
[CollectionDefinition(nameof(Chromium), DisableParallelization = true)]
public sealed class Chromium : ICollectionFixture<Chromium>, IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>Nothing but the tests' own pages is asked for anything.</summary>
    private static readonly string[] Arguments =
    [
        .. "--no-sandbox --disable-gpu --disable-quic --no-first-run".Split(' '),
        .. "--disable-background-networking --disable-component-update --disable-sync".Split(' '),
        "--js-flags=--expose-gc",
    ];

    private readonly Lazy<LibrarySite> site = new(() => new LibrarySite());
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The library that most tests visit; a test that changes it makes one of its own.</summary>
    public LibrarySite Site => site.Value;

    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, "Chromium is not installed: apt-get install chromium");
            return browser;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Program))
            return;
        Assertions.SetDefaultExpectTimeout(Visitor.Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (site.IsValueCreated)
            await site.Value.DisposeAsync();
    }
}
