using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Takes a sentence for what it means: intent, entities, language. Never changes, so any number of turns share it.</summary>
public sealed class Recognizer
{
    /// <summary>Nobody asks at greater length; a pasted page must not hold up the others.</summary>
    private const int Longest = 500;

    /// <summary>A title is looked for when one of so many intents is about books.</summary>
    private const int LikelyIntents = 3;

    private const double Unsure = Confidence.Sure - 0.01;

    private readonly IntentClassifier classifier;
    private readonly EntityFinder entityFinder;
    private readonly TitleFinder titleFinder;
    private readonly HashSet<string> aboutTitles;
    private readonly Dictionary<string, string> taught;

    private Recognizer(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<EntityList> lists,
        IntentClassifier classifier
    )
    {
        this.classifier = classifier;
        entityFinder = new EntityFinder(lists, knowsTitles: true);
        titleFinder = new TitleFinder(lists);
        aboutTitles =
        [
            .. examples
                .Where(example => example.Text.Contains("{title}", StringComparison.Ordinal))
                .Select(example => example.Intent),
        ];
        taught = examples
            .Where(example => !example.Text.Contains('{', StringComparison.Ordinal))
            .GroupBy(example => KoreanText.Squash(example.Text), example => example.Intent)
            .Where(same => same.Distinct().Count() == 1)
            .ToDictionary(same => same.Key, same => same.First());
    }

    /// <summary>Learns from the examples, or reads what an earlier start has learnt from the same ones.</summary>
    public static Recognizer Build(
        IReadOnlyList<TrainingExample> examples,
        IReadOnlyList<EntityList> lists,
        string cacheFolder,
        ILogger logger
    ) => new(examples, lists, IntentClassifier.TrainOrLoad(new TrainingSet(examples, lists), cacheFolder, logger));

    public Recognition Recognize(string text)
    {
        var tidy = KoreanText.Tidy(text.Length > Longest ? text[..Longest] : text);
        var read = KeyboardLayout.LooksMistyped(tidy) ? KeyboardLayout.ToHangul(tidy) : tidy;
        var entities = entityFinder.Find(read);
        var language = LanguageGuess.Of(read);
        var ranked = AsTaught(read, InKorean(language, classifier.Rank(read, entities)));
        var best = ranked[0];
        return new Recognition(read, best.Intent, best.Score, ranked, WithTitle(read, entities, ranked), language)
        {
            IsFollowUp = FollowUp.Is(read, entities),
        };
    }

    /// <summary>The dialogs are taught in Korean, so of a sentence in another language nothing is sure.</summary>
    private static IReadOnlyList<IntentScore> InKorean(string language, IReadOnlyList<IntentScore> ranked) =>
        LanguageGuess.IsKorean(language)
            ? ranked
            : [.. ranked.Select(intent => intent with { Score = Math.Min(intent.Score, Unsure) })];

    /// <summary>A sentence that is taught word for word, as every quick reply may be, means what it was taught for.</summary>
    private IReadOnlyList<IntentScore> AsTaught(string text, IReadOnlyList<IntentScore> ranked) =>
        taught.TryGetValue(KoreanText.Squash(text), out var intent)
            ? [new(intent, 1), .. ranked.Where(other => other.Intent != intent)]
            : ranked;

    /// <summary>A title that nobody marked is looked for when a book may be meant at all.</summary>
    private List<Entity> WithTitle(string text, List<Entity> entities, IReadOnlyList<IntentScore> ranked)
    {
        var meant = aboutTitles.Contains(ranked[0].Intent);
        var possible =
            ranked[0].Score < Confidence.Sure
            && ranked.Take(LikelyIntents).Any(intent => aboutTitles.Contains(intent.Intent));
        if ((!meant && !possible) || titleFinder.Find(text, entities) is not { } title)
            return OneTitle(entities);
        var others = entities.Where(entity =>
            entity.Type != EntityTypes.Title && (entity.End <= title.Start || entity.Start >= title.End)
        );
        return [.. others.Append(title).OrderBy(entity => entity.Start)];
    }

    private static List<Entity> OneTitle(List<Entity> entities)
    {
        var first = entities.Find(entity => entity.Type == EntityTypes.Title);
        return [.. entities.Where(entity => entity.Type != EntityTypes.Title || entity == first)];
    }
}
