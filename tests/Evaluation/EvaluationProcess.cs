using System.Diagnostics;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Evaluation;

/// <summary>"evaluate" as whoever brings something of his own runs it: a process that ends.</summary>
internal static class EvaluationProcess
{
    public static async Task<(int Code, string Output, string Error)> RunAsync(
        string dataFolder,
        string what,
        params string[] options
    )
    {
        string[] words = [HostProcess.ProgramFile(), "evaluate", what, .. options, $"Storage:DataFolder={dataFolder}"];
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
