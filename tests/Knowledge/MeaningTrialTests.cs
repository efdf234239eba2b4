using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Embeddings;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>Whether meaning answers where words do not: only by a model that has shown that it can tell.</summary>
public sealed class MeaningTrialTests : IDisposable
{
    private const int Subjects = 60;
    private const int Strange = 200;
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Hearing OfRules = new(0.9, 0.05);

    private readonly TemporaryFolder folder = new();
    private readonly List<IDisposable> opened = [];

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    [Fact]
    public async Task A_model_that_knows_lets_an_entry_answer_with_which_a_question_shares_no_word()
    {
        var words = Open(null);
        var meaning = Open(SubjectOf);

        Assert.Null(await words.MeaningTrial);
        Assert.NotNull((await meaning.MeaningTrial)?.Floor);
        for (var subject = 0; subject < Subjects; subject++)
        {
            Assert.Null(words.Ask(Word(subject, 'z'), Today, OfRules));
            Assert.Equal($"entry-{subject}", meaning.Ask(Word(subject, 'z'), Today, OfRules)?.Entry.Slug);
        }
    }

    [Fact]
    public async Task Nothing_is_answered_that_is_far_from_all_or_sounds_like_something_else()
    {
        var meaning = Open(SubjectOf);
        Assert.NotNull((await meaning.MeaningTrial)?.Floor);

        Assert.Null(meaning.Ask("strange", Today, OfRules));
        Assert.Null(meaning.Ask(Word(7, 'z'), Today, new Hearing(0.1, 0.8)));
        Assert.Null(meaning.Ask(Word(7, 'z'), Today));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_model_that_knows_nothing_changes_no_answer(int dimensions)
    {
        var words = Open(null);
        var useless = Open(text => Random(text, dimensions));
        var trial = await useless.MeaningTrial;

        Assert.NotNull(trial);
        Assert.Null(trial.Floor);
        var asked = Enumerable.Range(0, Subjects).SelectMany(subject => "abcz".Select(way => Word(subject, way)));
        foreach (var question in asked.Concat(InVain()))
            Assert.Equal(
                words.Ask(question, Today, OfRules)?.Entry.Slug,
                useless.Ask(question, Today, OfRules)?.Entry.Slug
            );
    }

    [Fact]
    public void A_floor_that_does_not_hold_on_the_other_half_is_none()
    {
        NearestEntry[] asked =
        [
            .. Enumerable.Range(0, 400).Select(at => new NearestEntry(at % 2 == 0 ? 0.9 : 0.5, 0.2, true, false)),
            .. Enumerable.Range(0, 400).Select(at => new NearestEntry(at % 2 == 0 ? 0.5 : 0.9, 0.2, false, true)),
        ];

        Assert.Null(MeaningTrial.Of(asked).Floor);
        Assert.NotNull(
            MeaningTrial.Of([.. asked.Where((_, at) => at % 2 == 0).SelectMany(one => new[] { one, one })]).Floor
        );
    }

    [Fact]
    public void Of_few_questions_nothing_is_concluded()
    {
        var asked = Enumerable.Range(0, 100).Select(at => new NearestEntry(at % 2, 1, at % 2 == 1, at % 2 == 0));
        Assert.Null(MeaningTrial.Of([.. asked]).Floor);
    }

    private KnowledgeBase Open(Func<string, float[]>? vectorOf)
    {
        File.WriteAllLines(Path.Combine(folder.Path, UnanswerableQuestions.File), InVain());
        var place = Path.Combine(folder.Path, $"{opened.Count}");
        var engine = new SearchEngine(new SearchOptions(), place, NullLogger<SearchEngine>.Instance)
        {
            Hybrid = vectorOf is null ? null : HybridOf(vectorOf, place),
        };
        var knowledge = KnowledgeBase.Of(
            [.. Enumerable.Range(0, Subjects).Select(EntryOf)],
            Synonyms.Read(ShippedKnowledge.SynonymsPath),
            Rules.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", KnowledgeBase.RulesFile)),
            engine,
            UnanswerableQuestions.Read(folder.Path, Synonyms.None)
        );
        opened.AddRange([knowledge, engine]);
        return knowledge;
    }

    private HybridSearch HybridOf(Func<string, float[]> vectorOf, string place)
    {
        var settings = new EmbeddingSettings();
        var model = new EmbeddingModel(
            new Table(vectorOf),
            settings,
            TimeProvider.System,
            NullLogger<EmbeddingModel>.Instance
        );
        var hybrid = new HybridSearch(
            model,
            settings,
            new VectorFile(place, "table"),
            TimeProvider.System,
            NullLogger<HybridSearch>.Instance
        );
        opened.Add(hybrid);
        return hybrid;
    }

    /// <summary>Three ways to say the subject are the entry's own; the fourth, z, nobody wrote.</summary>
    private static KnowledgeEntry EntryOf(int subject) =>
        new(
            $"entry-{subject}",
            Word(subject, 'a'),
            [],
            [],
            new DateOnly(2026, 1, 1),
            null,
            "owner",
            "source",
            EntryStatus.Published,
            [Word(subject, 'b'), Word(subject, 'c')],
            $"{Word(subject, 'a')}.",
            "test"
        );

    private static IEnumerable<string> InVain() =>
        Enumerable.Range(0, Strange).Select(at => $"strange {Word(at, 'y')}y");

    private static string Word(int subject, char way) =>
        $"q{(char)('a' + subject / 26)}{(char)('a' + subject % 26)}{way}";

    /// <summary>The subject's own axis, whichever way it is said; all that is strange has one together.</summary>
    private static float[] SubjectOf(string text)
    {
        var vector = new float[Subjects + 1];
        var subject = Enumerable.Range(0, Subjects).Where(at => Ways(at).Contains(text.TrimEnd('.')));
        vector[subject.FirstOrDefault(Subjects)] = 1;
        return vector;
    }

    private static IEnumerable<string> Ways(int subject) => "abcz".Select(way => Word(subject, way));

    private static float[] Random(string text, int dimensions)
    {
        var random = new Random(text.Sum(letter => letter * 31));
        return UnitVector.Of([.. Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() + 0.01f)]);
    }

    private sealed class Table(Func<string, float[]> vectorOf) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        ) =>
            Task.FromResult(
                new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(vectorOf(text))))
            );

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose() { }
    }
}
