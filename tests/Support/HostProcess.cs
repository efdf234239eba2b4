using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>The built program as a process of its own, on loopback and over a data folder of its own.</summary>
/// <remarks>
/// Its port stays the same over restarts. It lies below the ports that the system gives to outgoing connections: a
/// client that knocks while the program is down could otherwise be given that very port and connect to itself.
/// </remarks>
public sealed class HostProcess : IAsyncDisposable
{
    private const int FirstPort = 10_000;
    private const int LastPort = 32_000;
    private const int KeptLines = 100;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(10) };
    private static readonly ConcurrentDictionary<HostProcess, bool> All = new();

    private readonly ConcurrentQueue<string> lines = new();
    private readonly bool ownsFolder;
    private Process? process;

    static HostProcess() => AppDomain.CurrentDomain.ProcessExit += (_, _) => EndAll();

    /// <summary>A host that is not started yet; without a folder it makes one and deletes it at the end.</summary>
    public HostProcess(string? dataFolder = null)
    {
        ownsFolder = dataFolder is null;
        DataFolder = dataFolder ?? Path.Combine(Path.GetTempPath(), $"bupyeong-{Guid.NewGuid():N}");
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        All[this] = true;
    }

    public Uri Address { get; }
    public string DataFolder { get; }

    /// <summary>Settings by their names in the environment, such as DirectLine__TokenMinutes.</summary>
    public IDictionary<string, string> Settings { get; } =
        new Dictionary<string, string> { ["DirectLine__TokensPerMinute"] = "1000000" };

    public Process Process => process ?? throw new InvalidOperationException("The host was not started.");

    /// <summary>The last lines that the program wrote.</summary>
    public string Output => string.Join('\n', lines);

    /// <summary>Starts the program and waits until it is ready; returns how long that took.</summary>
    public async Task<TimeSpan> StartAsync(CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        Launch();
        await WaitUntilReadyAsync(cancellation);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Starts the program and does not wait.</summary>
    public void Launch()
    {
        var start = new ProcessStartInfo("dotnet", [ProgramFile()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var name in start.Environment.Keys.Where(IsOfThisTestRun).ToList())
            start.Environment.Remove(name);
        start.Environment["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__DataFolder"] = DataFolder;
        foreach (var (name, value) in Settings)
            start.Environment[name] = value;
        process?.Dispose();
        process = Process.Start(start) ?? throw new InvalidOperationException("The host could not be started.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public async Task WaitUntilReadyAsync(CancellationToken cancellation = default)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(cancellation))
        {
            if (Process.HasExited)
                throw new InvalidOperationException($"The host ended with {Process.ExitCode}:\n{Output}");
            if (Stopwatch.GetElapsedTime(started) > LongestStart)
                throw new TimeoutException($"The host was not ready within {LongestStart}:\n{Output}");
            await Task.Delay(10, cancellation);
        }
    }

    /// <summary>Ends the program as a power cut would: SIGKILL, no chance to write anything.</summary>
    public async Task KillAsync()
    {
        if (process is null)
            return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        All.TryRemove(this, out _);
        await KillAsync();
        process?.Dispose();
        if (ownsFolder && Directory.Exists(DataFolder))
            Directory.Delete(DataFolder, recursive: true);
    }

    private static async Task<bool> IsReadyAsync(Uri address, CancellationToken cancellation)
    {
        try
        {
            using var answer = await Probe.GetAsync(new Uri(address, "/readyz"), cancellation);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private Task<bool> IsReadyAsync(CancellationToken cancellation) => IsReadyAsync(Address, cancellation);

    /// <summary>Settings of whoever runs the tests must not reach the host.</summary>
    private static bool IsOfThisTestRun(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase)
        || name.Contains("__", StringComparison.Ordinal);

    /// <summary>The program as it was built in the configuration in which this assembly was built.</summary>
    public static string ProgramFile()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = output.Parent!.Name;
        var file = Path.Combine(Root().FullName, "src", "bin", configuration, output.Name, "Bupyeong.Chatbot.dll");
        return File.Exists(file) ? file : throw new FileNotFoundException("The program was not built.", file);
    }

    /// <summary>The folder of the solution.</summary>
    public static DirectoryInfo Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bupyeong.Chatbot.sln")))
            folder = folder.Parent;
        return folder ?? throw new DirectoryNotFoundException("The solution is not above this assembly.");
    }

    public static int FreePort()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var port = Random.Shared.Next(FirstPort, LastPort);
            try
            {
                using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (System.Net.Sockets.SocketException)
            {
                // Taken: try another.
            }
        }
        throw new InvalidOperationException("No free port was found.");
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        while (lines.Count > KeptLines)
            lines.TryDequeue(out _);
    }

    /// <summary>A test run that is broken off leaves no program behind.</summary>
    private static void EndAll()
    {
        foreach (var host in All.Keys)
            host.process?.Kill();
    }
}
