using System.Diagnostics;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Conversations;

/// <summary>Design §1.2: a message that was acknowledged is answered, once, in order, whenever the process is killed.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Kills = 50;
    private const int Residents = 12;

    /// <summary>How often the process is killed while it still starts rather than under load.</summary>
    private const double KillsAtStart = 0.15;

    [Fact(Timeout = 600_000)]
    public async Task Acknowledged_messages_are_answered_once_and_in_order_though_the_process_is_killed()
    {
        var started = Stopwatch.StartNew();
        var seed = Environment.TickCount;
        Tell($"seed {seed}");
        await using var host = new HostProcess();
        using var http = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(20) };
        var client = new DirectLineClient(http);
        var residents = Enumerable
            .Range(0, Residents)
            .Select(number => new RestlessResident(client, seed + number + 1, polls: number % 3 == 0))
            .ToList();

        // What a first start learns takes longer than anybody waits for a restart.
        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.KillAsync();
        var early = await KillWhileLivingAsync(host, residents, new Random(seed));
        await host.KillAsync();
        await host.StartAsync(TestContext.Current.CancellationToken);

        var broken = new List<string>();
        var ledgers = residents.SelectMany(resident => resident.Conversations).ToList();
        var answers = new Dictionary<string, int>();
        foreach (var ledger in ledgers)
        {
            var transcript = await client.ReadAllAsync(ledger.Opened, TestContext.Current.CancellationToken);
            broken.AddRange(ledger.Broken(transcript));
            foreach (var reply in transcript.Where(activity => activity.IsReply))
                answers[reply.Reply!] = answers.GetValueOrDefault(reply.Reply!) + 1;
        }
        Tell(
            $"{Kills} kills under load, {early} during a start, one before the ledger was held against the transcripts, "
                + $"{ledgers.Count} conversations, {ledgers.Sum(ledger => ledger.Acknowledged.Count)} messages acknowledged, "
                + $"{answers.Values.Sum()} bubbles, {residents.Sum(resident => resident.Repeated)} repeated on purpose, "
                + $"{residents.Sum(resident => resident.Retries)} calls tried again, {broken.Count} promises broken, "
                + $"{started.Elapsed.TotalSeconds:F0} s"
        );
        Tell(
            string.Join(", ", answers.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"))
        );
        Assert.True(broken is [], string.Join('\n', broken.Take(40)));
        Assert.All(ledgers, ledger => Assert.NotEmpty(ledger.Acknowledged));
    }

    /// <summary>Kills the program under load; and now and then, not counted, while it still starts.</summary>
    private static async Task<int> KillWhileLivingAsync(
        HostProcess host,
        List<RestlessResident> residents,
        Random random
    )
    {
        using var evening = new CancellationTokenSource();
        var living = residents.ConvertAll(resident => Task.Run(() => resident.LiveAsync(evening.Token)));
        var early = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill == 0 || random.NextDouble() < KillsAtStart)
            {
                early++;
                host.Launch();
                await Task.Delay(random.Next(100, 2000));
                await host.KillAsync();
            }
            await host.StartAsync();
            await Task.Delay(random.Next(20, 900));
            await host.KillAsync();
            if (living.FirstOrDefault(life => life.IsFaulted) is { } broken)
                await broken;
        }
        await host.StartAsync();
        await evening.CancelAsync();
        await Task.WhenAll(living);
        return early;
    }

    /// <summary>Lines that begin so are shown by tests/run.sh, also when all is well.</summary>
    private void Tell(string line) => output.WriteLine($"figure: {line}");
}
