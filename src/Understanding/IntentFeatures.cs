using System.Text;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>What the classifier sees: runs of one and two syllables and of one to four letters, concepts, kinds of entities.</summary>
internal sealed class IntentFeatures(Concepts concepts, Initialisms initials)
{
    private const int Syllables = 2;
    private const int Letters = 4;
    private const char Edge = '|';

    /// <summary>A concept says more than a run of letters.</summary>
    private const float Meaning = 2;

    public delegate void Visitor(ReadOnlySpan<char> feature);

    public static float ValueOf(ReadOnlySpan<char> feature) => feature[0] == '<' ? Meaning : 1;

    public void Visit(string text, IReadOnlyList<Entity> entities, Visitor visit)
    {
        var clean = Clean(initials.Spell(IntentText.Of(text, entities)));
        Runs(clean, Syllables, visit);
        Runs(Hangul.Letters(clean), Letters, visit);
        concepts.Visit(clean, visit);
        foreach (var entity in entities)
            visit($"<{entity.Type}>");
    }

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
