using Microsoft.Playwright;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>The Chromium of the system; every visit has a cache and a storage of its own.</summary>
public sealed class ChatBrowser : IAsyncDisposable
{
    public const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        .. "--no-sandbox --disable-gpu --disable-quic --no-first-run".Split(' '),
        .. "--disable-background-networking --disable-component-update --disable-sync".Split(' '),
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private ChatBrowser(IPlaywright playwright, IBrowser browser) =>
        (this.playwright, this.browser) = (playwright, browser);

    public static async Task<ChatBrowser> LaunchAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        return new ChatBrowser(playwright, browser);
    }

    public Task<ChatVisit> VisitAsync(Contender contender) => ChatVisit.BeginAsync(browser, contender);

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
