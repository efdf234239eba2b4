using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>What tests/Clients/directline.js reports: one of its properties at a time.</summary>
public sealed record ClientReport(
    string? Status,
    string? Error,
    ReportedActivity? Activity,
    [property: JsonPropertyName("posted")] PostedMessage? Posted
);

public sealed record ReportedActivity(
    string Id,
    string Type,
    string? Text,
    string? From,
    string? ReplyTo,
    string? Reply
);

public sealed record PostedMessage(string Id, string Text);

/// <summary>The official DirectLineJS in a Node process of its own.</summary>
public sealed class OfficialClient : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(45);
    private static readonly string Folder = Path.Combine(HostProcess.Root().FullName, "tests", "Clients");

    private readonly Lock gate = new();
    private readonly List<ClientReport> reports = [];
    private readonly List<string> complaints = [];
    private readonly Process process;

    public OfficialClient(Uri host, string mode)
    {
        var start = new ProcessStartInfo("node", ["directline.js", new Uri(host, "/v3/directline").ToString(), mode])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException("node could not be started.");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Complain(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Why this client cannot run here, or null when it can.</summary>
    public static string? Missing =>
        !HasNode() ? "node is not installed"
        : !Directory.Exists(Path.Combine(Folder, "node_modules", "botframework-directlinejs"))
            ? "its packages are not installed: npm ci in tests/Clients"
        : null;

    public IReadOnlyList<ReportedActivity> Activities =>
        [.. Reports().Select(report => report.Activity).OfType<ReportedActivity>()];

    public IReadOnlyList<string> Errors => [.. Reports().Select(report => report.Error).OfType<string>()];

    /// <summary>Says something and waits until it was acknowledged; returns its id.</summary>
    public async Task<string> SaysAsync(string text)
    {
        var before = Reports().Count(report => report.Posted is not null);
        await CommandAsync(new { say = text });
        await WaitForAsync($"'{text}' to be acknowledged", () => Posted().Count > before);
        return Posted()[before].Id;
    }

    /// <summary>Waits for a reply whose name begins so.</summary>
    public Task HearsAsync(string reply, string? to = null) =>
        WaitForAsync(
            $"{reply} to {to ?? "anything"}",
            () => Activities.Any(said => Begins(said, reply) && (to is null || said.ReplyTo == to))
        );

    /// <summary>Waits until the client was told of the message with this id, as it is told of its own.</summary>
    public Task IsShownAsync(string id) =>
        WaitForAsync($"{id} to be shown", () => Activities.Any(said => said.Id == id));

    public Task DropSocketAsync() => CommandAsync(new { drop = true });

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static bool Begins(ReportedActivity said, string reply) =>
        said.Reply?.StartsWith(reply, StringComparison.Ordinal) is true;

    private static bool HasNode()
    {
        var names = OperatingSystem.IsWindows() ? "node.exe" : "node";
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, names)));
    }

    private async Task WaitForAsync(string what, Func<bool> condition)
    {
        var until = DateTime.UtcNow + LongestWait;
        while (!condition())
        {
            if (process.HasExited || DateTime.UtcNow > until)
                throw new TimeoutException($"Waited in vain for {what}. Reported so far:\n{Everything()}");
            await Task.Delay(20);
        }
    }

    private async Task CommandAsync(object command)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command));
        await process.StandardInput.FlushAsync();
    }

    private List<PostedMessage> Posted() => [.. Reports().Select(report => report.Posted).OfType<PostedMessage>()];

    private List<ClientReport> Reports()
    {
        lock (gate)
            return [.. reports];
    }

    private string Everything()
    {
        lock (gate)
            return string.Join('\n', reports.Select(report => report.ToString()).Concat(complaints));
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        var report = JsonSerializer.Deserialize<ClientReport>(line, JsonSerializerOptions.Web)!;
        lock (gate)
            reports.Add(report);
    }

    private void Complain(string? line)
    {
        if (line is null)
            return;
        lock (gate)
            complaints.Add(line);
    }
}
