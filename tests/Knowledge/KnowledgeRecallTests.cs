using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>How often a question nobody wrote down finds its entry: each one is asked of entries without it.</summary>
public sealed class KnowledgeRecallTests(ShippedKnowledge shipped, ITestOutputHelper output)
    : IClassFixture<ShippedKnowledge>
{
    private const int Folds = 8;

    [Fact]
    public void A_question_left_out_still_finds_its_entry_most_of_the_time()
    {
        var asked = Enumerable.Range(0, Folds).AsParallel().SelectMany(LeaveOut).ToList();
        var first = asked.Count(a => a.Rank == 0) / (double)asked.Count;
        var three = asked.Count(a => a.Rank < 3) / (double)asked.Count;
        var right = asked.Count(a => a.Rank == 0 && a.IsSure) / (double)asked.Count;
        var wrong = asked.Count(a => a.Rank > 0 && a.IsSure) / (double)asked.Count;
        output.WriteLine(
            $"{asked.Count} questions: first {first:p1}, in three {three:p1}; sure and right {right:p1}, wrong {wrong:p1}"
        );
        Assert.InRange(first, 0.58, 1);
        Assert.InRange(three, 0.77, 1);
        Assert.InRange(wrong, 0, 0.12);
    }

    /// <summary>One question of every entry, asked of entries that do not have it.</summary>
    private IEnumerable<(int Rank, bool IsSure)> LeaveOut(int fold)
    {
        KnowledgeEntry[] entries =
        [
            .. shipped.Knowledge.Entries.Select(entry =>
                entry with
                {
                    Questions = [.. entry.Questions.Where((_, place) => place % Folds != fold)],
                }
            ),
        ];
        var matcher = new EntryMatcher(entries, Synonyms.Read(ShippedKnowledge.SynonymsPath));
        return from entry in shipped.Knowledge.Entries
            from question in entry.Questions.Where((_, place) => place % Folds == fold)
            select Judged(matcher, entries, entry.Slug, question);
    }

    private static (int Rank, bool IsSure) Judged(
        EntryMatcher matcher,
        KnowledgeEntry[] entries,
        string slug,
        string question
    )
    {
        var (fits, known) = matcher.Match(question, entries);
        var ranking = Ranking.Of(entries, fits, known);
        return (ranking.Hits.Index().First(hit => hit.Item.Entry.Slug == slug).Index, ranking.IsSure(heard: null));
    }
}
