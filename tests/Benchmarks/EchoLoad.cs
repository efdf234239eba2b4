using System.Diagnostics;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>The bare echo under the same load generator: what HTTP alone costs on this machine.</summary>
public static class EchoLoad
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    public static async Task MeasureAsync(FigureTable table)
    {
        var address = new Uri($"http://127.0.0.1:{HostProcess.FreePort()}");
        using var server = Process.Start("dotnet", [typeof(EchoLoad).Assembly.Location, "--echo", address.ToString()]);
        try
        {
            var post = new Post(address, "/echo", null, """{"type":"message","text":"안녕하세요"}"""u8.ToArray());
            await UntilUpAsync(post);
            await Load.RunAsync("echo: warming up", 16, TimeSpan.FromSeconds(3), _ => post.SendAsync());
            foreach (var connections in TurnLoad.Levels)
            {
                var name = $"bare JSON echo, {connections} connections";
                table.Add(name, await Load.RunAsync(name, connections, Duration, _ => post.SendAsync()), "requests/s");
            }
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task UntilUpAsync(Post post)
    {
        for (var attempt = 0; attempt < 500; attempt++)
        {
            try
            {
                await post.SendAsync();
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }
        throw new TimeoutException("The echo did not start.");
    }
}
