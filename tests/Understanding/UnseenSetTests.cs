using Bupyeong.Chatbot.Evaluation;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Tests.Understanding;

/// <summary>Sentences by writers who had not read the training sentences, as residents will not have.</summary>
public sealed class UnseenSetTests(ITestOutputHelper output)
{
    private const double AccuracyFloor = 0.86;
    private const double StyleFloor = 0.8;
    private const double SureFloor = 0.96;
    private const double OutOfScopeFloor = 0.72;
    private const double MostRefused = 0.03;
    private const double MostAlike = 0.8;

    private static readonly Lazy<IReadOnlyList<LabelledUtterance>> Unseen = new(() =>
        UtteranceSet.Read(Path.Combine(AppContext.BaseDirectory, "Understanding", "unseen.jsonl"))
    );

    /// <summary>One wish each, in Korean: no floor holds two wishes in one message or other languages yet.</summary>
    private static readonly Lazy<IReadOnlyList<Answer>> Answers = new(() =>
        [
            .. Unseen
                .Value.Where(line => line is { Then: null, Language: LanguageGuess.Korean })
                .Select(line => new Answer(line, Words.Recognizer.Recognize(line.Text))),
        ]
    );

    [Fact]
    public void Residents_are_understood_in_every_style()
    {
        output.WriteLine($"all: {Right(Answers.Value)}");
        foreach (var style in Answers.Value.GroupBy(answer => answer.Line.Style))
        {
            output.WriteLine($"style {style.Key}: {Right([.. style])}");
            Assert.True(Accuracy([.. style]) >= StyleFloor, style.Key);
        }
        Assert.True(Accuracy(Answers.Value) >= AccuracyFloor);
    }

    [Fact]
    public void A_sure_answer_is_right()
    {
        var sure = Answers.Value.Where(answer => answer.Read.Score >= Confidence.Sure).ToList();
        output.WriteLine($"sure: {Right(sure)}");
        Assert.True(Accuracy(sure) >= SureFloor);
    }

    [Fact]
    public void What_is_not_the_librarys_business_is_noticed_and_what_is_is_not_refused()
    {
        var byScope = Answers.Value.ToLookup(answer => answer.Line.Intent == "out-of-scope");
        var refused = byScope[false].Count(answer => answer.Read.Intent == "out-of-scope");
        output.WriteLine($"out of scope: {Right([.. byScope[true]])}; refused: {refused}");
        Assert.True(Accuracy([.. byScope[true]]) >= OutOfScopeFloor);
        Assert.True((double)refused / byScope[false].Count() <= MostRefused);
    }

    [Fact]
    public void The_set_is_large_and_every_kind_of_question_that_stands_alone_is_in_it()
    {
        Assert.True(Unseen.Value.Count >= 1500);
        // What only means something after another message, and what is a way of writing, is no kind of its own here.
        var kinds = Unseen.Value.Select(line => line.Kind).OfType<int>().ToHashSet();
        Assert.Equal([112, 115, 122], Enumerable.Range(1, 124).Except(kinds));
    }

    /// <summary>Jaccard over the pairs of syllables.</summary>
    [Fact]
    public void No_unseen_sentence_is_nearly_a_training_sentence()
    {
        var taught = new TrainingSet(Words.Examples, Words.Lexicon).Samples().Select(sample => sample.Text);
        var known = taught.Concat(Words.Examples.Select(example => example.Text)).Select(Pairs).Distinct().ToList();
        var having = known
            .SelectMany((pairs, place) => pairs.Select(pair => (pair, place)))
            .ToLookup(one => one.pair, one => one.place);
        var alike = Unseen.Value.Where(line =>
        {
            var pairs = Pairs(line.Text);
            var shared = pairs.SelectMany(pair => having[pair]).CountBy(place => place);
            return shared.Any(one => (double)one.Value / (pairs.Count + known[one.Key].Count - one.Value) >= MostAlike);
        });
        Assert.Empty(alike.Select(line => line.Text));
    }

    private static HashSet<string> Pairs(string text)
    {
        var squashed = KoreanText.Squash(text);
        return squashed.Length < 2
            ? [squashed]
            : [.. Enumerable.Range(0, squashed.Length - 1).Select(at => squashed.Substring(at, 2))];
    }

    private static double Accuracy(IReadOnlyCollection<Answer> answers) =>
        Share.Of([.. answers.Select(a => a.IsRight)]).Value;

    private static string Right(IReadOnlyCollection<Answer> answers) =>
        $"{Share.Of([.. answers.Select(a => a.IsRight)])}";

    private sealed record Answer(LabelledUtterance Line, Recognition Read)
    {
        public bool IsRight => Read.Intent == Line.Intent;
    }
}
