using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>How often a question nobody wrote down finds its entry: each one is asked of entries without it.</summary>
public sealed class KnowledgeRecallTests(ShippedKnowledge shipped, ITestOutputHelper output)
    : IClassFixture<ShippedKnowledge>
{
    [Fact]
    public void A_question_left_out_still_finds_its_entry_most_of_the_time()
    {
        var asked = LeaveOneOut();
        var first = asked.Count(a => a.Rank == 0) / (double)asked.Count;
        var three = asked.Count(a => a.Rank < 3) / (double)asked.Count;
        var floor = BestFloor(asked);
        var right = asked.Count(a => a.Rank == 0 && a.Score >= KnowledgeBase.Floor) / (double)asked.Count;
        var wrong = asked.Count(a => a.Rank > 0 && a.Score >= KnowledgeBase.Floor) / (double)asked.Count;
        output.WriteLine(
            $"{asked.Count} questions: first {first:p1}, in three {three:p1}; best floor {floor:0.000}; "
                + $"at {KnowledgeBase.Floor:0.000} right {right:p1}, wrong {wrong:p1}"
        );
        Assert.InRange(first, 0.66, 1);
        Assert.InRange(three, 0.82, 1);
        Assert.InRange(floor, KnowledgeBase.Floor - 0.04, KnowledgeBase.Floor + 0.04);
    }

    private List<(int Rank, double Score)> LeaveOneOut() =>
        [
            .. shipped
                .Knowledge.Entries.SelectMany(entry => entry.Questions.Select(question => (entry, question)))
                .AsParallel()
                .Select(asked => RankWithout(asked.entry, asked.question)),
        ];

    private (int Rank, double Score) RankWithout(KnowledgeEntry entry, string question)
    {
        var rest = entry with { Questions = [.. entry.Questions.Where(other => other != question)] };
        var entries = shipped.Knowledge.Entries.Select(e => e.Slug == entry.Slug ? rest : e).ToArray();
        var matcher = new EntryMatcher(entries);
        var own = matcher.Score(question, entry.Slug);
        var others = matcher.Scores(question, entries.Select(e => e.Slug).Where(slug => slug != entry.Slug));
        return (others.Count(score => score >= own), Math.Max(own, others.Max()));
    }

    /// <summary>Where right answers are most when each wrong one costs three of them.</summary>
    private static double BestFloor(List<(int Rank, double Score)> asked) =>
        Enumerable
            .Range(0, 120)
            .Select(step => step / 200.0)
            .MaxBy(floor => asked.Where(a => a.Score >= floor).Sum(a => a.Rank == 0 ? 1 : -3));
}
