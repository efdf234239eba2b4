namespace Bupyeong.Chatbot.Understanding;

/// <summary>A sample in numbers: which features it has, what each counts, and how much the sample weighs.</summary>
internal sealed record TrainingRow(Sample Sample, int[] Features, float[] Values, int Label, float Weight);

/// <summary>All samples in numbers, over one vocabulary.</summary>
internal sealed class TrainingTable
{
    /// <summary>What only one example has tells nothing of others.</summary>
    private const int LeastExamples = 2;

    /// <summary>
    /// How far a small intent is made up for: at 1 all intents would weigh the same however many examples they have, at 0
    /// all examples. Between the two, rules and what is out of scope, of which there are most, neither drown nor starve.
    /// </summary>
    private const float Evening = 0.7f;

    private readonly Dictionary<string, int> indexOf = [];

    private TrainingTable(IReadOnlyList<Sample> samples, IntentFeatures features)
    {
        Features = features;
        var sizes = samples.CountBy(sample => sample.Intent).ToDictionary();
        Intents = [.. sizes.Keys.Order(StringComparer.Ordinal)];
        var found = samples.Select(FeaturesOf).ToList();
        var places = Keep(samples, found);
        Vocabulary = [.. indexOf.Where(word => places[word.Value] >= 0).Select(word => word.Key)];
        Rarity = new float[Vocabulary.Length];
        var kept = found.ConvertAll(row =>
            row.Where(one => places[one.Key] >= 0).ToDictionary(one => places[one.Key], one => one.Value)
        );
        foreach (var feature in kept.SelectMany(row => row.Keys))
            Rarity[feature]++;
        for (var i = 0; i < Rarity.Length; i++)
            Rarity[i] = MathF.Log(1 + samples.Count / Rarity[i]);
        Rows = [.. samples.Zip(kept, (sample, row) => RowOf(sample, row, sizes))];
    }

    public IntentFeatures Features { get; }
    public string[] Intents { get; }
    public string[] Vocabulary { get; }

    /// <summary>Inverse document frequency: what few samples have says more of them.</summary>
    public float[] Rarity { get; }

    public IReadOnlyList<TrainingRow> Rows { get; }

    public static TrainingTable Of(IReadOnlyList<Sample> samples, IntentFeatures features) => new(samples, features);

    private Dictionary<int, float> FeaturesOf(Sample sample)
    {
        var found = new Dictionary<int, float>();
        var known = indexOf.GetAlternateLookup<ReadOnlySpan<char>>();
        Features.Visit(
            sample.Text,
            sample.Entities,
            feature =>
            {
                if (!known.TryGetValue(feature, out var index))
                    indexOf[feature.ToString()] = index = indexOf.Count;
                found[index] = IntentFeatures.ValueOf(feature);
            }
        );
        return found;
    }

    /// <summary>The place of every feature among those that enough examples have, or -1.</summary>
    private int[] Keep(IReadOnlyList<Sample> samples, List<Dictionary<int, float>> found)
    {
        var (counts, last) = (new int[indexOf.Count], new int[indexOf.Count]);
        foreach (var (sample, row) in samples.Zip(found))
        foreach (var feature in row.Keys)
        {
            if (last[feature] == sample.Source + 1)
                continue;
            last[feature] = sample.Source + 1;
            counts[feature]++;
        }
        var place = 0;
        return [.. counts.Select(count => count >= LeastExamples ? place++ : -1)];
    }

    private TrainingRow RowOf(Sample sample, Dictionary<int, float> row, Dictionary<string, int> sizes)
    {
        var length = MathF.Sqrt(row.Count);
        int[] features = [.. row.Keys.Order()];
        var even = (float)sizes.Values.Sum() / Intents.Length / sizes[sample.Intent];
        return new TrainingRow(
            sample,
            features,
            [.. features.Select(feature => row[feature] * Rarity[feature] / length)],
            Array.IndexOf(Intents, sample.Intent),
            MathF.Pow(even, Evening)
        );
    }
}
