using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>The rules that the program ships with.</summary>
public sealed class SamplePoliciesTests(ShippedKnowledge shipped) : IClassFixture<ShippedKnowledge>
{
    private const int FewestRules = 90;
    private const int FewestQuestions = 5;

    private IReadOnlyCollection<KnowledgeEntry> Entries => [.. shipped.Knowledge.Entries];

    [Fact]
    public void There_are_at_least_ninety_and_all_of_them_are_samples()
    {
        Assert.InRange(Entries.Count, FewestRules, int.MaxValue);
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

    [Fact]
    public void No_title_stands_twice() =>
        Assert.Equal(Entries.Count, Entries.DistinctBy(entry => entry.Title).Count());

    /// <summary>A limit that changes is changed in rules.yml and nowhere else; "2월 28일" is a date.</summary>
    [Fact]
    public void No_value_of_a_rule_is_typed_in_a_text()
    {
        var values = shipped
            .Knowledge.Rules.Keys.SelectMany(shipped.Knowledge.Rules.PeriodsOf)
            .Select(period => Regex.Escape(period.Rule.Print()))
            .Distinct();
        var typed = new Regex($"(?<![0-9,]|월 )({string.Join('|', values)})");
        Assert.Empty(
            from entry in Entries
            from Match found in typed.Matches(entry.Body)
            select $"{entry.Slug}: {found.Value}"
        );
    }

    [Fact]
    public void Each_is_said_in_five_sentences_at_most_as_people_talk()
    {
        Assert.All(Entries, entry => Assert.InRange(Assert.Single(entry.Passages).Sentences.Count, 1, 5));
        Assert.All(
            Entries.SelectMany(entry => entry.Passages.SelectMany(passage => passage.Sentences)),
            sentence => Assert.EndsWith("요.", sentence, StringComparison.Ordinal)
        );
    }
}
