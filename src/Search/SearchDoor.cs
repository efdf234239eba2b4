using System.Text;
using Bupyeong.Chatbot.Search.Qdrant;

namespace Bupyeong.Chatbot.Search;

/// <summary>"search snapshots create", "list" and "restore NAME": copies of the index that Qdrant holds.</summary>
public static class SearchDoor
{
    public const string Command = "search";
    private const string Usage =
        "usage: search snapshots create | search snapshots list | search snapshots restore NAME";
    private const int Unusable = 2;

    /// <summary>Runs the command with the settings of a host that <paramref name="build"/> makes and does not start.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<WebApplication> build)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        // "--Section:Name=value" is a setting of the host.
        var words = arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal)).ToList();
        if (words is not (["snapshots", "create" or "list"] or ["snapshots", "restore", _]))
            return await RefuseAsync(Usage);
        try
        {
            await using var app = build();
            if (app.Services.GetRequiredService<SearchEngine>().Snapshots() is not { } snapshots)
                return await RefuseAsync($"Search:Engine is not \"{SearchOptions.Qdrant}\": there are no snapshots.");
            Run(snapshots, words);
            return 0;
        }
        catch (Exception e)
            when (e
                    is InvalidDataException
                        or InvalidOperationException
                        or SearchUnavailableException
                        or QdrantException
            )
        {
            return await RefuseAsync(e.Message);
        }
    }

    private static void Run(QdrantSnapshots snapshots, List<string> words)
    {
        switch (words)
        {
            case [_, "create"]:
                foreach (var name in snapshots.Create())
                    Console.WriteLine(name);
                break;
            case [_, "list"]:
                foreach (var (name, snapshot) in snapshots.All())
                    Console.WriteLine($"{name}\t{snapshot.CreationTime}\t{snapshot.Size} bytes");
                break;
            default:
                snapshots.Restore(words[^1]);
                Console.WriteLine($"{words[^1]} is restored.");
                break;
        }
    }

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Unusable;
    }
}
