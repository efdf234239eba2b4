using System.Diagnostics;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>What it costs on this disk until 4 KiB are safe: the floor under everything durable.</summary>
public static class Disk
{
    private const int Writes = 200;

    public static Task MeasureAsync(string folder, FigureTable table)
    {
        using var file = new FileStream(Path.Combine(folder, "fsync"), FileMode.Create);
        var page = new byte[4096];
        var started = Stopwatch.GetTimestamp();
        var latencies = new List<long>(Writes);
        for (var write = 0; write < Writes; write++)
        {
            var begun = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            latencies.Add(Stopwatch.GetTimestamp() - begun);
        }
        table.Add("4 KiB to the disk (fsync)", new Measured(Stopwatch.GetElapsedTime(started), latencies), "/s");
        return Task.CompletedTask;
    }
}
