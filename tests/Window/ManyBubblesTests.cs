using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>A very long conversation: it comes back whole, and writing in it stays light.</summary>
public sealed class ManyBubblesTests(Chromium chromium, ITestOutputHelper output) : WindowTest(chromium)
{
    private const int Bubbles = 2000;
    private const long LargestHeap = 50 * 1024 * 1024;

    /// <summary>From a key until what it wrote was painted: the second frame after it.</summary>
    private const string TimeAKey = """
        () => new Promise((resolve) => {
          const field = document.querySelector("bupyeong-chat").shadowRoot.querySelector("#words");
          const began = performance.now();
          field.value += "가";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
        })
        """;

    [Fact]
    public async Task Two_thousand_bubbles_weigh_less_than_fifty_megabytes()
    {
        var visitor = await Comes(Visit.Phone with { ClockStands = false });
        await visitor.Opens();
        await TalksForLong(visitor);
        await Expect(visitor.Entries).ToHaveCountAsync(Bubbles + 1, new() { Timeout = 60_000 });

        await Expect(visitor.LastEntry).ToBeInViewportAsync();
        await visitor.Says("안녕하세요");
        await Expect(visitor.Entries).ToHaveCountAsync(Bubbles + 3);
        await Expect(visitor.LastEntry).ToBeInViewportAsync();

        var heap = await Heap(visitor);
        var times = new List<double>();
        for (var key = 0; key < 30; key++)
            times.Add(await visitor.Page.EvaluateAsync<double>(TimeAKey));
        times.Sort();
        Tell(
            $"{Bubbles} bubbles: {heap / 1024.0 / 1024.0:0.0} MB heap, key to paint {times[15]:0.0} ms (median), {times[28]:0.0} ms (p95)"
        );
        Assert.InRange(heap, 1, LargestHeap);
    }

    /// <summary>Through the same conversation, while the window is away.</summary>
    private static async Task TalksForLong(Visitor visitor)
    {
        var page = visitor.Page.Url;
        var kept = await visitor.Page.EvaluateAsync<string>("() => sessionStorage.getItem('bupyeong-chat')");
        var session = JsonDocument.Parse(kept).RootElement.GetProperty("session");
        await visitor.Page.GotoAsync("about:blank");
        using var http = new HttpClient { BaseAddress = visitor.Library };
        http.DefaultRequestHeaders.Authorization = new("Bearer", session.GetProperty("token").GetString());
        var path = $"v3/directline/conversations/{session.GetProperty("id").GetString()}/activities";
        var activity = new
        {
            type = "message",
            text = "안녕하세요",
            from = new { id = "me" },
        };
        // More than a hundred that wait are refused: then a little later.
        await Parallel.ForAsync(
            0,
            Bubbles / 2,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (_, cancellation) =>
                await Visitor.Until(
                    async () => (await http.PostAsJsonAsync(path, activity, cancellation)).IsSuccessStatusCode,
                    "a message to be taken"
                )
        );
        await visitor.Page.GotoAsync(page);
    }

    private static async Task<long> Heap(Visitor visitor)
    {
        var developer = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await developer.SendAsync("HeapProfiler.collectGarbage");
        var usage = await developer.SendAsync("Runtime.getHeapUsage");
        return (long)usage!.Value.GetProperty("usedSize").GetDouble();
    }

    private void Tell(FormattableString line) =>
        output.WriteLine("figure: " + line.ToString(CultureInfo.InvariantCulture));
}
