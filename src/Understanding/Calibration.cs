namespace Bupyeong.Chatbot.Understanding;

/// <summary>The raw scores of a sample that the model had not seen, and which intent was right.</summary>
internal readonly record struct Judged(float[] Scores, int Right);

/// <summary>Makes scores into probabilities that can be believed.</summary>
internal static class Calibration
{
    /// <summary>The temperature under which the right answers are likeliest, by golden-section search.</summary>
    public static float Temperature(IReadOnlyList<Judged> judged)
    {
        const double ratio = 0.618;
        var (low, high) = (0.1, 5.0);
        while (judged.Count > 0 && high - low > 0.01)
        {
            var (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
            if (Surprise(judged, left) < Surprise(judged, right))
                high = right;
            else
                low = left;
        }
        return judged.Count == 0 ? 1 : (float)((low + high) / 2);
    }

    /// <summary>A fold for every source, each intent spread evenly; fillings of one example never part.</summary>
    public static Dictionary<int, int> FoldsOf(IReadOnlyList<Sample> samples, int folds)
    {
        var counts = new Dictionary<string, int>();
        var held = new Dictionary<int, int>();
        foreach (var sample in samples)
        {
            if (held.ContainsKey(sample.Source))
                continue;
            var count = counts.GetValueOrDefault(sample.Intent);
            held[sample.Source] = count % folds;
            counts[sample.Intent] = count + 1;
        }
        return held;
    }

    private static double Surprise(IReadOnlyList<Judged> judged, double temperature) =>
        judged.Sum(one => -Math.Log(IntentModel.Probabilities(one.Scores, temperature)[one.Right] + 1e-12));
}
