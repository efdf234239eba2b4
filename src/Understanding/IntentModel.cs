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
        return
        [
            .. Intents.Zip(odds, (intent, odd) => new IntentScore(intent, odd)).OrderByDescending(score => score.Score),
        ];
    }

    /// <summary>Raw scores; features that training never saw count in the length only, and so lower the confidence.</summary>
    public double[] Scores(string text, IReadOnlyList<Entity> entities)
    {
        var found = features.Of(text, entities);
        var scores = new double[Intents.Length];
        var length = Math.Sqrt(Math.Max(1, found.Count));
        foreach (var (feature, value) in found)
        {
            if (!rows.TryGetValue(feature, out var row))
                continue;
            var weights = Weights.AsSpan(row * Intents.Length, Intents.Length);
            for (var i = 0; i < scores.Length; i++)
                scores[i] += weights[i] * value / length;
        }
        for (var i = 0; i < scores.Length; i++)
            scores[i] += Biases[i];
        return scores;
    }

    public static double[] Probabilities(double[] scores, double temperature)
    {
        var highest = scores.Max();
        var powers = scores.Select(score => Math.Exp((score - highest) / temperature)).ToArray();
        var sum = powers.Sum();
        return [.. powers.Select(power => power / sum)];
    }
}
