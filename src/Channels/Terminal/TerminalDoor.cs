using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Console;

namespace Bupyeong.Chatbot.Channels.Terminal;

/// <summary>
/// The door for staff, support and tests: "chat" talks in the terminal, "chat --script FILE" replays conversations and
/// says where they go otherwise than written. No port is opened, and what is said is kept nowhere.
/// </summary>
public static class TerminalDoor
{
    public const string Command = "chat";
    private const string Usage = "usage: chat [--at 2026-11-24T10:00] | chat --script FILE-OR-FOLDER";
    private const int Agrees = 0;
    private const int Differs = 1;
    private const int Unusable = 2;

    /// <summary>A host without a port; what residents leave lies in the folder of one visit.</summary>
    public static void AddTerminal(this WebApplicationBuilder builder, TerminalVisit visit)
    {
        builder.Logging.ClearProviders().AddConsole();
        builder.Logging.AddFilter<ConsoleLoggerProvider>(null, LogLevel.Error);
        builder.Services.Configure<ConsoleLoggerOptions>(options =>
            options.LogToStandardErrorThreshold = LogLevel.Trace
        );
        builder.Services.AddSingleton<IServer, NoServer>();
        if (visit.Clock is { } clock)
            builder.Services.AddSingleton<TimeProvider>(clock);
    }

    /// <summary>Runs the command over hosts that <paramref name="build"/> makes, and returns the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<TerminalVisit, WebApplication> build)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        // "--Section:Name=value" is a setting of the host.
        switch (arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal)).ToList())
        {
            case []:
                return await TalkAsync(null, build);
            case ["--at", var moment] when Script.Moment(moment) is { } at:
                return await TalkAsync(new ConversationClock(at, goesOn: true), build);
            case ["--script", var path]:
                return await ReplayAsync(path, build);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return Unusable;
        }
    }

    private static async Task<int> TalkAsync(ConversationClock? clock, Func<TerminalVisit, WebApplication> build)
    {
        using var visit = new TerminalVisit(clock);
        await using var app = build(visit);
        await app.StartAsync();
        var screen = new Screen(Console.Out, HasColours());
        using (var talk = await Talk.OpenAsync(app.Services))
            await new ChatSession(talk, screen, new Keyboard(screen)).RunAsync(app.Lifetime.ApplicationStopping);
        await app.StopAsync();
        return Agrees;
    }

    private static async Task<int> ReplayAsync(string path, Func<TerminalVisit, WebApplication> build)
    {
        IReadOnlyList<Script> scripts;
        try
        {
            scripts = Script.ReadAll(path);
        }
        catch (Exception unreadable)
            when (unreadable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unreadable.Message);
            return Unusable;
        }
        var differing = 0;
        foreach (var script in scripts)
        {
            var differences = await PlayAsync(script, build);
            foreach (var difference in differences)
                Console.WriteLine(difference);
            differing += differences.Count > 0 ? 1 : 0;
        }
        Console.WriteLine($"{scripts.Count - differing} of {scripts.Count} conversations go as written.");
        return differing > 0 ? Differs : Agrees;
    }

    /// <summary>Each on a host of its own: what one resident has renewed, the next has not.</summary>
    private static async Task<IReadOnlyList<ScriptDifference>> PlayAsync(
        Script script,
        Func<TerminalVisit, WebApplication> build
    )
    {
        var clock = new ConversationClock(script.At);
        using var visit = new TerminalVisit(clock);
        await using var app = build(visit);
        return await new ScriptPlayer(app.Services, clock).PlayAsync(script);
    }

    /// <summary>Only a person's terminal is coloured, and only one that has not asked to be left plain.</summary>
    private static bool HasColours() =>
        !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    /// <summary>Nobody comes in by HTTP.</summary>
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}

/// <summary>One visit at the terminal: its folder is gone with it, and its clock may be another than the world's.</summary>
public sealed class TerminalVisit(ConversationClock? clock) : IDisposable
{
    public ConversationClock? Clock => clock;

    public string Folder { get; } = Directory.CreateTempSubdirectory("bupyeong-terminal-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
