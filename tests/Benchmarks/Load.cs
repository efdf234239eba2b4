using System.Diagnostics;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>Workers that do one thing after another for a while.</summary>
public static class Load
{
    /// <summary>Closed loop: every worker begins again as soon as it is done.</summary>
    public static async Task<Measured> RunAsync(
        string name,
        int workers,
        TimeSpan duration,
        Func<int, Task> doOnceAsync
    )
    {
        var latencies = new List<long>[workers];
        var started = Stopwatch.GetTimestamp();
        var until = started + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        using var progress = new Progress(name, () => latencies.Sum(list => list?.Count ?? 0));
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => WorkAsync(worker))));
        return new Measured(Stopwatch.GetElapsedTime(started), latencies.SelectMany(list => list));

        async Task WorkAsync(int worker)
        {
            var own = latencies[worker] = new List<long>(capacity: 100_000);
            while (Stopwatch.GetTimestamp() is var begun && begun < until)
            {
                await doOnceAsync(worker);
                own.Add(Stopwatch.GetTimestamp() - begun);
            }
        }
    }

    /// <summary>
    /// Open loop: begins at fixed times whatever is still under way, and counts from the time at which each was due, so
    /// that a host which stalls cannot hide behind a client that waits for it.
    /// </summary>
    public static async Task<Measured> RunOpenAsync(
        string name,
        int perSecond,
        TimeSpan duration,
        Func<int, Task> doOnceAsync
    )
    {
        var count = (int)(perSecond * duration.TotalSeconds);
        var latencies = new long[count];
        var running = new Task[count];
        var done = 0;
        using var progress = new Progress(name, () => done);
        var started = Stopwatch.GetTimestamp();
        await Task.Factory.StartNew(Begin, TaskCreationOptions.LongRunning);
        await Task.WhenAll(running);
        return new Measured(Stopwatch.GetElapsedTime(started), latencies);

        // On a thread of its own: timers of the pool come late when the pool is busy.
        void Begin()
        {
            for (var number = 0; number < count; number++)
            {
                var due = started + number * Stopwatch.Frequency / perSecond;
                while (Stopwatch.GetTimestamp() < due)
                    Thread.Sleep(1);
                var own = number;
                running[number] = Task.Run(() => DoAsync(own, due));
            }
        }

        async Task DoAsync(int number, long due)
        {
            await doOnceAsync(number);
            latencies[number] = Stopwatch.GetTimestamp() - due;
            Interlocked.Increment(ref done);
        }
    }
}

/// <summary>How many, how long, and how the times were spread.</summary>
public sealed class Measured
{
    private readonly long[] sorted;

    public Measured(TimeSpan elapsed, IEnumerable<long> latencies)
    {
        sorted = [.. latencies.Order()];
        Elapsed = elapsed;
    }

    public TimeSpan Elapsed { get; }
    public int Count => sorted.Length;
    public double PerSecond => Count / Elapsed.TotalSeconds;

    /// <summary>The latency in milliseconds that this share of all stayed under.</summary>
    public double Milliseconds(double share) =>
        sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))] * 1000.0 / Stopwatch.Frequency;
}

/// <summary>One line on the console that says how far it is.</summary>
public sealed class Progress : IDisposable
{
    private readonly Timer timer;
    private readonly Stopwatch since = Stopwatch.StartNew();

    public Progress(string name, Func<int> count)
    {
        Console.Error.WriteLine(name);
        timer = new Timer(_ => Tell($"  {since.Elapsed.TotalSeconds:F0} s, {count():N0}"), null, 1000, 1000);
    }

    private static void Tell(string line)
    {
        if (!Console.IsErrorRedirected)
            Console.Error.Write($"\r{line}   \r");
    }

    public void Dispose() => timer.Dispose();
}
