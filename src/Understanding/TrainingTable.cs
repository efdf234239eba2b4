using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// A sample in numbers: which features it has, what each counts, how many were found, the rare ones too, and how much the
/// sample weighs.
/// </summary>
internal sealed record TrainingRow(Sample Sample, int[] Features, float[] Values, int Found, int Label, float Weight);

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
    private const int CountingParts = 2;

    private TrainingTable(IReadOnlyList<Sample> samples, IntentFeatures features)
    {
        Features = features;
        var sizes = samples.CountBy(sample => sample.Intent).ToDictionary();
        Intents = [.. sizes.Keys.Order(StringComparer.Ordinal)];
        var found = samples.AsParallel().AsOrdered().Select(sample => Found(sample, features)).ToArray();
        var counted = new FeatureCounts[CountingParts];
        Parallel.For(0, CountingParts, part => counted[part] = new FeatureCounts(found, part));
        // The most frequent stand side by side, so that they stay near the processor.
        var common = counted
            .SelectMany(part => part.AtLeast(LeastExamples))
            .OrderByDescending(feature => feature.Count)
            .ThenBy(feature => feature.Hash)
            .ToArray();
        Vocabulary = Array.ConvertAll(common, feature => feature.Hash);
        Rarity = Array.ConvertAll(common, feature => MathF.Log(1 + (float)samples.Count / feature.Count));
        foreach (var (place, feature) in common.Index())
            counted[PartOf(feature.Hash)].Places[feature.Number] = place;
        Rows = [.. samples.Zip(found).AsParallel().AsOrdered().Select(pair => RowOf(pair.First, pair.Second))];

        TrainingRow RowOf(Sample sample, Feature[] all)
        {
            var (places, values, known) = (new int[all.Length], new float[all.Length], 0);
            foreach (var feature in all)
            {
                var place = counted[PartOf(feature.Hash)].Places[feature.Number];
                if (place == FeatureCounts.Nowhere)
                    continue;
                (places[known], values[known]) = (place, feature.Value * Rarity[place]);
                known++;
            }
            TensorPrimitives.Divide(values, MathF.Sqrt(known), values);
            var even = (float)samples.Count / Intents.Length / sizes[sample.Intent];
            var label = Array.IndexOf(Intents, sample.Intent);
            var weight = MathF.Pow(even, Evening);
            return new TrainingRow(sample, places[..known], values[..known], all.Length, label, weight);
        }
    }

    public IntentFeatures Features { get; }
    public string[] Intents { get; }
    public ulong[] Vocabulary { get; }

    /// <summary>Inverse document frequency: what few samples have says more of them.</summary>
    public float[] Rarity { get; }

    public IReadOnlyList<TrainingRow> Rows { get; }

    public static TrainingTable Of(IReadOnlyList<Sample> samples, IntentFeatures features) => new(samples, features);

    private static Feature[] Found(Sample sample, IntentFeatures features) =>
        [.. features.Of(sample.Text, sample.Entities).Select(found => new Feature(found.Key, found.Value))];

    private static int PartOf(ulong hash) => (int)(hash % CountingParts);

    /// <summary>A feature of a sample. Its number is looked up faster than its hash, and there are seven million to look up.</summary>
    private record struct Feature(ulong Hash, float Value, int Number = 0);

    /// <summary>The features of all samples that fall to one part, numbered as they come, with how many samples have each.</summary>
    private sealed class FeatureCounts
    {
        public const int Nowhere = -1;

        private readonly List<(ulong Hash, int Count)> counts = [];

        public FeatureCounts(Feature[][] found, int part)
        {
            var numbers = new Dictionary<ulong, int>();
            foreach (var row in found)
            foreach (ref var feature in row.AsSpan())
            {
                if (PartOf(feature.Hash) != part)
                    continue;
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, feature.Hash, out var isKnown);
                if (!isKnown)
                {
                    number = counts.Count;
                    counts.Add((feature.Hash, 0));
                }
                CollectionsMarshal.AsSpan(counts)[number].Count++;
                feature.Number = number;
            }
            Places = new int[counts.Count];
            Array.Fill(Places, Nowhere);
        }

        /// <summary>The place of each number in the vocabulary.</summary>
        public int[] Places { get; }

        public IEnumerable<(ulong Hash, int Number, int Count)> AtLeast(int least) =>
            from feature in counts.Index()
            where feature.Item.Count >= least
            select (feature.Item.Hash, feature.Index, feature.Item.Count);
    }
}
