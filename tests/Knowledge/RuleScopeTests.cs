using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>Rules that are another for a branch, a kind of item or an audience.</summary>
public sealed class RuleScopeTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    private const string RulesYaml = """
        - {key: loan.limit, title: 권수, value: 5, unit: 권, effective_from: 2026-01-01, source: 견본}
        - {key: loan.limit, title: 권수, value: 7, unit: 권, branches: [galsan], effective_from: 2026-03-01, source: 견본}
        - {key: loan.limit, title: 권수, value: 10, unit: 권, branches: [galsan], effective_from: 2026-10-01, source: 견본}
        - {key: loan.limit, title: 권수, value: 2, unit: 권, branches: [galsan], kinds: [dvd], effective_from: 2026-01-01, source: 견본}
        - {key: loan.limit, title: 권수, value: 3, unit: 권, audiences: [infant], effective_from: 2026-01-01, source: 견본}
        - {key: loan.days, title: 기간, value: 14, unit: 일, effective_from: 2026-01-01, source: 견본}
        """;

    private const string Entry = """
        ---
        title: 빌리는 권수
        slug: loan-limit
        audience: [everyone]
        branches: [all]
        effective_from: 2026-01-01
        effective_to:
        owner: 견본
        source: 견본
        status: sample
        questions:
          - 몇 권까지 빌려요
        ---
        책은 {{rule "loan.limit"}}까지 빌려 드려요. {{rule "loan.days"}} 동안 보실 수 있어요.
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("rules-").FullName;

    [Theory]
    [InlineData(null, null, null, 5)]
    [InlineData("samsan", null, null, 5)]
    [InlineData("galsan", null, null, 7)]
    [InlineData("galsan", "dvd", null, 2)]
    [InlineData("samsan", "dvd", null, 5)]
    [InlineData("samsan", null, "infant", 3)]
    public void The_narrowest_value_that_holds_for_the_case_counts(
        string? branch,
        string? kind,
        string? audience,
        int value
    ) => Assert.Equal(value, Read().Number("loan.limit", Today, new(branch, kind, audience)));

    [Fact]
    public void A_branchs_value_changes_on_its_day_and_the_history_keeps_both()
    {
        var rules = Read();
        Assert.Equal(10, rules.Number("loan.limit", new(2026, 10, 1), new("galsan")));
        Assert.Equal(5, rules.Number("loan.limit", new(2026, 2, 28), new("galsan")));
        var galsan = rules
            .PeriodsOf("loan.limit")
            .Where(period => period.Rule.Scope is { Branches: ["galsan"], Kinds: [] });
        Assert.Equal(
            [(10, null), (7, new DateOnly(2026, 9, 30))],
            galsan.Select(period => (period.Rule.Value, period.Until))
        );
    }

    [Fact]
    public void An_answer_about_a_branch_has_that_branchs_figures_and_says_that_they_are_its_own()
    {
        using var knowledge = Open();
        var there = knowledge.Ask("몇 권까지 빌려요", Today, asked: new("galsan"))!;
        var elsewhere = knowledge.Ask("몇 권까지 빌려요", Today, asked: new("samsan"))!;
        Assert.Equal(("책은 7권까지 빌려 드려요.", true), (there.Sentences[0], there.IsSpecial));
        Assert.Equal(("책은 5권까지 빌려 드려요.", false), (elsewhere.Sentences[0], elsewhere.IsSpecial));
    }

    [Fact]
    public void An_entry_of_one_branch_does_not_answer_for_another()
    {
        using var knowledge = Open(Entry.Replace("[all]", "[galsan]", StringComparison.Ordinal));
        Assert.NotNull(knowledge.Ask("몇 권까지 빌려요", Today));
        Assert.NotNull(knowledge.Ask("몇 권까지 빌려요", Today, asked: new("galsan")));
        Assert.Null(knowledge.Ask("몇 권까지 빌려요", Today, asked: new("samsan")));
    }

    [Theory]
    [InlineData("branches: [nowhere]", "rules.yml(7): branches: there is no branch 'nowhere'")]
    [InlineData("branches: [galsan], kinds: [dvd]", "rules.yml(7): loan.limit has two values from 2026-01-01 on")]
    [InlineData("kinds: dvd", "rules.yml(7): kinds is not a list of texts")]
    public void A_wrong_value_is_refused_by_line_and_reason(string scope, string reason)
    {
        var line =
            $"- {{key: loan.limit, title: 권수, value: 1, unit: 권, {scope}, effective_from: 2026-01-01, source: 견본}}";
        var error = Assert.Throws<InvalidDataException>(() => Read($"{RulesYaml}\n{line}"));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Rules Read(string yaml = RulesYaml)
    {
        var path = Path.Combine(folder, "rules.yml");
        File.WriteAllText(path, yaml);
        return Rules.Read(path, ["galsan", "samsan"]);
    }

    private KnowledgeBase Open(string entry = Entry)
    {
        var policies = Directory.CreateDirectory(Path.Combine(folder, "policies")).FullName;
        File.WriteAllText(Path.Combine(policies, "loan-limit.md"), entry);
        Read();
        return KnowledgeBase.Open(folder, Chatbot.Korean.Synonyms.None, folder);
    }
}
