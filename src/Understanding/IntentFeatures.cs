using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// What the classifier sees: runs of up to three syllables and of up to three letters, words by themselves and with the next
/// ones, and what is spoken of: concepts and kinds of entities, each by itself and in pairs.
/// </summary>
internal sealed class IntentFeatures(Concepts concepts, Initialisms initials)
{
    private const int Syllables = 3;
    private const int Letters = 3;
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
        var spelt = KoreanText.Normalize(initials.Spell(IntentText.Of(text, entities)));
        var clean = Clean(spelt);
        Runs(clean, Syllables, visit);
        Runs(Hangul.Letters(clean), Letters, visit);
        var joined = new Joined(visit);
        Words(spelt, joined);
        Meanings([.. concepts.In(clean), .. entities.Select(entity => $"<{entity.Type}>")], joined);
    }

    /// <summary>Each word as it is written, without its particle, and with the next word and the one after it.</summary>
    private static void Words(string text, Joined joined)
    {
        string[] words = [.. text.Split(' ').Select(Squash).Where(word => word.Length > 0)];
        var stems = Array.ConvertAll(words, Stemmer.WithoutParticle);
        for (var i = 0; i < words.Length; i++)
        {
            joined.Visit(" ", words[i]);
            if (stems[i] != words[i])
                joined.Visit(" ", stems[i], "-");
            joined.Visit("=", stems[i], "=", i + 1 < words.Length ? stems[i + 1] : "");
            if (i + 2 < words.Length)
                joined.Visit("~", stems[i], "=", stems[i + 2]);
        }
    }

    /// <summary>What is spoken of, and which two things are spoken of together.</summary>
    private static void Meanings(List<string> meanings, Joined joined)
    {
        for (var i = 0; i < meanings.Count; i++)
        {
            joined.Visit(meanings[i]);
            for (var other = i + 1; other < meanings.Count; other++)
                joined.Visit("+", meanings[i], meanings[other]);
        }
    }

    private static string Squash(string word) => word.All(Counts) ? word : new([.. word.Where(Counts)]);

    private static bool Counts(char c) => char.IsLetterOrDigit(c) || IntentText.IsMask(c);

    /// <summary>No spaces, since residents leave them out; digits alike; ㅋㅋㅋㅋ as short as ㅋㅋ.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length + 2).Append(Edge);
        foreach (var c in text)
        {
            if (!Counts(c))
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

    /// <summary>Visits features that are put together, without a string for each.</summary>
    private sealed class Joined(Visitor visit)
    {
        private char[] letters = new char[64];

        public void Visit(params ReadOnlySpan<string> parts)
        {
            var length = 0;
            foreach (var part in parts)
            {
                if (length + part.Length > letters.Length)
                    Array.Resize(ref letters, 2 * (length + part.Length));
                part.CopyTo(letters.AsSpan(length));
                length += part.Length;
            }
            visit(letters.AsSpan(0, length));
        }
    }
}
