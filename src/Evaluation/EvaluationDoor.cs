using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>
/// "evaluate understanding" and "evaluate answers": how well sentences that nobody taught are understood, and questions
/// are answered, on sets of anybody's own.
/// </summary>
public static class EvaluationDoor
{
    public const string Command = "evaluate";
    private const string Usage = """
        usage: evaluate understanding [--set FILE] [--report FILE] [--taught FILE]
               evaluate answers [--knowledge DIR] [--questions FILE] [--report FILE] [--engine lucene|qdrant|hybrid]
        """;
    private const int Unusable = 2;
    private const int WarmUp = 200;

    private static readonly string OwnSet = Path.Combine("tests", "Understanding", "unseen.jsonl");
    private static readonly string OwnQuestions = Path.Combine("tests", "Knowledge", "unseen.jsonl");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Runs the command over a host without a port that <paramref name="build"/> makes; returns the exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Func<WebApplication> build)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        var words = arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal)).ToList();
        Func<Task>? evaluation = words switch
        {
            ["understanding", .. var options] when Options(options, "--set", "--report", "--taught") is { } named =>
                () => UnderstandingAsync(named, build),
            ["answers", .. var options]
                when Options(options, "--knowledge", "--questions", "--report", "--engine") is { } named => () =>
                AnswersAsync(named, build),
            _ => null,
        };
        if (evaluation is null)
        {
            await Console.Error.WriteLineAsync(Usage);
            return Unusable;
        }
        try
        {
            await evaluation();
            return 0;
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return Unusable;
        }
    }

    private static async Task UnderstandingAsync(Dictionary<string, string> named, Func<WebApplication> build)
    {
        var set = UtteranceSet.Read(named.GetValueOrDefault("--set", OwnSet));
        await using var app = build();
        if (named.TryGetValue("--taught", out var taught))
            await File.WriteAllLinesAsync(taught, Taught(app.Services));
        var report = Evaluate(app.Services, set);
        new UnderstandingPrinter(Console.Out).Print(report);
        await WriteAsync(report, named);
    }

    /// <summary>
    /// Our own entries are asked as in a conversation, with what a question sounds like to the recogniser. A folder of
    /// anybody's is asked by itself, since nothing of it was taught, and leaves nothing in the data folder.
    /// </summary>
    private static async Task AnswersAsync(Dictionary<string, string> named, Func<WebApplication> build)
    {
        var content = AppContext.BaseDirectory;
        var own = Path.Combine(content, "knowledge");
        var synonyms = Synonyms.Read(Path.Combine(content, "dialogs", "entities", "synonyms.md"));
        var today = DateOnly.FromDateTime(TimeProvider.System.SeoulNow().DateTime);
        var folder = named.GetValueOrDefault("--knowledge", own);
        var engine = named.GetValueOrDefault("--engine", EvaluatedEngine.Lucene);
        await using var app = folder == own || engine is not EvaluatedEngine.Lucene ? build() : null;
        var open = EvaluatedEngine.Of(engine, app?.Services);
        using var knowledge = KnowledgeBase.OpenForeign(folder, own, synonyms, today, open);
        var meaning = await knowledge.MeaningTrial;
        var set = QuestionSet.Read(
            named.GetValueOrDefault("--questions", OwnQuestions),
            slug => knowledge.Find(slug) is not null
        );
        var recognizer = folder == own ? app?.Services.GetRequiredService<Recognizer>() : null;
        var evaluation = new AnswersEvaluation(
            knowledge,
            today,
            question => recognizer is null ? null : LibraryRule.HearingOf(recognizer.Recognize(question))
        );
        // The first questions run before the compiler has done its best; they are no resident's.
        evaluation.Run([.. set.Take(WarmUp)]);
        var report = evaluation.Run(set, Progress.Of(set.Count)) with
        {
            Engine = engine,
            Meaning = meaning?.ToString(),
        };
        new AnswersPrinter(Console.Out).Print(report);
        await WriteAsync(report, named);
    }

    private static async Task WriteAsync<T>(T report, Dictionary<string, string> named)
    {
        if (named.TryGetValue("--report", out var path))
            await File.WriteAllTextAsync(path, JsonSerializer.Serialize(report, Json));
    }

    private static UnderstandingReport Evaluate(IServiceProvider services, IReadOnlyList<LabelledUtterance> set)
    {
        var recognizer = services.GetRequiredService<Recognizer>();
        var judge = new EntityJudge(
            services.GetRequiredService<BranchDirectory>(),
            services.GetRequiredService<LibraryCatalog>()
        );
        // The first sentences run before the compiler has done its best; they are no resident's.
        foreach (var utterance in set.Take(WarmUp))
            recognizer.Recognize(utterance.Text);
        return new UnderstandingEvaluation(recognizer, services.GetRequiredService<TwoWishes>(), judge).Run(
            set,
            Progress.Of(set.Count)
        );
    }

    /// <summary>The Korean sentences that the recogniser learns from, as it learns them, for others to learn from.</summary>
    private static IEnumerable<string> Taught(IServiceProvider services)
    {
        var marks = new TrainingMarks(services.GetRequiredService<Lexicon>().Lists);
        var line = new JsonSerializerOptions(Json) { WriteIndented = false };
        return services
            .GetRequiredService<IReadOnlyList<TrainingExample>>()
            .Where(example => example.Language == LanguageGuess.Korean)
            .Select(example => JsonSerializer.Serialize(new { text = marks.Fill(example.Text), example.Intent }, line));
    }

    /// <summary>Pairs of a known name and its value, or null.</summary>
    private static Dictionary<string, string>? Options(List<string> options, params string[] names)
    {
        var named = new Dictionary<string, string>();
        for (var i = 0; i < options.Count; i += 2)
        {
            if (!names.Contains(options[i]) || i + 1 == options.Count)
                return null;
            named[options[i]] = options[i + 1];
        }
        return named;
    }
}
