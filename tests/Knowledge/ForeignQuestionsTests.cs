using Bupyeong.Chatbot.Evaluation;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>Questions in other languages by a writer who had seen neither the entries' own nor any training sentence.</summary>
public sealed class ForeignQuestionsTests(ShippedKnowledge shipped, ITestOutputHelper output)
    : IClassFixture<ShippedKnowledge>
{
    private const int FewestQuestions = 100;
    private const string Rules = "library-rule/";

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Lazy<IReadOnlyList<AskedQuestion>> Set = new(() =>
        QuestionSet.Read(Path.Combine(AppContext.BaseDirectory, "Knowledge", "foreign-questions.jsonl"), _ => true)
    );

    [Theory]
    [InlineData("en", 0.78, 0.09, 0.88)]
    [InlineData("vi", 0.7, 0.09, 0.68)]
    [InlineData("zh", 0.55, 0.08, 0.8)]
    public void The_right_entry_answers_or_none(string language, double right, double wrong, double abstained)
    {
        var report = new AnswersEvaluation(shipped.Knowledge, Today, question => Heard.Of(question)).Run(Of(language));
        output.WriteLine(
            $"{language}: first {report.RecallAt1:p1}, right {report.AnsweredRight}, wrong {report.AnsweredWrong}, "
                + $"unanswered rightly {report.AbstentionRecall:p1}, wrongly {report.FalseAbstention:p1}"
        );
        foreach (var failure in report.Failures)
            output.WriteLine($"{failure}");
        Assert.InRange(report.AnsweredRight.Value, right, 1);
        Assert.InRange(report.AnsweredWrong.Value, 0, wrong);
        Assert.InRange(report.AbstentionRecall, abstained, 1);
        Assert.Equal(0, report.AnswersWithUncitedFacts);
    }

    /// <summary>Some ask for what another dialog tells as well, such as one's own loans.</summary>
    [Theory]
    [InlineData("en", 0.93)]
    [InlineData("vi", 0.9)]
    [InlineData("zh", 0.75)]
    public async Task Most_are_taken_for_questions_about_rules(string language, double floor)
    {
        await using var host = new LibraryHost();
        var asked = Of(language).Where(asked => asked.Slug is not null).ToList();
        var names = new List<string>();
        foreach (var one in asked)
        {
            var resident = await Resident.ComesTo(host);
            await resident.Says(one.Question);
            names.Add(resident.Heard[0].Name ?? "");
        }
        var share = names.Count(name => name.StartsWith(Rules, StringComparison.Ordinal)) / (double)names.Count;
        output.WriteLine($"{language}: about rules {share:p1}; {string.Join(", ", names.CountBy(name => name))}");
        Assert.InRange(share, floor, 1);
    }

    [Fact]
    public void There_are_enough_in_each_language_and_each_names_an_entry()
    {
        Assert.All(
            Set.Value.CountBy(asked => asked.Language),
            asked => Assert.InRange(asked.Value, FewestQuestions, int.MaxValue)
        );
        Assert.All(
            Set.Value,
            asked => Assert.True(asked.Slug is null || shipped.Knowledge.Find(asked.Slug) is not null)
        );
    }

    private static IReadOnlyList<AskedQuestion> Of(string language) =>
        [.. Set.Value.Where(asked => asked.Language == language)];
}
