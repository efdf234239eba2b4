namespace Bupyeong.Chatbot.Search;

/// <summary>A field with its weight; a spelled field is also found by initial consonants and by near spelling.</summary>
public sealed record SearchField(string Name, float Weight, bool Spelled = false);

/// <summary>One text of a document; a field may have several.</summary>
public sealed record SearchText(string Field, string Text);

/// <summary>A word by which documents are told apart, such as the branch that they are about.</summary>
public sealed record SearchTag(string Name, string Value);

/// <summary>What is found: an id and the texts that lead to it, and what a search can be narrowed by.</summary>
public sealed record SearchDocument(string Id, IReadOnlyList<SearchText> Texts)
{
    /// <summary>A name may occur several times, each with a value of its own.</summary>
    public IReadOnlyList<SearchTag> Tags { get; init; } = [];

    /// <summary>The first and the last day of its time; null when there is none.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
}

/// <summary>The id of a document that was found; scores compare within one search only.</summary>
public readonly record struct SearchHit(string Id, float Score);
