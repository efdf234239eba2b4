using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Words that tell one question from another within a conversation, from dialogs/entities/cues.</summary>
public sealed class Cues
{
    /// <summary>The list of words about the talk itself.</summary>
    public const string Manners = "manners";

    private readonly Dictionary<string, Cue[]> lists;

    private Cues(IEnumerable<EntityList> lists) =>
        this.lists = lists.ToDictionary(list => list.Name, list => list.Entries.Select(Cue.Of).ToArray());

    /// <summary>Reads every list of the folder; an error names file and line.</summary>
    public static Cues Read(string folder) =>
        new(Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(EntityList.Load));

    /// <summary>Whether the text has any of the words under this heading of this list; spaces do not count.</summary>
    public bool Has(string text, string list, string heading) => Under(list, heading).In(KoreanText.Squash(text)) > 0;

    /// <summary>Whether the text is one of the words under this heading.</summary>
    public bool Is(string text, string list, string heading) =>
        Under(list, heading).Words.Contains(KoreanText.Squash(text));

    /// <summary>Whether the text begins with one of the words under this heading.</summary>
    public bool Begins(string text, string list, string heading)
    {
        var squashed = KoreanText.Squash(text);
        return Array.Exists(Under(list, heading).Words, word => squashed.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>The first word under a heading: how it is called when we speak of it.</summary>
    public string Called(string list, string heading) =>
        Array.Find(lists[list], cue => cue.Entry.Value == heading)!.Entry.Synonyms[0];

    /// <summary>The heading of this list (or of these of it) whose longest words are in the text, or null.</summary>
    public EntityEntry? Find(string text, string list, string[]? headings = null)
    {
        var squashed = KoreanText.Squash(text);
        var best = lists[list]
            .Where(cue => headings is null || headings.Contains(cue.Entry.Value))
            .MaxBy(cue => cue.In(squashed));
        return best is not null && best.In(squashed) > 0 ? best.Entry : null;
    }

    private Cue Under(string list, string heading) =>
        Array.Find(lists[list], cue => cue.Entry.Value == heading)
        ?? throw new KeyNotFoundException($"There is no '## {heading}' in dialogs/entities/cues/{list}.md.");

    private sealed record Cue(EntityEntry Entry, string[] Words)
    {
        public static Cue Of(EntityEntry entry) => new(entry, [.. entry.Synonyms.Select(KoreanText.Squash)]);

        /// <summary>The length of the longest of the words that is in the text.</summary>
        public int In(string squashed) =>
            Words
                .Where(word => squashed.Contains(word, StringComparison.Ordinal))
                .Select(word => word.Length)
                .DefaultIfEmpty()
                .Max();
    }
}
