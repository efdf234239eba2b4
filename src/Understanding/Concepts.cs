namespace Bupyeong.Chatbot.Understanding;

/// <summary>
/// The words of a library desk by what they are about (dialogs/entities/concepts.md), so that 늦춰 주세요 counts for 연장
/// without an example of its own.
/// </summary>
internal sealed class Concepts
{
    private readonly Dictionary<string, List<string>> byStem = [];
    private readonly Dictionary<string, List<string>>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<char, int> longest = [];

    public Concepts(NamedLines lines)
    {
        foreach (var (name, text) in lines)
        foreach (var stem in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!byStem.TryGetValue(stem, out var names))
                byStem[stem] = names = [];
            names.Add($"<{name}>");
        }
        lookup = byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var stem in byStem.Keys)
            longest[stem[0]] = Math.Max(stem.Length, longest.GetValueOrDefault(stem[0]));
    }

    /// <summary>The names of the concepts whose stems stand in a text without spaces, each once.</summary>
    public IEnumerable<string> In(string squashed)
    {
        var found = new HashSet<string>();
        for (var start = 0; start < squashed.Length; start++)
        {
            var last = Math.Min(longest.GetValueOrDefault(squashed[start]), squashed.Length - start);
            for (var length = 1; length <= last; length++)
            {
                if (lookup.TryGetValue(squashed.AsSpan(start, length), out var names))
                    found.UnionWith(names);
            }
        }
        return found.Order(StringComparer.Ordinal);
    }
}
