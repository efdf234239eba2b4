using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// Trains the intent model: softmax regression by AdaGrad (Duchi, Hazan, Singer 2011) with one rate per feature. On these
/// short texts it is ten times as fast as ML.NET's SDCA, which keeps its weights by intent, and several points better.
/// </summary>
internal static class IntentTrainer
{
    private const int Epochs = 4;

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
        // Rows of whole vectors, so that no loop has a rest to see to.
        var stride = (intents + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        var weights = new float[table.Vocabulary.Length * stride];
        var gradients = new float[table.Vocabulary.Length];
        Array.Fill(gradients, FirstGradient);
        var biases = new float[stride];
        biases.AsSpan(intents).Fill(float.NegativeInfinity);
        var errors = new float[stride];
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var random = new Random(1);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var place in order)
                Step(rows[place], weights, biases, gradients, errors);
        }
        return new IntentModel(
            table.Intents,
            table.Vocabulary,
            Learnt(table, weights, stride),
            biases[..intents],
            table.Features
        );
    }

    /// <summary>The weights without what fills up their rows, for features that count as they are.</summary>
    private static float[] Learnt(TrainingTable table, float[] weights, int stride)
    {
        var intents = table.Intents.Length;
        var learnt = new float[table.Vocabulary.Length * intents];
        for (var feature = 0; feature < table.Vocabulary.Length; feature++)
            TensorPrimitives.Multiply(
                weights.AsSpan(feature * stride, intents),
                table.Rarity[feature],
                learnt.AsSpan(feature * intents, intents)
            );
        return learnt;
    }

    private static void Step(TrainingRow row, float[] weights, float[] biases, float[] gradients, float[] errors)
    {
        var rows = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan());
        var sums = MemoryMarshal.Cast<float, Vector<float>>(errors.AsSpan());
        biases.CopyTo(errors, 0);
        for (var i = 0; i < row.Features.Length; i++)
            AddTimes(rows.Slice(row.Features[i] * sums.Length, sums.Length), row.Values[i], sums);
        TensorPrimitives.SoftMax(errors, errors);
        errors[row.Label] -= 1;
        TensorPrimitives.Multiply(errors, row.Weight, errors);
        var size = TensorPrimitives.SumOfSquares<float>(errors);
        for (var i = 0; i < row.Features.Length; i++)
        {
            var (feature, value) = (row.Features[i], row.Values[i]);
            gradients[feature] += size * value * value;
            var rate = -Rate * value / MathF.Sqrt(gradients[feature]);
            AddTimes(sums, rate, rows.Slice(feature * sums.Length, sums.Length));
        }
        TensorPrimitives.MultiplyAdd(errors, -BiasRate, biases, biases);
    }

    /// <summary>Learning is this loop: written out here it is half as long as a call of a library for six vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTimes(ReadOnlySpan<Vector<float>> vectors, float times, Span<Vector<float>> sums)
    {
        for (var i = 0; i < sums.Length && i < vectors.Length; i++)
            sums[i] += vectors[i] * times;
    }
}
