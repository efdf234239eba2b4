using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>"evaluate understanding": how well sentences that nobody taught are understood, on a set of anybody's own.</summary>
public static class EvaluationDoor
{
    public const string Command = "evaluate";
    private const string Usage = "usage: evaluate understanding [--set FILE] [--report FILE] [--taught FILE]";
    private const int Unusable = 2;

    private static readonly string OwnSet = Path.Combine("tests", "Understanding", "unseen.jsonl");

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
        if (words is not ["understanding", .. var options] || Options(options) is not { } named)
        {
            await Console.Error.WriteLineAsync(Usage);
            return Unusable;
        }
        try
        {
            var set = UtteranceSet.Read(named.GetValueOrDefault("--set", OwnSet));
            await using var app = build();
            if (named.TryGetValue("--taught", out var taught))
                await File.WriteAllLinesAsync(taught, Taught(app.Services));
            var report = Evaluate(app.Services, set);
            new UnderstandingPrinter(Console.Out).Print(report);
            if (named.TryGetValue("--report", out var path))
                await File.WriteAllTextAsync(path, JsonSerializer.Serialize(report, Json));
            return 0;
        }
        catch (Exception unusable) when (unusable is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(unusable.Message);
            return Unusable;
        }
    }

    private static UnderstandingReport Evaluate(IServiceProvider services, IReadOnlyList<LabelledUtterance> set)
    {
        var recognizer = services.GetRequiredService<Recognizer>();
        var judge = new EntityJudge(
            services.GetRequiredService<BranchDirectory>(),
            services.GetRequiredService<LibraryCatalog>()
        );
        // The first sentences run before the compiler has done its best; they are no resident's.
        foreach (var utterance in set.Take(200))
            recognizer.Recognize(utterance.Text);
        return new UnderstandingEvaluation(recognizer, judge).Run(set, Progress.Of(set.Count));
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
    private static Dictionary<string, string>? Options(List<string> options)
    {
        var named = new Dictionary<string, string>();
        for (var i = 0; i < options.Count; i += 2)
        {
            if (options[i] is not ("--set" or "--report" or "--taught") || i + 1 == options.Count)
                return null;
            named[options[i]] = options[i + 1];
        }
        return named;
    }
}
