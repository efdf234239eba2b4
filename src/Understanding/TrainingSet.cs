using System.Security.Cryptography;
using System.Text;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A filled training sentence; fillings of one example share its source.</summary>
internal sealed record Sample(string Text, IReadOnlyList<Entity> Entities, string Intent, int Source);

/// <summary>Everything that the classifier learns from.</summary>
internal sealed class TrainingSet(IReadOnlyList<TrainingExample> examples, IReadOnlyList<EntityList> lists)
{
    private readonly EntityFinder withTitles = new(lists, knowsTitles: true);
    private readonly EntityFinder withoutTitles = new(lists, knowsTitles: false);

    /// <summary>Changes with the words, and with the build: another build may see other features in the same words.</summary>
    public string Key()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(TrainingSet).Module.ModuleVersionId.ToByteArray());
        foreach (var (text, intent) in examples)
            hash.AppendData(Encoding.UTF8.GetBytes($"{intent}\t{text}\n"));
        foreach (var list in lists)
        foreach (var entry in list.Entries)
            hash.AppendData(
                Encoding.UTF8.GetBytes($"{list.Name}\t{entry.Value}\t{string.Join('\t', entry.Synonyms)}\n")
            );
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    public List<Sample> Samples()
    {
        var marks = new TrainingMarks(lists);
        return [.. examples.SelectMany((example, source) => Filled(example, marks, source))];
    }

    /// <summary>The first filling shows titles as a known mark, the others as the strange words that most titles are.</summary>
    private IEnumerable<Sample> Filled(TrainingExample example, TrainingMarks marks, int source) =>
        marks
            .Fill(example.Text)
            .Select(Korean.KoreanText.Tidy)
            .Select((text, round) => (text, finder: round == 0 ? withTitles : withoutTitles))
            .Select(filling => new Sample(filling.text, filling.finder.Find(filling.text), example.Intent, source));
}
