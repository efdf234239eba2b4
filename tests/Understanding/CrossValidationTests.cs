using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Tests.Understanding;

/// <summary>Five-fold cross-validation over the training sentences: where <see cref="Confidence"/> comes from.</summary>
public sealed class CrossValidationTests(ITestOutputHelper output)
{
    // With 23 dialogs it was 0.81; the more dialogs there are to choose from, the more often the nearest is a neighbour.
    private const double AccuracyFloor = 0.76;
    private const double RuleFloor = 0.8;
    private const double SureRuleFloor = 0.9;
    private const string Rules = "library-rule";

    [Fact]
    public void Sentences_that_were_held_back_are_understood_and_the_score_says_how_surely()
    {
        var samples = new TrainingSet(Words.Korean, Words.Lexicon).Samples();
        var temperature = IntentTrainer.Train(samples, Words.Lexicon.Features).Temperature;
        var weights = samples.CountBy(sample => sample.Source).ToDictionary(pair => pair.Key, pair => 1.0 / pair.Value);
        var judged = IntentTrainer
            .CrossValidate(TrainingTable.Of(samples, Words.Lexicon.Features), 5)
            .Select(found => Guess.Of(found.Sample.Intent, found.Judged, temperature, weights[found.Sample.Source]))
            .ToLookup(guess => guess.Intent == Rules);
        var dialogs = Report("dialogs", [.. judged[false]]);
        var rules = Report("rules", [.. judged[true]]);
        output.WriteLine($"temperature {temperature:F2}");

        Assert.True(dialogs.All >= AccuracyFloor);
        Assert.True(dialogs.Sure >= 0.92);
        Assert.True(dialogs.Miss < 0.5);
        Assert.True(rules.All >= RuleFloor);
        Assert.True(rules.Sure >= SureRuleFloor);
    }

    private (double All, double Sure, double Miss) Report(string name, IReadOnlyList<Guess> guesses)
    {
        var all = Accuracy(guesses);
        var sure = Accuracy(guesses.Where(guess => guess.Score >= Confidence.Sure));
        var miss = Accuracy(guesses.Where(guess => guess.Score < Confidence.Miss));
        var surely = guesses.Where(guess => guess.Score >= Confidence.Sure).Sum(guess => guess.Weight);
        output.WriteLine(
            $"{name}: right {all:P1}, sure {sure:P1} ({surely:F0} of {guesses.Sum(guess => guess.Weight):F0}), miss {miss:P1}"
        );
        return (all, sure, miss);
    }

    private static double Accuracy(IEnumerable<Guess> guesses)
    {
        var list = guesses.ToList();
        return list.Where(guess => guess.Right).Sum(guess => guess.Weight) / list.Sum(guess => guess.Weight);
    }

    /// <summary>Fillings of one example share its weight.</summary>
    private sealed record Guess(string Intent, double Score, bool Right, double Weight)
    {
        public static Guess Of(string intent, Judged judged, double temperature, double weight)
        {
            var odds = IntentModel.Probabilities(judged.Scores, temperature);
            var best = odds.IndexOf(odds.Max());
            return new Guess(intent, odds[best], best == judged.Right, weight);
        }
    }
}
