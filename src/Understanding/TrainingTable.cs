using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A sample in numbers: which features it has, what each counts, and how much the sample weighs.</summary>
internal sealed record TrainingRow(Sample Sample, int[] Features, float[] Values, int Label, float Weight);

/// <summary>All samples in numbers, over one vocabulary.</summary>
internal sealed class TrainingTable
{
    /// <summary>What only one or two examples have tells nothing of others.</summary>
    private const int LeastExamples = 3;

    /// <summary>
    /// How far a small intent is made up for: at 1 all intents would weigh the same however many examples they have, at 0
    /// all examples. Between the two, rules and what is out of scope, of which there are most, neither drown nor starve.
    /// </summary>
    private const float Evening = 0.7f;

    /// <summary>Features are counted in so many parts side by side.</summary>
    private const int CountingParts = 4;

    private TrainingTable(IReadOnlyList<Sample> samples, IntentFeatures features)
    {
        Features = features;
        var sizes = samples.CountBy(sample => sample.Intent).ToDictionary();
        Intents = [.. sizes.Keys.Order(StringComparer.Ordinal)];
        var found = samples
            .AsParallel()
            .AsOrdered()
            .Select(sample => features.Of(sample.Text, sample.Entities).ToArray())
            .ToArray();
        var common = Enumerable
            .Range(0, CountingParts)
            .AsParallel()
            .SelectMany(part => Counted(found, part))
            .Where(count => count.Value >= LeastExamples)
            .OrderBy(count => count.Key)
            .ToArray();
        Vocabulary = Array.ConvertAll(common, count => count.Key);
        Rarity = Array.ConvertAll(common, count => MathF.Log(1 + (float)samples.Count / count.Value));
        var places = Vocabulary.Index().ToDictionary(feature => feature.Item, feature => feature.Index);
        Rows =
        [
            .. samples
                .Zip(found)
                .AsParallel()
                .AsOrdered()
                .Select(pair => RowOf(pair.First, pair.Second, places, sizes)),
        ];
    }

    public IntentFeatures Features { get; }
    public string[] Intents { get; }
    public ulong[] Vocabulary { get; }

    /// <summary>Inverse document frequency: what few samples have says more of them.</summary>
    public float[] Rarity { get; }

    public IReadOnlyList<TrainingRow> Rows { get; }

    public static TrainingTable Of(IReadOnlyList<Sample> samples, IntentFeatures features) => new(samples, features);

    /// <summary>How many samples have each feature, of those features that fall to one part.</summary>
    private static Dictionary<ulong, int> Counted(KeyValuePair<ulong, float>[][] found, int part)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (var row in found)
        foreach (var (feature, _) in row)
        {
            if (feature % CountingParts == (ulong)part)
                CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }
        return counts;
    }

    private TrainingRow RowOf(
        Sample sample,
        KeyValuePair<ulong, float>[] row,
        Dictionary<ulong, int> places,
        Dictionary<string, int> sizes
    )
    {
        var (features, values) = (new List<int>(row.Length), new List<float>(row.Length));
        foreach (var (feature, value) in row)
        {
            if (!places.TryGetValue(feature, out var place))
                continue;
            features.Add(place);
            values.Add(value * Rarity[place]);
        }
        var (known, counted) = (features.ToArray(), values.ToArray());
        Array.Sort(known, counted);
        TensorPrimitives.Divide(counted, MathF.Sqrt(known.Length), counted);
        var even = (float)sizes.Values.Sum() / Intents.Length / sizes[sample.Intent];
        return new TrainingRow(sample, known, counted, Array.IndexOf(Intents, sample.Intent), MathF.Pow(even, Evening));
    }
}
