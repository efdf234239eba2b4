using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>Random walks over all dialogs: no dead end, no act that was not confirmed, no turn without an answer.</summary>
public sealed class WalkTests(ITestOutputHelper output)
{
    private const int Walks = 60;
    private const int Steps = 50;

    /// <summary>A failure names its seed: set <see cref="FirstSeed"/> to it to walk that way alone first.</summary>
    private const int FirstSeed = 1;

    [Fact]
    public async Task Whatever_is_said_there_is_a_way_on_and_a_way_out()
    {
        await using var host = await WalkedHost.StartAsync();
        var failures = new List<string>();
        for (var seed = FirstSeed; seed < FirstSeed + Walks; seed++)
        {
            host.GoTo(seed);
            var walker = new Walker(host, seed);
            try
            {
                await walker.WalkAsync(Steps);
            }
            catch (Exception failure)
            {
                failures.Add($"seed {seed}: {failure}{Environment.NewLine}{walker.Told}");
            }
        }
        output.WriteLine($"{host.Doors.States} states, {host.Library.Acts.Count} acts");
        failures.ForEach(output.WriteLine);
        Assert.True(failures is [], $"{failures.Count} of {Walks} walks failed. {failures.FirstOrDefault()}");
        Assert.True(host.Doors.Complaints is [], string.Join(Environment.NewLine, host.Doors.Complaints.Distinct()));
        Assert.NotEmpty(host.Library.Acts);
    }
}
