using System.Text;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>"knowledge export DIR" and "knowledge import DIR": the entries as files, out of the store and into it.</summary>
public static class KnowledgeDoor
{
    public const string Command = "knowledge";
    private const string Usage = "usage: knowledge export DIR | knowledge import DIR";
    private const int Conflicts = 1;
    private const int Unusable = 2;

    /// <summary>Runs the command over the store of a host that <paramref name="build"/> makes and does not start.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<WebApplication> build)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        // "--Section:Name=value" is a setting of the host.
        var words = arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal)).ToList();
        if (words is not [("export" or "import") and var what, var folder])
        {
            await Console.Error.WriteLineAsync(Usage);
            return Unusable;
        }
        try
        {
            await using var app = build();
            var files = app.Services.GetRequiredService<KnowledgeFiles>();
            return what is "export" ? Export(files, folder) : await ImportAsync(files, folder);
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return Unusable;
        }
    }

    private static int Export(KnowledgeFiles files, string folder)
    {
        var written = files.Export(folder, Progress.Of);
        Console.WriteLine($"{written} files are in {folder}.");
        return 0;
    }

    private static async Task<int> ImportAsync(KnowledgeFiles files, string folder)
    {
        var taken = await files.ImportAsync(folder, Progress.Of);
        foreach (var version in taken.Versions)
            Console.WriteLine($"{version.Slug}: version {version.Version}");
        foreach (var conflict in taken.Conflicts)
            Console.WriteLine($"{conflict.Slug}: not taken, version {conflict.Version} was written since");
        Console.WriteLine(
            $"{taken.Read} files read, {taken.Versions.Count} versions made, {taken.Conflicts.Count} conflicts."
        );
        return taken.Conflicts is [] ? 0 : Conflicts;
    }
}
