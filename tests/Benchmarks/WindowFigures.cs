using System.Globalization;
using System.IO.Compression;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>The window in a browser, beside the official Web Chat in the same run.</summary>
public sealed class WindowFigures(ChatBrowser browser, string origin)
{
    private const int Visits = 10;
    private const int SlowVisits = 5;
    private const int Turns = 100;
    private const int Bubbles = 2000;
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
        table.Compare("all files as one gzip", Contender.All.Select(one => Kilobytes(Compressed(one.Files(bundles)))));
        await new WindowFigures(browser, pages.Origin).CompareAllAsync(host.Address, table);
    }

    private async Task CompareAllAsync(Uri host, FigureTable table)
    {
        foreach (var contender in Contender.All)
            await FirstMessageAsync(contender, 2, isSlow: false);
        await CompareAsync(table, ["sent on first open, in requests"], SentAsync);
        await CompareAsync(
            table,
            [$"first message painted (median of {Visits})"],
            one => FirstMessageAsync(one, Visits, isSlow: false)
        );
        await CompareAsync(
            table,
            [$"the same on a slow phone (1.6 Mbit/s, 150 ms, a quarter of the processor; median of {SlowVisits})"],
            one => FirstMessageAsync(one, SlowVisits, isSlow: true)
        );
        await CompareAsync(table, [$"JavaScript heap after {Turns} turns", "key to paint then, p50 / p95"], TalkAsync);
        using var past = await LongConversationAsync(host);
        await CompareAsync(
            table,
            [$"{Bubbles:N0} bubbles come back", "JavaScript heap with them", "key to paint with them, p50 / p95"],
            one => LongAsync(one, past)
        );
    }

    private static async Task CompareAsync(
        FigureTable table,
        IReadOnlyList<string> rows,
        Func<Contender, Task<string[]>> measureAsync
    )
    {
        var figures = new List<string[]>();
        foreach (var contender in Contender.All)
        {
            Console.Error.WriteLine($"window: {rows[0]}: {contender.Name}");
            figures.Add(await measureAsync(contender));
        }
        for (var row = 0; row < rows.Count; row++)
            table.Compare(rows[row], figures.Select(of => of[row]));
    }

    private async Task<string[]> SentAsync(Contender contender)
    {
        await using var visit = await browser.VisitAsync(contender);
        await visit.OpenAsync(origin);
        await visit.SettleAsync();
        var (bytes, requests) = visit.Network;
        return [$"{Kilobytes(bytes)}, {requests}"];
    }

    private async Task<string[]> FirstMessageAsync(Contender contender, int visits, bool isSlow)
    {
        var times = new List<double>();
        while (times.Count < visits)
        {
            await using var visit = await browser.VisitAsync(contender);
            if (isSlow)
                await visit.SlowDownAsync();
            times.Add(await visit.OpenAsync(origin));
        }
        return [FigureTable.Milliseconds(At(times, 0.5))];
    }

    private async Task<string[]> TalkAsync(Contender contender)
    {
        await using var visit = await browser.VisitAsync(contender);
        await visit.OpenAsync(origin);
        for (var turn = 0; turn < Turns; turn++)
            await visit.TakeTurnAsync(Talker.Words[turn % Talker.Words.Count]);
        return [Megabytes(await visit.HeapAsync()), Spread(await visit.TypeAsync(Keys))];
    }

    private async Task<string[]> LongAsync(Contender contender, Talker past)
    {
        await using var visit = await browser.VisitAsync(contender);
        if (await visit.ResumeAsync(origin, past, Bubbles) is not { } shown)
            return [$"{await visit.BubblesAsync():N0} of them after {ChatVisit.Patience / 1000} s", "–", "–"];
        await visit.SettleAsync();
        var keys = Spread(await visit.TypeAsync(Keys));
        return [FigureTable.Milliseconds(shown), Megabytes(await visit.HeapAsync()), keys];
    }

    /// <summary>Why nothing can be measured here, with the command that helps.</summary>
    private static string? Missing(string bundles) =>
        !File.Exists(ChatBrowser.Program) ? "Chromium is not installed: apt-get install chromium"
        : !File.Exists(Path.Combine(bundles, "webchat.js"))
            ? "Web Chat is not installed: cd tests/Clients && npm ci --ignore-scripts"
        : null;

    private static async Task<Talker> LongConversationAsync(Uri host)
    {
        Console.Error.WriteLine($"window: a conversation of {Bubbles:N0} bubbles");
        var talker = await Talker.OpenAsync(host);
        for (var turn = 0; turn < Bubbles / 2; turn++)
            await talker.TakeTurnAsync();
        return talker;
    }

    private static long Compressed(IEnumerable<string> files)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            foreach (var file in files)
                gzip.Write(File.ReadAllBytes(file));
        return compressed.Length;
    }

    private static string Spread(double[] times) =>
        $"{FigureTable.Milliseconds(At(times, 0.5))} / {FigureTable.Milliseconds(At(times, 0.95))}";

    private static double At(IReadOnlyCollection<double> times, double share) =>
        times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * share)));

    private static string Kilobytes(long bytes) =>
        (bytes / 1024.0).ToString("#,0.0", CultureInfo.InvariantCulture) + " KB";

    private static string Megabytes(long bytes) =>
        (bytes / 1024.0 / 1024).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
