using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>An entry as the search engine knows it: its texts, and what a search is narrowed by.</summary>
internal static class EntryDocument
{
    private const string Branch = "branch";
    private const string Audience = "audience";
    private const string Status = "status";

    private static readonly SearchField[] Fields = [new("questions", 2), new("title", 3), new("body", 1)];

    /// <summary>What is searched when a question is asked.</summary>
    public static IndexContent ContentOf(IEnumerable<KnowledgeEntry> entries) =>
        new("knowledge", Fields, [.. entries.Select(Of)]) { HasSentences = true };

    public static SearchDocument Of(KnowledgeEntry entry) =>
        new(
            entry.Id,
            [
                .. entry.Questions.Select(question => new SearchText("questions", question)),
                new("title", entry.Title),
                new("body", EntryText.Plain(entry.Body)),
            ]
        )
        {
            Tags =
            [
                .. entry.Branches.Select(branch => new SearchTag(Branch, branch)),
                .. entry.Audience.Select(audience => new SearchTag(Audience, audience)),
                new(Status, entry.IsPublished ? "published" : "withheld"),
            ],
            From = entry.AnswersFrom > entry.EffectiveFrom ? entry.AnswersFrom : entry.EffectiveFrom,
            To = entry.EffectiveTo,
        };

    /// <summary>What may answer on the day, at the branch when one is spoken of.</summary>
    public static SearchFilter Answering(DateOnly day, string? branch) =>
        new()
        {
            Day = day,
            Tags =
            [
                new(Status, ["published"]),
                .. branch is null
                    ? Array.Empty<TagCondition>()
                    : [new(Branch, [branch, KnowledgeEntry.AllBranches], OrNone: true)],
            ],
        };
}
