using Bupyeong.Chatbot.Evaluation;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>Questions by writers who had seen neither the entries' own nor any training sentence.</summary>
public sealed class UnseenQuestionsTests(ShippedKnowledge shipped, ITestOutputHelper output)
    : IClassFixture<ShippedKnowledge>
{
    private const double FirstFloor = 0.9;
    private const double FiveFloor = 0.97;
    private const double AbstentionFloor = 0.82;
    private const double AbstentionCeiling = 0.11;
    private const double WrongCeiling = 0.03;

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Lazy<IReadOnlyList<AskedQuestion>> Set = new(() =>
        QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "unseen.jsonl"), _ => true)
    );

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
            Likeness.NearlyTaught(
                Set.Value.Select(asked => asked.Question),
                Words.Korean.Select(example => example.Text)
            )
        );
}
