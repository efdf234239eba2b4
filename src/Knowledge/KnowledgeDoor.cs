using System.Text;
using Bupyeong.Chatbot.Knowledge.Documents;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>
/// "knowledge export DIR" and "knowledge import DIR": the entries as files, out of the store and into it;
/// "knowledge import FILE…": documents of the library as drafts; "knowledge propose SLUG": questions that an entry could have.
/// </summary>
public static class KnowledgeDoor
{
    public const string Command = "knowledge";
    private const string Usage =
        "usage: knowledge export DIR | knowledge import DIR | knowledge import FILE… | knowledge propose SLUG";
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
        if (words is not (["import", _, ..] or ["export", _] or ["propose", _]))
        {
            await Console.Error.WriteLineAsync(Usage);
            return Unusable;
        }
        try
        {
            await using var app = build([.. arguments.Except(words)]);
            var files = app.Services.GetRequiredService<KnowledgeFiles>();
            if (words is ["propose", var slug])
                return await ProposeAsync(app.Services.GetRequiredService<QuestionProposals>(), slug);
            return words is ["export", var target] ? Export(files, target)
                : words is ["import", var folder] && !IsFile(folder) ? await ImportAsync(files, folder)
                : await ImportAsync(app.Services.GetRequiredService<DocumentImport>(), words[1..]);
        }
        catch (Exception unusable)
            when (unusable
                    is InvalidDataException
                        or IOException
                        or UnauthorizedAccessException
                        or NoSuchEntryException
                        or NoProposalsException
            )
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

    /// <summary>A line for each: whether the right entry would answer it, which one does, and the question.</summary>
    private static async Task<int> ProposeAsync(QuestionProposals proposals, string slug)
    {
        var proposed = await proposals.ProposeAsync(slug, null, Command);
        var widest = proposed.Questions.Select(question => AnswererOf(question).Length).DefaultIfEmpty().Max();
        Console.WriteLine($"생성된 문장 · {slug} {proposed.Version}판");
        foreach (var question in proposed.Questions)
            Console.WriteLine(
                $"{(question.Passes ? "✓" : "✗")} {(question.IsForEntry ? "this " : "other")} {AnswererOf(question).PadRight(widest)}  {question.Tried.Question}"
            );
        Console.WriteLine(
            $"{proposed.Questions.Count} questions, {proposed.Questions.Count(question => question.Passes)} as they should be, {proposed.Dropped} dropped. Nothing is kept."
        );
        return 0;

        static string AnswererOf(ProposedQuestion question) => question.Tried.AnsweredBy ?? "-";
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
