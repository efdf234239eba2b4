using System.Diagnostics;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A command of the program, such as "evaluate", as somebody runs it: a process that ends.</summary>
internal static class CommandProcess
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string dataFolder,
        params string[] command
    )
    {
        string[] words = [HostProcess.ProgramFile(), .. command, $"Storage:DataFolder={dataFolder}"];
        var start = new ProcessStartInfo("dotnet", words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, error);
    }
}
