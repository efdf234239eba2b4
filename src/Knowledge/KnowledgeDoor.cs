using System.Text;
using Bupyeong.Chatbot.Knowledge.Documents;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>
/// "knowledge export DIR" and "knowledge import DIR": the entries as files, out of the store and into it;
/// "knowledge import FILE…": documents of the library as drafts.
/// </summary>
public static class KnowledgeDoor
{
    public const string Command = "knowledge";
    private const string Usage = "usage: knowledge export DIR | knowledge import DIR | knowledge import FILE…";
    private const int Conflicts = 1;
    private const int Unusable = 2;

    /// <summary>Runs the command over the store of a host that <paramref name="build"/> makes and does not start.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<string[], WebApplication> build)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        // "--Section:Name=value" is a setting of the host, unless a file is called so. The host is told of nothing else:
        // it would take a path that begins with a slash for the name of a setting.
        var words = arguments
            .Where(argument => !argument.Contains('=', StringComparison.Ordinal) || File.Exists(argument))
            .ToList();
        if (words is not (["import", _, ..] or ["export", _]))
        {
            await Console.Error.WriteLineAsync(Usage);
            return Unusable;
        }
        try
        {
            await using var app = build([.. arguments.Except(words)]);
            var files = app.Services.GetRequiredService<KnowledgeFiles>();
            return words is ["export", var target] ? Export(files, target)
                : words is ["import", var folder] && !IsFile(folder) ? await ImportAsync(files, folder)
                : await ImportAsync(app.Services.GetRequiredService<DocumentImport>(), words[1..]);
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return Unusable;
        }
    }

    /// <summary>A name with an ending that is no folder means a file, also when there is none.</summary>
    private static bool IsFile(string path) => !Directory.Exists(path) && Path.HasExtension(path);

    private static async Task<int> ImportAsync(DocumentImport documents, List<string> paths)
    {
        var report = await documents.ImportAsync(paths, Progress.Of);
        foreach (var line in report.Files.SelectMany(file => file.Lines()))
            Console.WriteLine(line);
        return report.HasConflicts ? Conflicts : 0;
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
