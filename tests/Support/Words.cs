using Bupyeong.Chatbot.Dialogs;
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

    public static Lexicon Lexicon { get; } =
        Lexicon.Read(Path.Combine(AppContext.BaseDirectory, "dialogs", "entities"));

    public static IReadOnlyList<TrainingExample> Examples { get; } =
    [
        .. DialogFile.ReadAll(Path.Combine(AppContext.BaseDirectory, "dialogs")).SelectMany(file => file.Taught),
        .. Files("knowledge/policies").SelectMany(QuestionsOf),
    ];

    /// <summary>The examples of the language that nearly all residents write in.</summary>
    public static IReadOnlyList<TrainingExample> Korean { get; } =
    [.. Examples.Where(example => example.Language == LanguageGuess.Korean)];

    public static Recognizer Build(string cacheFolder, ILogger logger) =>
        Recognizer.Build(Examples, Lexicon, cacheFolder, logger);

    private static IEnumerable<TrainingExample> QuestionsOf(string file) =>
        File.ReadLines(file)
            .SkipWhile(line => !line.StartsWith("questions:", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.TrimStart().StartsWith("- ", StringComparison.Ordinal))
            .Select(line => new TrainingExample(line.Trim()[2..].Trim('"', '\''), "library-rule"));

    private static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.md").Order(StringComparer.Ordinal);
}
