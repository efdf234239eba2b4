using System.Security.Cryptography;
using System.Text;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A training sentence with its marks filled, and the place of its example.</summary>
internal sealed record Sample(string Text, IReadOnlyList<Entity> Entities, string Intent, int Source);

/// <summary>Everything that the classifier learns from.</summary>
internal sealed class TrainingSet(IReadOnlyList<TrainingExample> examples, Lexicon lexicon)
{
    public IntentFeatures Features => lexicon.Features;

    /// <summary>Changes with the words, and with the build: another build may see other features in the same words.</summary>
    public string Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(TrainingSet).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(lexicon.Digest);
        foreach (var (text, intent, _) in examples)
            hash.AppendData(Encoding.UTF8.GetBytes($"{intent}\t{text}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    public List<Sample> Samples()
    {
        var marks = new TrainingMarks(lexicon.Lists);
        EntityFinder[] finders = [new(lexicon.Lists, knowsTitles: true), new(lexicon.Lists, knowsTitles: false)];
        var filled = examples.Select(example => Korean.KoreanText.Tidy(marks.Fill(example.Text))).ToList();
        return [.. filled.AsParallel().AsOrdered().Select((text, source) => Read(text, examples[source], source))];

        // Half of the samples show titles as a known mark, the others as the strange words that most titles are.
        Sample Read(string text, TrainingExample example, int source) =>
            new(text, finders[source % finders.Length].Find(text, example.Language), example.Intent, source);
    }
}
