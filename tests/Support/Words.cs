using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Understanding;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>The words that the program ships with, as the recogniser learns them.</summary>
public static class Words
{
    public static string CacheFolder { get; } = Path.Combine(AppContext.BaseDirectory, "intent-cache");

    private static readonly Lazy<Recognizer> Shared = new(() => Build(CacheFolder, NullLogger.Instance));

    /// <summary>One recogniser for all tests: it never changes.</summary>
    public static Recognizer Recognizer => Shared.Value;

    public static IReadOnlyList<EntityList> Lists { get; } =
    [
        .. Files("dialogs/entities")
            .Where(file => Path.GetFileName(file) is not "plain-words.md")
            .Select(EntityList.Load),
    ];

    public static IReadOnlyList<TrainingExample> Examples { get; } =
    [.. Files("dialogs/ko").SelectMany(ExamplesOf), .. Files("knowledge/policies").SelectMany(QuestionsOf)];

    public static Recognizer Build(string cacheFolder, ILogger logger) =>
        Recognizer.Build(Examples, Lists, cacheFolder, logger);

    private static IEnumerable<TrainingExample> ExamplesOf(string file) =>
        File.ReadLines(file)
            .SkipWhile(line => line != "## examples")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => new TrainingExample(line[2..].Trim(), Path.GetFileNameWithoutExtension(file)));

    private static IEnumerable<TrainingExample> QuestionsOf(string file) =>
        File.ReadLines(file)
            .SkipWhile(line => !line.StartsWith("questions:", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            .Take(KnowledgeEntry.LessonsOfEach)
            .Select(line => new TrainingExample(line.Trim()[2..].Trim('"', '\''), "library-rule"));

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.md").Order(StringComparer.Ordinal);
}
