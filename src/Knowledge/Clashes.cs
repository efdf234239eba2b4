using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>Entries that say two things of one: the same question, or the same place on the same days.</summary>
/// <param name="Question">What is asked of both; null when they are notices of the same days.</param>
/// <param name="Entries">The newest effective one, which answers, first.</param>
public sealed record Clash(string? Question, DateRange? Days, IReadOnlyList<KnowledgeEntry> Entries);

/// <summary>Finds what clashes, for staff to put right.</summary>
public static class Clashes
{
    public static IReadOnlyList<Clash> ClashesOn(this KnowledgeBase knowledge, DateOnly day) =>
        [.. SameQuestions(knowledge, day), .. SameDays(knowledge, day)];

    private static IEnumerable<Clash> SameQuestions(KnowledgeBase knowledge, DateOnly day) =>
        knowledge
            .On(day)
            .SelectMany(
                entry => entry.AllQuestions.Select(asked => asked.Text).Append(entry.Title),
                (entry, question) => (entry, question)
            )
            .GroupBy(asked => KoreanText.Squash(asked.question), asked => asked)
            .Where(same => same.DistinctBy(asked => asked.entry.Slug).Skip(1).Any())
            .Select(same => new Clash(
                same.First().question,
                null,
                [
                    .. same.Select(asked => asked.entry)
                        .DistinctBy(entry => entry.Slug)
                        .OrderByDescending(entry => entry.EffectiveFrom),
                ]
            ));

    /// <summary>Notices come newest first, as they count.</summary>
    private static IEnumerable<Clash> SameDays(KnowledgeBase knowledge, DateOnly day)
    {
        var ahead = knowledge.SpecialHours.Where(special => special.Days.To >= day).ToList();
        return ahead
            .Index()
            .SelectMany(one => ahead.Skip(one.Index + 1), (one, other) => (one: one.Item, other))
            .Where(pair => Notices.AreOfOne(pair.one, pair.other))
            .Select(pair => new Clash(
                null,
                new(Later(pair.one.Days.From, pair.other.Days.From), Earlier(pair.one.Days.To, pair.other.Days.To)),
                [.. new[] { pair.one, pair.other }.Select(special => knowledge.Find(special.Notice, day)!)]
            ));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
