namespace Bupyeong.Chatbot.Search;

/// <summary>One of these values of a tag; a document without that tag is for all, or for none.</summary>
public sealed record TagCondition(string Name, IReadOnlyList<string> AnyOf, bool OrNone = false);

/// <summary>What a search is narrowed to: every condition holds, and the day lies within the time of the document.</summary>
public sealed record SearchFilter
{
    public IReadOnlyList<TagCondition> Tags { get; init; } = [];
    public DateOnly? Day { get; init; }

    public bool Admits(SearchDocument document) =>
        (Day is not { } day || ((document.From ?? day) <= day && day <= (document.To ?? day)))
        && Tags.All(condition => Admits(condition, document));

    private static bool Admits(TagCondition condition, SearchDocument document)
    {
        var bears = false;
        foreach (var tag in document.Tags)
        {
            if (tag.Name != condition.Name)
                continue;
            if (condition.AnyOf.Contains(tag.Value))
                return true;
            bears = true;
        }
        return condition.OrNone && !bears;
    }
}
