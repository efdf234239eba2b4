using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>The rules that the program ships with.</summary>
public sealed class SamplePoliciesTests(ShippedKnowledge shipped) : IClassFixture<ShippedKnowledge>
{
    private const int Rules = 30;
    private const int FewestQuestions = 5;

    private IReadOnlyCollection<KnowledgeEntry> Entries => [.. shipped.Knowledge.Entries];

    [Fact]
    public void There_are_thirty_and_all_of_them_are_samples()
    {
        Assert.Equal(Rules, Entries.Count);
        Assert.All(Entries, entry => Assert.Equal(EntryStatus.Sample, entry.Status));
        Assert.All(Entries, entry => Assert.Contains("견본", entry.Source, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_says_from_when_it_holds_and_who_answers_for_it()
    {
        Assert.All(Entries, entry => Assert.NotEqual(default, entry.EffectiveFrom));
        Assert.All(Entries, entry => Assert.NotEmpty(entry.Owner));
    }

    [Fact]
    public void Each_is_asked_for_in_at_least_five_ways() =>
        Assert.All(Entries, entry => Assert.True(entry.Questions.Distinct().Count() >= FewestQuestions, entry.Slug));

    [Fact]
    public void No_question_is_asked_of_two() =>
        Assert.Empty(
            Entries
                .SelectMany(entry => entry.Questions)
                .GroupBy(question => question)
                .Where(same => same.Count() > 1)
                .Select(same => same.Key)
        );
}
