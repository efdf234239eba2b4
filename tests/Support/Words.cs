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

    private static readonly IReadOnlyList<KnowledgeEntry> Entries = EntryFile.ReadAll(
        Path.Combine(AppContext.BaseDirectory, "knowledge", "policies"),
        Rules.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", "rules.yml"))
    );

    public static IReadOnlyList<TrainingExample> Examples { get; } =
        DialogsRoom.Examples(DialogFile.ReadAll(Path.Combine(AppContext.BaseDirectory, "dialogs")), Entries);

    /// <summary>Every sentence that is learnt from or compared with.</summary>
    public static IEnumerable<string> Known =>
        Examples
            .Select(example => example.Text)
            .Concat(Entries.SelectMany(entry => entry.Questions))
            .Concat(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "knowledge", "unanswerable.txt")));

    /// <summary>The examples of the language that nearly all residents write in.</summary>
    public static IReadOnlyList<TrainingExample> Korean { get; } =
    [.. Examples.Where(example => example.Language == LanguageGuess.Korean)];

    public static Recognizer Build(string cacheFolder, ILogger logger) =>
        Recognizer.Build(Examples, Lexicon, cacheFolder, logger);
}
