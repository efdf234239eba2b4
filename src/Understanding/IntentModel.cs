using System.Numerics.Tensors;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A linear model as plain numbers: one row of weights per feature, one column per intent.</summary>
internal sealed class IntentModel
{
    private readonly IntentFeatures features;
    private readonly Dictionary<ulong, int> rows;

    public IntentModel(string[] intents, ulong[] vocabulary, float[] weights, float[] biases, IntentFeatures features)
    {
        this.features = features;
        (Intents, Vocabulary, Weights, Biases) = (intents, vocabulary, weights, biases);
        rows = new Dictionary<ulong, int>(vocabulary.Length);
        for (var row = 0; row < vocabulary.Length; row++)
            rows[vocabulary[row]] = row;
    }

    /// <summary>The same model with scores that are worth what they say.</summary>
    public IntentModel(IntentModel model, float temperature)
        : this(model.Intents, model.Vocabulary, model.Weights, model.Biases, model.features) =>
        Temperature = temperature;

    public string[] Intents { get; }
    public ulong[] Vocabulary { get; }
    public float[] Weights { get; }
    public float[] Biases { get; }

    /// <summary>Divides the raw scores, so that a probability of 0.8 is right in eight cases of ten.</summary>
    public float Temperature { get; init; } = 1;

    public IReadOnlyList<IntentScore> Rank(string text, IReadOnlyList<Entity> entities)
    {
        var odds = Probabilities(Scores(text, entities), Temperature);
        var ranked = new IntentScore[odds.Length];
        for (var i = 0; i < ranked.Length; i++)
            ranked[i] = new IntentScore(Intents[i], odds[i]);
        Array.Sort(ranked, static (one, other) => other.Score.CompareTo(one.Score));
        return ranked;
    }

    /// <summary>Raw scores; features that training never saw count in the length only, and so lower the confidence.</summary>
    public float[] Scores(string text, IReadOnlyList<Entity> entities)
    {
        var found = features.Of(text, entities);
        var scores = new float[Intents.Length];
        foreach (var (feature, value) in found)
        {
            if (rows.TryGetValue(feature, out var row))
                TensorPrimitives.MultiplyAdd(Row(row), value, scores, scores);
        }
        TensorPrimitives.Divide(scores, MathF.Sqrt(Math.Max(1, found.Count)), scores);
        TensorPrimitives.Add(scores, Biases, scores);
        return scores;
    }

    public static double[] Probabilities(ReadOnlySpan<float> scores, double temperature)
    {
        var highest = TensorPrimitives.Max(scores);
        var odds = new double[scores.Length];
        for (var i = 0; i < odds.Length; i++)
            odds[i] = Math.Exp((scores[i] - highest) / temperature);
        TensorPrimitives.Divide(odds, TensorPrimitives.Sum<double>(odds), odds);
        return odds;
    }

    private ReadOnlySpan<float> Row(int row) => Weights.AsSpan(row * Intents.Length, Intents.Length);
}
