namespace Bupyeong.Chatbot.Knowledge;

/// <summary>One thing the library tells (안내): its text, the questions it answers, and from when to when it holds.</summary>
public sealed record KnowledgeEntry(
    string Slug,
    string Title,
    IReadOnlyList<string> Audience,
    IReadOnlyList<string> Branches,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveTo,
    string Owner,
    string Source,
    EntryStatus Status,
    IReadOnlyList<string> Questions,
    string Body,
    string File
)
{
    /// <summary>The same in easy words (쉬운 말), when somebody has written it.</summary>
    public string? PlainText { get; init; }

    /// <summary>The sentences of the body, with their rules still to be filled in.</summary>
    public IReadOnlyList<string> Sentences { get; } = EntryText.Sentences(Body);

    public bool IsSample => Status is EntryStatus.Sample;

    public bool IsInForce(DateOnly date) =>
        Status is not EntryStatus.Draft && EffectiveFrom <= date && (EffectiveTo is null || date <= EffectiveTo);
}

/// <summary>초안, 게시, 견본.</summary>
public enum EntryStatus
{
    Draft,
    Published,
    Sample,
}
