using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Takes a sentence for what it means: intent, entities, language. Never changes, so any number of turns share it.</summary>
public sealed class Recognizer
{
    /// <summary>Nobody asks at greater length; a pasted page must not hold up the others.</summary>
    private const int Longest = 500;

    private const char PartMark = '/';

    /// <summary>A title is looked for when one of so many intents is about books.</summary>
    private const int LikelyIntents = 3;

    /// <summary>지금 is a day and an hour where something opens or is in; 지금 빌린 책 only says "my".</summary>
    private static readonly HashSet<string> OfTheMoment =
    [
        "branch-hours",
        "branch-facilities",
        "branch-place",
        "book-availability",
        "find-book",
        "find-program",
        "due-day",
    ];

    /// <summary>Behind 지금 these say what somebody does or has done, and behind 지금 in a question about a book those ask for the shelf.</summary>
    private static readonly string[] Doing =
    [
        "가는 길",
        "가는 중",
        "가는길",
        "가는중",
        "퇴근하",
        "출발",
        "빌렸",
        "빌린",
    ];
    private static readonly string[] AskingForNow =
    [
        .. "있나 있어 있음 있는지 있을까 빌릴 꽂혀 여나 열려 열었 닫혔".Split(' '),
    ];

    private static readonly IReadOnlyList<IntentScore> Untaught = [new("other-language", 1)];

    private readonly Dictionary<string, IntentClassifier> classifiers;
    private readonly LanguageGuess languages;
    private readonly EntityFinder entityFinder;
    private readonly TitleFinder titleFinder;
    private readonly Dictionary<string, ForeignRequests> requests;
    private readonly HashSet<string> aboutTitles;
    private readonly Dictionary<string, string> taught;

    private Recognizer(
        IReadOnlyList<TrainingExample> examples,
        Lexicon lexicon,
        Dictionary<string, IntentClassifier> classifiers,
        TitleFinder titleFinder
    )
    {
        this.classifiers = classifiers;
        languages = lexicon.Languages;
        entityFinder = new EntityFinder(lexicon.Lists, knowsTitles: true);
        this.titleFinder = titleFinder;
        requests = examples
            .Where(example => example.Language != LanguageGuess.Korean)
            .GroupBy(example => example.Language)
            .ToDictionary(language => language.Key, language => new ForeignRequests(language));
        aboutTitles =
        [
            .. examples
                .Where(example => example.Text.Contains("{title}", StringComparison.Ordinal))
                .Select(example => example.Intent),
        ];
        taught = examples
            .AsParallel()
            .Where(example => !example.Text.Contains('{', StringComparison.Ordinal))
            .GroupBy(example => KoreanText.Squash(example.Text), example => example.Intent)
            .Where(same => same.Key.Length > 0 && same.Distinct().Count() == 1)
            .ToDictionary(same => same.Key, same => same.First());
    }

    /// <summary>Learns from the examples, or reads what an earlier start has learnt from the same ones; held are the titles that the library has.</summary>
    public static Recognizer Build(
        IReadOnlyList<TrainingExample> examples,
        Lexicon lexicon,
        string cacheFolder,
        ILogger logger,
        IEnumerable<string>? held = null
    )
    {
        // The titles take as long to read as the model, and on a second processor meanwhile.
        var titles = Aside(() => TitlesOf(examples, lexicon, held ?? []));
        var classifiers = examples
            .GroupBy(example => example.Language)
            .ToDictionary(
                language => language.Key,
                language =>
                    Aside(() =>
                        IntentClassifier.TrainOrLoad(new TrainingSet([.. language], lexicon), cacheFolder, logger)
                    )
            )
            .ToDictionary(language => language.Key, language => language.Value.GetAwaiter().GetResult());
        return new Recognizer(examples, lexicon, classifiers, titles.GetAwaiter().GetResult());
    }

    /// <summary>On a thread of its own: those of the pool are for the queries within, which it waits for.</summary>
    private static Task<T> Aside<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static TitleFinder TitlesOf(
        IReadOnlyList<TrainingExample> examples,
        Lexicon lexicon,
        IEnumerable<string> held
    )
    {
        var frames = new FrameWords([.. examples.Where(example => example.Language == LanguageGuess.Korean)]);
        return new TitleFinder(lexicon.Lists, frames, new HeldTitles(held, frames));
    }

    public Recognition Recognize(string text)
    {
        var tidy = KoreanText.Tidy(text.Length > Longest ? text[..Longest] : text);
        var read = KeyboardLayout.LooksMistyped(tidy) ? KeyboardLayout.ToHangul(tidy) : tidy;
        var language = languages.Of(read);
        var entities = entityFinder.Find(read, language);
        var (ranked, parts) = Whole(AsTaught(read, Rank(read, entities, language)));
        var best = ranked[0];
        return new Recognition(
            read,
            best.Intent,
            best.Score,
            ranked,
            WithTitle(read, OfMoment(read, entities, best.Intent), ranked, language),
            language
        )
        {
            IsFollowUp = FollowUp.Is(read, entities),
            Parts = parts,
        };
    }

    /// <summary>By what is taught in the language; of one in which nothing is, nothing is known.</summary>
    private IReadOnlyList<IntentScore> Rank(string text, List<Entity> entities, string language) =>
        classifiers.TryGetValue(LanguageGuess.IsKorean(language) ? LanguageGuess.Korean : language, out var classifier)
            ? classifier.Rank(text, entities)
            : Untaught;

    /// <summary>Parts of intents, such as "library-rule/unanswered", counted in their intents, and by themselves.</summary>
    private static (IReadOnlyList<IntentScore> Ranked, IReadOnlyList<IntentScore> Parts) Whole(
        IReadOnlyList<IntentScore> ranked
    )
    {
        List<IntentScore>? parts = null;
        foreach (var score in ranked)
        {
            if (score.Intent.Contains(PartMark))
                (parts ??= []).Add(score);
        }
        if (parts is null)
            return (ranked, []);
        var whole = ranked.Except(parts).ToArray();
        foreach (var part in parts)
        {
            var at = Array.FindIndex(
                whole,
                score => part.Intent.StartsWith($"{score.Intent}{PartMark}", StringComparison.Ordinal)
            );
            whole[at] = whole[at] with { Score = Math.Min(1, whole[at].Score + part.Score) };
        }
        Array.Sort(whole, static (one, other) => other.Score.CompareTo(one.Score));
        return (whole, parts);
    }

    /// <summary>A sentence that is taught word for word, as every quick reply may be, means what it was taught for.</summary>
    private IReadOnlyList<IntentScore> AsTaught(string text, IReadOnlyList<IntentScore> ranked) =>
        taught.TryGetValue(KoreanText.Squash(text), out var intent)
            ? [new(intent, 1), .. ranked.Where(other => other.Intent != intent)]
            : ranked;

    private static List<Entity> OfMoment(string text, List<Entity> entities, string intent) =>
        [.. entities.Where(entity => entity.When is not Now || IsOfMoment(text[entity.End..], intent))];

    private static bool IsOfMoment(string rest, string intent) =>
        !Array.Exists(Doing, rest.Contains)
        && (
            OfTheMoment.Contains(intent)
            || (!intent.StartsWith("my-", StringComparison.Ordinal) && Array.Exists(AskingForNow, rest.Contains))
        );

    /// <summary>A title that nobody marked is looked for when a book may be meant at all.</summary>
    private List<Entity> WithTitle(
        string text,
        List<Entity> entities,
        IReadOnlyList<IntentScore> ranked,
        string language
    )
    {
        var meant = aboutTitles.Contains(ranked[0].Intent);
        var possible =
            ranked[0].Score < Confidence.Sure
            && (
                ranked.Take(LikelyIntents).Any(intent => aboutTitles.Contains(intent.Intent))
                || titleFinder.Names(text, entities)
            );
        if ((!meant && !possible) || TitleOf(text, entities, language) is not { } title)
            return OneTitle(entities);
        var others = entities.Where(entity =>
            entity.Type != EntityTypes.Title && (entity.End <= title.Start || entity.Start >= title.End)
        );
        return [.. others.Append(title).OrderBy(entity => entity.Start)];
    }

    private Entity? TitleOf(string text, List<Entity> entities, string language) =>
        requests.TryGetValue(language, out var request)
            ? entities.Find(entity => entity.Type == EntityTypes.Title)
                ?? titleFinder.Named(text, entities)
                ?? request.Find(text, entities)
            : titleFinder.Find(text, entities);

    private static List<Entity> OneTitle(List<Entity> entities)
    {
        var first = entities.Find(entity => entity.Type == EntityTypes.Title);
        return [.. entities.Where(entity => entity.Type != EntityTypes.Title || entity == first)];
    }
}
