using Bupyeong.Chatbot.Evaluation;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>Questions by writers who had seen neither the entries' own nor any training sentence.</summary>
public sealed class UnseenQuestionsTests(ShippedKnowledge shipped, ITestOutputHelper output)
    : IClassFixture<ShippedKnowledge>
{
    private const double FirstFloor = 0.95;
    private const double FiveFloor = 0.98;
    private const double AbstentionFloor = 0.95;
    private const double AbstentionCeiling = 0.04;
    private const double WrongCeiling = 0.03;

    /// <summary>They were written to come as close to the entries as can be.</summary>
    private const double NearMissFloor = 0.8;

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Lazy<IReadOnlyList<AskedQuestion>> Set = new(() => Read("unseen.jsonl"));

    private static readonly Lazy<IReadOnlyList<AskedQuestion>> NearMisses = new(() => Read("near-misses.jsonl"));

    [Fact]
    public void The_right_entry_is_found_and_nothing_is_said_that_its_source_does_not_have()
    {
        var report = new AnswersEvaluation(shipped.Knowledge, Today, question => Heard.Of(question)).Run(Set.Value);
        output.WriteLine(
            $"first {report.RecallAt1:p1}, in five {report.RecallAt5:p1}, right {report.AnsweredRight}, wrong {report.AnsweredWrong}, "
                + $"unanswered rightly {report.AbstentionRecall:p1}, wrongly {report.FalseAbstention:p1}"
        );
        Assert.InRange(report.RecallAt1, FirstFloor, 1);
        Assert.InRange(report.RecallAt5, FiveFloor, 1);
        Assert.InRange(report.AbstentionRecall, AbstentionFloor, 1);
        Assert.InRange(report.FalseAbstention, 0, AbstentionCeiling);
        Assert.InRange(report.AnsweredWrong.Value, 0, WrongCeiling);
        Assert.Equal(0, report.AnswersWithUncitedFacts);
    }

    [Fact]
    public void Most_details_that_no_entry_tells_are_not_answered_by_the_entry_that_comes_near()
    {
        var report = new AnswersEvaluation(shipped.Knowledge, Today, question => Heard.Of(question)).Run(
            NearMisses.Value
        );
        output.WriteLine($"near misses: unanswered {report.AbstentionRecall:p1}");
        Assert.InRange(report.AbstentionRecall, NearMissFloor, 1);
        Assert.Equal(0, report.AnswersWithUncitedFacts);
    }

    [Fact]
    public void There_are_enough_of_both_kinds_and_each_names_an_entry()
    {
        Assert.True(Set.Value.Count >= 400);
        Assert.True(Set.Value.Count(asked => asked.Slug is null) >= 100);
        Assert.All(
            Set.Value,
            asked => Assert.True(asked.Slug is null || shipped.Knowledge.Find(asked.Slug) is not null)
        );
    }

    [Fact]
    public void None_is_nearly_a_question_that_was_taught() =>
        Assert.Empty(
            Likeness.NearlyTaught(Set.Value.Concat(NearMisses.Value).Select(asked => asked.Question), Words.Known)
        );

    private static IReadOnlyList<AskedQuestion> Read(string file) =>
        QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", file), _ => true);
}
