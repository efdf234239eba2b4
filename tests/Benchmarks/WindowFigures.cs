using System.Globalization;
using System.IO.Compression;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>The window in a browser, beside the official Web Chat in the same run.</summary>
public static class WindowFigures
{
    private const int Visits = 10;
    private const int SlowVisits = 5;
    private const int Turns = 100;
    private const int LongTurns = 1000;
    private const int Keys = 50;

    public static async Task MeasureAsync(string dataFolder, FigureTable table)
    {
        var clients = Path.Combine(HostProcess.Root().FullName, "tests", "Clients");
        var bundles = Path.Combine(clients, "node_modules", "botframework-webchat", "dist");
        if (Missing(bundles) is { } missing)
        {
            Console.Error.WriteLine($"!! The window was not measured: {missing}");
            return;
        }
        Console.Error.WriteLine("window: compressing Web Chat");
        await using var pages = new ChatPages(bundles);
        await using var host = new HostProcess(dataFolder);
        host.Settings["Logging__LogLevel__Default"] = "Warning";
        host.Settings["DirectLine__AllowedOrigins__0"] = pages.Origin;
        await host.StartAsync();
        pages.TalkTo(host.Address);
        await using var browser = await ChatBrowser.LaunchAsync();
        foreach (var contender in Contender.All)
            await FirstMessageAsync(contender, 2, isSlow: false);

        table.Add("all files of our window together, gzip", Kilobytes(FilesOfOurs()));
        await CompareAsync("sent on first open, requests", NetworkAsync);
        await CompareAsync($"first message painted (median of {Visits})", one => FirstMessageAsync(one, Visits, false));
        await CompareAsync(
            $"the same at 1.6 Mbit/s, 150 ms, a quarter of the processor (median of {SlowVisits})",
            one => FirstMessageAsync(one, SlowVisits, true)
        );
        await CompareAsync($"JavaScript heap after {Turns} turns", HeapAsync);
        using var talker = await LongConversationAsync(host.Address);
        await CompareAsync(
            $"key to paint with {2 * LongTurns:N0} bubbles, p50 / p95 of {Keys}",
            one => KeyAsync(one, talker)
        );

        async Task CompareAsync(string what, Func<Contender, Task<string>> measureAsync)
        {
            var figures = new List<string>();
            foreach (var contender in Contender.All)
            {
                Console.Error.WriteLine($"window: {what}: {contender.Name}");
                figures.Add(await measureAsync(contender));
            }
            table.Compare(what, figures);
        }

        async Task<string> NetworkAsync(Contender contender)
        {
            await using var visit = await browser.VisitAsync(contender);
            await visit.OpenAsync(pages.Origin);
            await visit.SettleAsync();
            var (bytes, requests) = visit.Network;
            return $"{Kilobytes(bytes)}, {requests}";
        }

        async Task<string> FirstMessageAsync(Contender contender, int visits, bool isSlow)
        {
            var times = new List<double>();
            while (times.Count < visits)
            {
                await using var visit = await browser.VisitAsync(contender);
                if (isSlow)
                    await visit.SlowDownAsync();
                times.Add(await visit.OpenAsync(pages.Origin));
            }
            return FigureTable.Milliseconds(At(times, 0.5));
        }

        async Task<string> HeapAsync(Contender contender)
        {
            await using var visit = await browser.VisitAsync(contender);
            await visit.OpenAsync(pages.Origin);
            for (var turn = 0; turn < Turns; turn++)
                await visit.TakeTurnAsync(Talker.Words[turn % Talker.Words.Count]);
            return Megabytes(await visit.HeapAsync());
        }

        async Task<string> KeyAsync(Contender contender, Talker past)
        {
            await using var visit = await browser.VisitAsync(contender);
            await visit.ResumeAsync(pages.Origin, past, 2 * LongTurns);
            await visit.SettleAsync();
            var times = await visit.TypeAsync(Keys);
            Console.Error.WriteLine(
                $"  {await visit.BubblesAsync()} bubbles, heap {Megabytes(await visit.HeapAsync())}"
            );
            return $"{FigureTable.Milliseconds(At(times, 0.5))} / {FigureTable.Milliseconds(At(times, 0.95))}";
        }
    }

    /// <summary>Why nothing can be measured here, with the command that helps.</summary>
    private static string? Missing(string bundles) =>
        !File.Exists(ChatBrowser.Program) ? "Chromium is not installed: apt-get install chromium"
        : !File.Exists(Path.Combine(bundles, "webchat.js"))
            ? "Web Chat is not installed: cd tests/Clients && npm ci --ignore-scripts"
        : null;

    private static async Task<Talker> LongConversationAsync(Uri host)
    {
        Console.Error.WriteLine($"window: a conversation of {LongTurns:N0} turns");
        var talker = await Talker.OpenAsync(host);
        for (var turn = 0; turn < LongTurns; turn++)
            await talker.TakeTurnAsync();
        return talker;
    }

    /// <summary>Also what is only loaded when it is needed, such as the second language and the banners.</summary>
    private static long FilesOfOurs()
    {
        var root = Path.Combine(HostProcess.Root().FullName, "src", "wwwroot");
        string[] files =
        [
            Path.Combine(root, "chat.js"),
            .. Directory.GetFiles(Path.Combine(root, "chat"), "*", SearchOption.AllDirectories),
        ];
        return files.Where(file => !file.EndsWith(".d.ts", StringComparison.Ordinal)).Sum(Compressed);
    }

    private static long Compressed(string file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    }

    private static double At(IReadOnlyCollection<double> times, double share) =>
        times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * share)));

    private static string Kilobytes(long bytes) =>
        (bytes / 1024.0).ToString("#,0.0", CultureInfo.InvariantCulture) + " KB";

    private static string Megabytes(long bytes) =>
        (bytes / 1024.0 / 1024).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
