using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Understanding;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>
/// The real host with a data folder and a clock of its own. What the first one learnt serves all: it never changes, and a
/// copy for each of many hundred hosts would fill the memory; what it indexed is copied.
/// </summary>
public sealed class LibraryHost : WebApplicationFactory<Program>
{
    private static readonly Lazy<(string Folder, Recognizer Recognizer, UnanswerableQuestions Unanswerable)> Learnt =
        new(LearnOnce);
    private readonly Dictionary<string, string> settings = new() { ["DirectLine:TokensPerMinute"] = "100000" };
    private readonly Action<IServiceCollection>? change;
    private readonly bool keepsData;
    private readonly bool copiesLearnt;

    public LibraryHost(string? data = null, Action<IServiceCollection>? change = null, bool copiesLearnt = true)
    {
        keepsData = data is not null;
        DataFolder = data ?? Directory.CreateTempSubdirectory("chatbot-").FullName;
        this.change = change;
        this.copiesLearnt = copiesLearnt;
        if (copiesLearnt && !Directory.Exists(Path.Combine(DataFolder, "index")))
            Copy(Learnt.Value.Folder, DataFolder);
    }

    public string DataFolder { get; }
    public Clock Clock { get; } = new();
    public CollectedLog Log { get; } = new();

    public LibraryHost With(string setting, string value)
    {
        settings[setting] = value;
        return this;
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:DataFolder", DataFolder);
        foreach (var (setting, value) in settings)
            builder.UseSetting(setting, value);
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            if (copiesLearnt)
                services.AddSingleton(Learnt.Value.Recognizer).AddSingleton(Learnt.Value.Unanswerable);
            change?.Invoke(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (!keepsData)
            Directory.Delete(DataFolder, recursive: true);
    }

    private static (string, Recognizer, UnanswerableQuestions) LearnOnce()
    {
        using var host = new LibraryHost(copiesLearnt: false);
        var (recognizer, unanswerable) = (host.Get<Recognizer>(), host.Get<UnanswerableQuestions>());
        var learnt = Directory.CreateTempSubdirectory("chatbot-learnt-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(learnt, recursive: true);
        foreach (var part in new[] { "models", "index" })
            Copy(Path.Combine(host.DataFolder, part), Path.Combine(learnt, part));
        return (learnt, recognizer, unanswerable);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            if (file.EndsWith(".lock", StringComparison.Ordinal))
                continue;
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
