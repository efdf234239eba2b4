namespace Bupyeong.Chatbot.Search;

/// <summary>One of these values of a tag; a document without that tag is for all, or for none.</summary>
public sealed record TagCondition(string Name, IReadOnlyList<string> AnyOf, bool OrNone = false);

/// <summary>What a search is narrowed to: every condition holds, and the day lies within the time of the document.</summary>
public sealed record SearchFilter
{
    public IReadOnlyList<TagCondition> Tags { get; init; } = [];
    public DateOnly? Day { get; init; }

    // Asked of every document that shares a word: loops, and nothing that is allocated.
    public bool Admits(SearchDocument document)
    {
        if (Day is { } day && (day < (document.From ?? day) || day > (document.To ?? day)))
            return false;
        for (var i = 0; i < Tags.Count; i++)
        {
            if (!Admits(Tags[i], document.Tags))
                return false;
        }
        return true;
    }

    private static bool Admits(TagCondition condition, IReadOnlyList<SearchTag> tags)
    {
        var bears = false;
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i].Name != condition.Name)
                continue;
            if (condition.AnyOf.Contains(tags[i].Value))
                return true;
            bears = true;
        }
        return condition.OrNone && !bears;
    }
}
