using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>From the start of the process until it says that it is ready.</summary>
public static class StartUp
{
    private const int Starts = 5;

    public static async Task MeasureAsync(string dataFolder, FigureTable table)
    {
        var cold = new List<TimeSpan>();
        var warm = new List<TimeSpan>();
        Console.Error.WriteLine("starting the host again and again");
        for (var number = 0; number < Starts; number++)
        {
            var own = Path.Combine(dataFolder, $"{number}");
            cold.Add(await StartOnceAsync(own));
            warm.Add(await StartOnceAsync(own));
        }
        table.Add($"ready, first start (median of {Starts})", FigureTable.Milliseconds(Median(cold)));
        table.Add($"ready, later starts (median of {Starts})", FigureTable.Milliseconds(Median(warm)));
    }

    private static async Task<TimeSpan> StartOnceAsync(string dataFolder)
    {
        await using var host = new HostProcess(dataFolder);
        return await host.StartAsync();
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;
}
