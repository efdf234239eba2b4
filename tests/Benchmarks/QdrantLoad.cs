using System.Globalization;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Tests.Support.Qdrant;
using Microsoft.AspNetCore.Http;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>
/// Whole turns while every search waits for an engine elsewhere, beside the same turns with the embedded one. What answers
/// is a double that finds nothing and takes its time: it is the waiting that is measured.
/// </summary>
public static class QdrantLoad
{
    private const int Conversations = 64;
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);

    private const string Nothing = """{"result":{"points":[]},"status":"ok","time":0.001}""";

    public static async Task MeasureAsync(string data, FigureTable table)
    {
        await RunAsync(Path.Combine(data, "lucene"), "embedded engine", table, asked: null);
        await using var qdrant = new QdrantDouble();
        var searches = 0;
        await RunAsync(
            Path.Combine(data, "qdrant"),
            $"Qdrant, {Latency.TotalMilliseconds:0} ms away",
            table,
            host =>
            {
                host.Settings["Search__Engine"] = "Qdrant";
                host.Settings["Search__Address"] = qdrant.Address;
                host.Settings["Search__KeepEmbedded"] = "false";
                return () => qdrant.Otherwise = FindNothingAsync;
            }
        );
        table.Add("searches in all", searches.ToString("#,0", CultureInfo.InvariantCulture));

        async Task<bool> FindNothingAsync(HttpContext http)
        {
            if (!http.Request.Path.Value!.EndsWith("/query", StringComparison.Ordinal))
                return false;
            Interlocked.Increment(ref searches);
            await Task.Delay(Latency);
            await http.Response.WriteAsync(Nothing);
            return true;
        }
    }

    private static async Task RunAsync(string data, string engine, FigureTable table, Func<HostProcess, Action>? asked)
    {
        await using var host = new HostProcess(data);
        host.Settings["Logging__LogLevel__Default"] = "Warning";
        var begin = asked?.Invoke(host);
        await host.StartAsync();
        begin?.Invoke();
        var talkers = new Talker[Conversations];
        for (var number = 0; number < Conversations; number++)
            talkers[number] = await Talker.OpenAsync(host.Address);
        var name = $"turns, {Conversations} conversations, {engine}";
        await Load.RunAsync($"{name}: warming up", Conversations, WarmUp, worker => talkers[worker].TakeTurnAsync());
        table.Add(
            name,
            await Load.RunAsync(name, Conversations, Duration, worker => talkers[worker].TakeTurnAsync()),
            "turns/s"
        );
        foreach (var talker in talkers)
            talker.Dispose();
    }
}
