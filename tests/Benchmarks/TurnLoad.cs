using System.Diagnostics;
using System.Globalization;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>Whole turns with durable writes: posted over HTTP, answered over the conversation's stream.</summary>
public static class TurnLoad
{
    private const int OpenRate = 200;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OpenDuration = TimeSpan.FromSeconds(15);

    public static readonly int[] Levels = [1, 16, 64];

    public static async Task MeasureAsync(string dataFolder, FigureTable table)
    {
        await using var host = new HostProcess(dataFolder);
        host.Settings["Logging__LogLevel__Default"] = "Warning";
        await host.StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        var idle = Memory(host);
        var talkers = await OpenAsync(host, Levels.Max());

        await Load.RunAsync("turns: warming up", talkers.Length, WarmUp, worker => talkers[worker].TakeTurnAsync());
        foreach (var conversations in Levels)
        {
            var name = $"turns, {conversations} conversations";
            var before = CpuTimes(host);
            var measured = await Load.RunAsync(
                name,
                conversations,
                Duration,
                worker => talkers[worker].TakeTurnAsync()
            );
            table.Add(name, measured, "turns/s");
            TellCpu(before, CpuTimes(host), measured.Count);
        }
        var open = await Load.RunOpenAsync(
            $"turns, {OpenRate} a second whatever the host does",
            OpenRate,
            OpenDuration,
            number => talkers[number % talkers.Length].TakeTurnAsync()
        );
        table.Add($"turns, {OpenRate} a second from outside", open, "turns/s");
        table.Add("resident memory, idle", idle);
        table.Add("resident memory, after the load", Memory(host));
        foreach (var talker in talkers)
            talker.Dispose();
    }

    private static async Task<Talker[]> OpenAsync(HostProcess host, int count)
    {
        var talkers = new Talker[count];
        for (var number = 0; number < count; number++)
            talkers[number] = await Talker.OpenAsync(host.Address);
        return talkers;
    }

    private static string Memory(HostProcess host)
    {
        host.Process.Refresh();
        return (host.Process.WorkingSet64 / 1024 / 1024).ToString(CultureInfo.InvariantCulture) + " MB";
    }

    private static (TimeSpan Host, TimeSpan Load) CpuTimes(HostProcess host)
    {
        host.Process.Refresh();
        return (host.Process.TotalProcessorTime, Process.GetCurrentProcess().TotalProcessorTime);
    }

    /// <summary>Where the cores went: of use to whoever makes it faster.</summary>
    private static void TellCpu(
        (TimeSpan Host, TimeSpan Load) before,
        (TimeSpan Host, TimeSpan Load) after,
        int turns
    ) =>
        Console.Error.WriteLine(
            $"  processor time per turn: host {(after.Host - before.Host).TotalMicroseconds / turns:F0} µs, "
                + $"load {(after.Load - before.Load).TotalMicroseconds / turns:F0} µs"
        );
}
