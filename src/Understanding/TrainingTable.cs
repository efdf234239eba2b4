using Microsoft.ML.Data;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A sample in numbers; ML.NET counts the labels from zero.</summary>
internal sealed class TrainingRow
{
    [NoColumn]
    public required Sample Sample { get; init; }

    public VBuffer<float> Features { get; init; }

    public uint Label { get; init; }

    public float Weight { get; init; }
}

/// <summary>All samples in numbers, over one vocabulary.</summary>
internal sealed record TrainingTable(string[] Intents, string[] Vocabulary, IReadOnlyList<TrainingRow> Rows)
{
    /// <summary>
    /// Every intent weighs the same but the rules, which have many times the sentences, each of a subject of its own:
    /// weighed in full they draw the other dialogs' sentences, and what is not recognised is found by the entries' words.
    /// </summary>
    private const float RuleShare = 0.5f;
    private const string Rules = "library-rule";

    public static TrainingTable Of(IReadOnlyList<Sample> samples)
    {
        var sizes = samples.CountBy(sample => sample.Intent).ToDictionary();
        string[] intents = [.. sizes.Keys.Order(StringComparer.Ordinal)];
        var vocabulary = new Dictionary<string, int>();
        var features = samples.Select(sample => FeaturesOf(sample, vocabulary)).ToList();
        var rows = samples.Zip(
            features,
            (sample, found) =>
                new TrainingRow
                {
                    Sample = sample,
                    Features = VectorOf(found, vocabulary.Count),
                    Label = (uint)Array.IndexOf(intents, sample.Intent),
                    Weight =
                        (sample.Intent == Rules ? RuleShare : 1)
                        * samples.Count
                        / intents.Length
                        / sizes[sample.Intent],
                }
        );
        return new TrainingTable(intents, [.. vocabulary.Keys], [.. rows]);
    }

    private static Dictionary<int, float> FeaturesOf(Sample sample, Dictionary<string, int> vocabulary)
    {
        var features = new Dictionary<int, float>();
        var indexOf = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        IntentFeatures.Visit(
            sample.Text,
            sample.Entities,
            feature =>
            {
                if (!indexOf.TryGetValue(feature, out var index))
                    vocabulary[feature.ToString()] = index = vocabulary.Count;
                features[index] = IntentFeatures.ValueOf(feature);
            }
        );
        return features;
    }

    private static VBuffer<float> VectorOf(Dictionary<int, float> features, int dimension)
    {
        var length = MathF.Sqrt(features.Count);
        int[] indices = [.. features.Keys.Order()];
        return new VBuffer<float>(
            dimension,
            indices.Length,
            [.. indices.Select(index => features[index] / length)],
            indices
        );
    }
}
