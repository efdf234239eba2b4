using System.Collections.ObjectModel;
using System.Globalization;
using Bupyeong.Chatbot.Branches;

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
    public const string AllBranches = "all";

    /// <summary>The same in easy words (쉬운 말), when somebody has written it.</summary>
    public string? PlainText { get; init; }

    /// <summary>Those of the questions where a wrong answer hurts.</summary>
    public IReadOnlyList<string> CriticalQuestions { get; init; } = [];

    /// <summary>What residents ask in other languages, by language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ForeignQuestions { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>How a branch is open on some days, when the entry is a notice (공지) of that.</summary>
    public SpecialHours? SpecialHours { get; init; }

    /// <summary>The number of the version in the store; 0 for a text that only lies in a file.</summary>
    public int Version { get; init; }

    /// <summary>The day from which this version answers, when that is not the day from which the rule holds.</summary>
    public DateOnly? AnswersFrom { get; init; }

    /// <summary>When this version was published or taken from its file; the beginning of time for a text that only lies in one.</summary>
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>Names this version of the entry among all.</summary>
    public string Id => Version == 0 ? Slug : string.Create(CultureInfo.InvariantCulture, $"{Slug}@{Version}");

    /// <summary>The body in passages, with its rules still to be filled in; a short text is one.</summary>
    public IReadOnlyList<Passage> Passages { get; } = EntryText.Passages(Body);

    public bool IsSample => Status is EntryStatus.Sample;

    public bool IsPublished => Status is EntryStatus.Published or EntryStatus.Sample;

    /// <summary>Those of every language.</summary>
    public IEnumerable<Question> AllQuestions =>
        Questions
            .Select(text => new Question(text))
            .Concat(ForeignQuestions.SelectMany(asked => asked.Value, (asked, text) => new Question(text, asked.Key)));

    public IReadOnlyList<string> QuestionsIn(string language) =>
        language == Question.Korean ? Questions : ForeignQuestions.GetValueOrDefault(language) ?? [];

    /// <summary>Says something of the branch; where none is asked about, every entry does.</summary>
    public bool IsFor(string? branch) =>
        branch is null || Branches is [] || Branches.Contains(AllBranches) || Branches.Contains(branch);

    /// <summary>The last day on which it is told: a notice is over when its days are.</summary>
    public DateOnly? LastDay => SpecialHours is { Days.To: var to } && !(EffectiveTo < to) ? to : EffectiveTo;

    /// <summary>Of the entry's versions this is one that counts on the day; a notice that is over still does.</summary>
    public bool Stands(DateOnly date) =>
        IsPublished
        && EffectiveFrom <= date
        && (AnswersFrom is null || AnswersFrom <= date)
        && (EffectiveTo is null || date <= EffectiveTo);

    public bool IsInForce(DateOnly date) => Stands(date) && !(LastDay < date);
}

/// <summary>초안, 게시, 견본, 거둠.</summary>
public enum EntryStatus
{
    Draft,
    Published,
    Sample,
    Withdrawn,
}
