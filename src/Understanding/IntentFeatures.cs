using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// What the classifier sees: runs of one and two syllables and of one to four letters, words, and what is spoken of:
/// concepts and kinds of entities, each by itself and in pairs.
/// </summary>
internal sealed class IntentFeatures(Concepts concepts, Initialisms initials)
{
    private const int Syllables = 2;
    private const int Letters = 4;
    private const char Edge = '|';

    /// <summary>A concept says more than a run of letters.</summary>
    private const float Meaning = 2;

    /// <summary>Most sentences have fewer features.</summary>
    private const int Usual = 256;

    public delegate void Visitor(ReadOnlySpan<char> feature);

    /// <summary>The features of a sentence, each by the hash of its letters, and what each counts.</summary>
    public Dictionary<ulong, float> Of(string text, IReadOnlyList<Entity> entities)
    {
        var found = new Dictionary<ulong, float>(Usual);
        Visit(
            text,
            entities,
            feature => found[XxHash3.HashToUInt64(MemoryMarshal.AsBytes(feature))] = feature[0] == '<' ? Meaning : 1
        );
        return found;
    }

    private void Visit(string text, IReadOnlyList<Entity> entities, Visitor visit)
    {
        var spelt = initials.Spell(IntentText.Of(text, entities));
        var clean = Clean(spelt);
        Runs(clean, Syllables, visit);
        Runs(Hangul.Letters(clean), Letters, visit);
        Words(spelt, visit);
        Meanings([.. concepts.In(clean), .. entities.Select(entity => $"<{entity.Type}>")], visit);
    }

    /// <summary>Each word as it is written, and without its particle.</summary>
    private static void Words(string text, Visitor visit)
    {
        foreach (var word in KoreanText.Normalize(text).Split(' '))
        {
            var squashed = Squash(word);
            if (squashed.Length == 0)
                continue;
            visit($" {squashed}");
            if (Stemmer.WithoutParticle(squashed) is var stem && stem != squashed)
                visit($" {stem}-");
        }
    }

    /// <summary>What is spoken of, and which two things are spoken of together.</summary>
    private static void Meanings(List<string> meanings, Visitor visit)
    {
        for (var i = 0; i < meanings.Count; i++)
        {
            visit(meanings[i]);
            for (var other = i + 1; other < meanings.Count; other++)
                visit($"+{meanings[i]}{meanings[other]}");
        }
    }

    private static string Squash(string word) =>
        new([.. word.Where(c => char.IsLetterOrDigit(c) || IntentText.IsMask(c))]);

    /// <summary>No spaces, since residents leave them out; digits alike; ㅋㅋㅋㅋ as short as ㅋㅋ.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length + 2).Append(Edge);
        foreach (var c in KoreanText.Normalize(text))
        {
            if (!char.IsLetterOrDigit(c) && !IntentText.IsMask(c))
                continue;
            var letter = char.IsAsciiDigit(c) ? '0' : c;
            if (clean.Length >= 2 && clean[^1] == letter && clean[^2] == letter)
                continue;
            clean.Append(letter);
        }
        return clean.Append(Edge).ToString();
    }

    private static void Runs(string text, int longest, Visitor visit)
    {
        for (var start = 0; start < text.Length; start++)
        for (var length = 1; length <= longest && start + length <= text.Length; length++)
            visit(text.AsSpan(start, length));
    }
}
