using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Tests.Understanding;

/// <summary>Five-fold cross-validation over the training sentences: where <see cref="Confidence"/> comes from.</summary>
public sealed class CrossValidationTests(ITestOutputHelper output)
{
    // With 23 dialogs it was 0.81; the more dialogs there are to choose from, the more often the nearest is a neighbour.
    private const double AccuracyFloor = 0.79;

    [Fact]
    public void Sentences_that_were_held_back_are_understood_and_the_score_says_how_surely()
    {
        var samples = new TrainingSet(Words.Examples, Words.Lists).Samples();
        var temperature = IntentTrainer.Train(samples).Temperature;
        var weights = samples.CountBy(sample => sample.Source).ToDictionary(pair => pair.Key, pair => 1.0 / pair.Value);
        var judged = IntentTrainer
            .CrossValidate(TrainingTable.Of(samples), 5)
            .Select(found => Guess.Of(found.Judged, temperature, weights[found.Sample.Source]))
            .ToList();

        var all = Accuracy(judged);
        var sure = Accuracy(judged.Where(guess => guess.Score >= Confidence.Sure));
        var miss = Accuracy(judged.Where(guess => guess.Score < Confidence.Miss));
        output.WriteLine($"right: all {all:P1}, sure {sure:P1}, miss {miss:P1}; temperature {temperature:F2}");
        output.WriteLine(
            $"sure of {judged.Where(guess => guess.Score >= Confidence.Sure).Sum(guess => guess.Weight):F0} of {weights.Count}"
        );

        Assert.True(all >= AccuracyFloor);
        Assert.True(sure >= 0.94);
        Assert.True(miss < 0.5);
    }

    private static double Accuracy(IEnumerable<Guess> guesses)
    {
        var list = guesses.ToList();
        return list.Where(guess => guess.Right).Sum(guess => guess.Weight) / list.Sum(guess => guess.Weight);
    }

    /// <summary>Fillings of one example share its weight.</summary>
    private sealed record Guess(double Score, bool Right, double Weight)
    {
        public static Guess Of(Judged judged, double temperature, double weight)
        {
            var odds = IntentModel.Probabilities(judged.Scores, temperature);
            var best = odds.IndexOf(odds.Max());
            return new Guess(odds[best], best == judged.Right, weight);
        }
    }
}
