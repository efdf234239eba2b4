using System.Numerics.Tensors;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// Trains the intent model: softmax regression by AdaGrad (Duchi, Hazan, Singer 2011) with one rate per feature. On these
/// short texts it is ten times as fast as ML.NET's SDCA, which keeps its weights by intent, and several points better.
/// </summary>
internal static class IntentTrainer
{
    private const int Epochs = 5;

    /// <summary>Enough to see what scores are worth.</summary>
    private const int EpochsOfTrial = 3;
    private const float Rate = 0.3f;
    private const float BiasRate = 0.01f;
    private const float FirstGradient = 0.01f;

    /// <summary>One part in so many is held back to see what the scores are worth.</summary>
    private const int Parts = 5;

    /// <summary>The model of all samples, with a temperature fitted on samples that a model had not seen.</summary>
    public static IntentModel Train(IReadOnlyList<Sample> samples, IntentFeatures features)
    {
        var table = TrainingTable.Of(samples, features);
        var judged = Task.Run(() => Held(table, Parts, 0, EpochsOfTrial));
        var model = Fit(table, table.Rows, Epochs);
        return new IntentModel(model, Calibration.Temperature([.. judged.Result.Select(found => found.Judged)]));
    }

    /// <summary>Every sample with the scores of a model that had not seen it.</summary>
    public static List<(Sample Sample, Judged Judged)> CrossValidate(TrainingTable table, int folds) =>
        [.. Enumerable.Range(0, folds).AsParallel().AsOrdered().SelectMany(fold => Held(table, folds, fold, Epochs))];

    private static List<(Sample Sample, Judged Judged)> Held(TrainingTable table, int folds, int fold, int epochs)
    {
        var held = Calibration.FoldsOf([.. table.Rows.Select(row => row.Sample)], folds);
        var model = Fit(table, [.. table.Rows.Where(row => held[row.Sample.Source] != fold)], epochs);
        return
        [
            .. table
                .Rows.Where(row => held[row.Sample.Source] == fold)
                .Select(row => (row.Sample, new Judged(model.Scores(row.Sample.Text, row.Sample.Entities), row.Label))),
        ];
    }

    /// <summary>The order is shuffled by a seed, so that the same samples make the same model every time.</summary>
    private static IntentModel Fit(TrainingTable table, IReadOnlyList<TrainingRow> rows, int epochs)
    {
        var intents = table.Intents.Length;
        var weights = new float[table.Vocabulary.Length * intents];
        var gradients = new float[table.Vocabulary.Length];
        Array.Fill(gradients, FirstGradient);
        var biases = new float[intents];
        var errors = new float[intents];
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new Random(1);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var place in order)
                Step(rows[place], weights, biases, gradients, errors);
        }
        for (var feature = 0; feature < table.Vocabulary.Length; feature++)
        {
            var row = weights.AsSpan(feature * intents, intents);
            TensorPrimitives.Multiply(row, table.Rarity[feature], row);
        }
        return new IntentModel(table.Intents, table.Vocabulary, weights, biases, table.Features);
    }

    private static void Step(TrainingRow row, float[] weights, float[] biases, float[] gradients, float[] errors)
    {
        var intents = biases.Length;
        biases.CopyTo(errors, 0);
        for (var i = 0; i < row.Features.Length; i++)
            TensorPrimitives.MultiplyAdd(
                weights.AsSpan(row.Features[i] * intents, intents),
                row.Values[i],
                errors,
                errors
            );
        TensorPrimitives.SoftMax(errors, errors);
        errors[row.Label] -= 1;
        TensorPrimitives.Multiply(errors, row.Weight, errors);
        var size = TensorPrimitives.SumOfSquares<float>(errors);
        for (var i = 0; i < row.Features.Length; i++)
        {
            var (feature, value) = (row.Features[i], row.Values[i]);
            gradients[feature] += size * value * value;
            var learnt = weights.AsSpan(feature * intents, intents);
            TensorPrimitives.MultiplyAdd(errors, -Rate * value / MathF.Sqrt(gradients[feature]), learnt, learnt);
        }
        TensorPrimitives.MultiplyAdd(errors, -BiasRate, biases, biases);
    }
}
