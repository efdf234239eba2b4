using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Words that doubt an answer, from dialogs/entities/doubts.md.</summary>
public sealed class DoubtWords(EntityList words)
{
    private readonly HashSet<string> begins = Under(words, "begins");
    private readonly HashSet<string> otherwise = Under(words, "begins-otherwise");
    private readonly HashSet<string> says = Under(words, "says");

    /// <summary>"아니 7권까지잖아", "7권까지 된다던데": what was answered is doubted; "아니면" doubts nothing.</summary>
    public bool Doubt(string text)
    {
        var squashed = KoreanText.Squash(text);
        return !otherwise.Any(Begins)
            && (begins.Any(Begins) || says.Any(word => squashed.Contains(word, StringComparison.Ordinal)));

        bool Begins(string word) => squashed.StartsWith(word, StringComparison.Ordinal);
    }

    /// <summary>Reads doubts.md of the folder.</summary>
    public static DoubtWords Read(string folder) => new(EntityList.Load(Path.Combine(folder, "doubts.md")));

    private static HashSet<string> Under(EntityList list, string heading) =>
        list.Entries.FirstOrDefault(entry => entry.Value == heading) is { } found
            ? [.. found.Synonyms.Select(KoreanText.Squash)]
            : throw new InvalidDataException($"dialogs/entities/{list.Name}.md:1: there is no '## {heading}'.");
}
