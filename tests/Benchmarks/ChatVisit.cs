using System.Text.Json;
using Microsoft.Playwright;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>One visit to a contender's page, with a clock in the page that knows when something was painted.</summary>
public sealed class ChatVisit : IAsyncDisposable
{
    public const float Patience = 120_000;
    private const int Quiet = 1000;

    private readonly IBrowserContext context;
    private readonly Contender contender;
    private readonly IPage page;
    private readonly ICDPSession session;
    private readonly Dictionary<string, string> requests = [];
    private long bytes;

    private ChatVisit(IPage page, ICDPSession session, Contender contender) =>
        (this.page, this.session, this.contender, context) = (page, session, contender, page.Context);

    /// <summary>What came over the network since the visit began, headers counted, without the page's own HTML.</summary>
    public (long Bytes, int Requests) Network => (bytes, requests.Count);

    public static async Task<ChatVisit> BeginAsync(IBrowser browser, Contender contender)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 412, Height = 800 },
            }
        );
        await context.AddInitScriptAsync(Clock(contender));
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var session = await context.NewCDPSessionAsync(page);
        var visit = new ChatVisit(page, session, contender);
        session.Event("Network.requestWillBeSent").OnEvent += (_, sent) => visit.Sent(sent!.Value);
        session.Event("Network.loadingFinished").OnEvent += (_, finished) => visit.Finished(finished!.Value);
        await session.SendAsync("Network.enable");
        await session.SendAsync("HeapProfiler.enable");
        return visit;
    }

    /// <summary>A telephone of the middle range on a poor line.</summary>
    public async Task SlowDownAsync()
    {
        var line = new Dictionary<string, object>
        {
            ["offline"] = false,
            ["latency"] = 150,
            ["downloadThroughput"] = 1_600_000 / 8,
            ["uploadThroughput"] = 750_000 / 8,
        };
        await session.SendAsync("Network.emulateNetworkConditions", line);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
    }

    /// <summary>Opens the page and returns the milliseconds from navigation until the first bubble was painted.</summary>
    public async Task<double> OpenAsync(string origin)
    {
        await page.GotoAsync(origin + contender.Path, new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => window.firstPaint > 0");
        return await page.EvaluateAsync<double>("() => window.firstPaint");
    }

    /// <summary>Waits until nothing more is loaded.</summary>
    public async Task SettleAsync()
    {
        for (var before = -1; before != requests.Count; )
        {
            before = requests.Count;
            await Task.Delay(Quiet);
        }
    }

    /// <summary>
    /// Opens the page on a conversation that was had before; the milliseconds until so many bubbles are shown, or null
    /// when that takes longer than anybody waits.
    /// </summary>
    public async Task<double?> ResumeAsync(string origin, Talker talker, int bubbles)
    {
        var kept = JsonSerializer.Serialize(new { session = new { id = talker.ConversationId, token = talker.Token } });
        await context.AddInitScriptAsync($"sessionStorage.setItem('bupyeong-chat', {JsonSerializer.Serialize(kept)})");
        var query = $"?conversation={talker.ConversationId}&token={talker.Token}";
        await page.GotoAsync(origin + contender.Path + query, new() { WaitUntil = WaitUntilState.Commit });
        try
        {
            await WaitForBubblesAsync(bubbles);
            return await page.EvaluateAsync<double>("() => performance.now()");
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Writes something, sends it and waits until it was answered.</summary>
    public async Task TakeTurnAsync(string words)
    {
        var before = await BubblesAsync();
        await page.FillAsync(contender.Field, words);
        await page.PressAsync(contender.Field, "Enter");
        await WaitForBubblesAsync(before + 2);
    }

    /// <summary>Bytes that the page's objects take, after everything that is garbage has gone.</summary>
    public async Task<long> HeapAsync()
    {
        for (var round = 0; round < 3; round++)
            await session.SendAsync("HeapProfiler.collectGarbage");
        var usage = await session.SendAsync("Runtime.getHeapUsage");
        return (long)usage!.Value.GetProperty("usedSize").GetDouble();
    }

    /// <summary>Presses keys one after another; milliseconds from each press until what it wrote was painted.</summary>
    public async Task<double[]> TypeAsync(int keys)
    {
        await page.FocusAsync(contender.Field);
        await page.EvaluateAsync("() => window.watchKeys()");
        for (var key = 1; key <= keys; key++)
        {
            await page.Keyboard.PressAsync("a");
            await page.WaitForFunctionAsync("(count) => window.keyPaints.length === count", key);
        }
        return await page.EvaluateAsync<double[]>("() => window.keyPaints");
    }

    public Task<int> BubblesAsync() => page.EvaluateAsync<int>($"() => {contender.Parts}.length");

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task WaitForBubblesAsync(int count) =>
        await page.WaitForFunctionAsync($"(count) => {contender.Parts}.length >= count", count);

    private void Sent(JsonElement sent)
    {
        var type = sent.TryGetProperty("type", out var named) ? named.GetString()! : "";
        if (
            type is not "Document"
            && !sent.GetProperty("request")
                .GetProperty("url")
                .GetString()!
                .StartsWith("data:", StringComparison.Ordinal)
        )
            requests[sent.GetProperty("requestId").GetString()!] = type;
    }

    private void Finished(JsonElement finished)
    {
        if (requests.ContainsKey(finished.GetProperty("requestId").GetString()!))
            bytes += (long)finished.GetProperty("encodedDataLength").GetDouble();
    }

    /// <summary>A task that is posted while a frame is made runs when that frame has been painted.</summary>
    private static string Clock(Contender contender) =>
        $$"""
            const painted = (tell) => {
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => tell(performance.now());
              port2.postMessage(0);
            };
            const look = () => {
              if ([...{{contender.Parts}}].some(({ textContent }) => textContent)) painted((at) => (window.firstPaint = at));
              else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
            window.watchKeys = () => {
              window.keyPaints = [];
              addEventListener("keydown", ({ timeStamp }) => {
                requestAnimationFrame(() => painted((at) => window.keyPaints.push(at - timeStamp)));
              }, true);
            };
            """;
}
