using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Tests.Knowledge;

public sealed class KnowledgeFilesTests : IDisposable
{
    private const string RulesYaml = """
        - { key: loan.limit, title: 대출 권수, value: 5, unit: 권, effective_from: 2026-01-01, source: 견본 }
        - { key: loan.limit, title: 대출 권수, value: 7, unit: 권, effective_from: 2026-07-01, source: 견본 }
        - { key: room.deposit, title: 보증금, value: 50000, unit: 원, effective_from: 2026-01-01, source: 견본 }
        """;

    private const string Entry = """
        ---
        title: 대출 권수
        slug: loan-limit
        audience: [everyone]
        branches: [all]
        effective_from: 2026-01-01
        effective_to: 2026-12-31
        owner: 담당
        source: 견본 규정
        status: sample
        questions:
          - 몇 권까지 빌릴 수 있어요?
          - 대출 권수 알려 줘
        ---
        한 번에 {{rule "loan.limit"}}까지 빌려요. 2026. 7. 1.부터 늘었어요. 세 번째 문장이에요. 네 번째 문장이에요.
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("entries-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_value_in_force_on_the_day_is_printed_with_its_unit()
    {
        File.WriteAllText(Path.Combine(folder, "rules.yml"), RulesYaml);
        var rules = Rules.Read(Path.Combine(folder, "rules.yml"));
        Assert.Equal("5권", rules.Print("loan.limit", new(2026, 6, 30)));
        Assert.Equal(7, rules.Number("loan.limit", new(2026, 7, 1)));
        Assert.Equal("50,000원", rules.Print("room.deposit", new(2026, 7, 1)));
        Assert.Throws<KeyNotFoundException>(() => rules.Number("loan.limits", new(2026, 7, 1)));
        Assert.Throws<KeyNotFoundException>(() => rules.Number("loan.limit", new(2025, 7, 1)));
    }

    [Theory]
    [InlineData(2026, 6, "한 번에 5권까지 빌려요.")]
    [InlineData(2026, 8, "한 번에 7권까지 빌려요.")]
    public void An_answer_takes_the_rule_of_its_day_and_three_sentences(int year, int month, string first)
    {
        using var knowledge = Open(Entry);
        var answer = knowledge.Ask("몇 권까지 빌릴 수 있어요?", new(year, month, 1))!;
        Assert.Equal([first, "2026. 7. 1.부터 늘었어요.", "세 번째 문장이에요."], answer.Sentences);
    }

    [Fact]
    public void An_expired_entry_and_a_draft_are_not_used()
    {
        using (var knowledge = Open(Entry))
            Assert.Null(knowledge.Ask("몇 권까지 빌릴 수 있어요?", new(2027, 1, 1)));
        using (var knowledge = Open(Entry.Replace("status: sample", "status: draft", StringComparison.Ordinal)))
            Assert.Null(knowledge.Ask("몇 권까지 빌릴 수 있어요?", new(2026, 6, 1)));
    }

    [Theory]
    [InlineData("title: 대출 권수", "title:", "(2): title is missing")]
    [InlineData("slug: loan-limit", "slug: Loan Limit", "(2): slug: 'Loan Limit' is not small letters")]
    [InlineData(
        "effective_from: 2026-01-01",
        "effective_from: 2026-13-01",
        "(6): effective_from: '2026-13-01' is not a date"
    )]
    [InlineData("effective_to: 2026-12-31", "effective_to: 2025-12-31", "effective_to is before effective_from")]
    [InlineData("status: sample", "status: perhaps", "status: 'perhaps' is none of draft, published, sample")]
    [InlineData("audience: [everyone]", "audience: [everyone", "perhaps a bracket is open")]
    [InlineData("{{rule \"loan.limit\"}}", "{{rule \"loan.limits\"}}", "(15): no rule 'loan.limits' on 2026-01-01")]
    [InlineData("  - 몇 권까지 빌릴 수 있어요?\n  - 대출 권수 알려 줘\n", "", "questions: there is none")]
    public void What_is_wrong_is_said_with_file_and_line(string right, string wrong, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() =>
            Open(Entry.Replace(right, wrong, StringComparison.Ordinal))
        );
        Assert.Contains("one.md(", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_entries_that_claim_a_question_the_newest_answers_and_staff_can_see_both()
    {
        var newer = Entry
            .Replace("slug: loan-limit", "slug: loan-limit-anew", StringComparison.Ordinal)
            .Replace("effective_from: 2026-01-01", "effective_from: 2026-03-01", StringComparison.Ordinal)
            .Replace(
                "세 번째 문장이에요.",
                "이제는 다른 안내예요. 아주 다른 말로 다시 썼어요.",
                StringComparison.Ordinal
            );
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        File.WriteAllText(Path.Combine(folder, "policies", "another.md"), newer);
        using var knowledge = Open(Entry);

        Assert.Equal("loan-limit", knowledge.Ask("몇 권까지 빌릴 수 있어요?", new(2026, 2, 1))!.Entry.Slug);
        Assert.Equal("loan-limit-anew", knowledge.Ask("몇 권까지 빌릴 수 있어요?", new(2026, 4, 1))!.Entry.Slug);
        Assert.Empty(knowledge.ClashesOn(new(2026, 2, 1)));
        Assert.All(
            knowledge.ClashesOn(new(2026, 4, 1)),
            clash => Assert.Equal(["loan-limit-anew", "loan-limit"], clash.Entries.Select(entry => entry.Slug))
        );
        Assert.NotEmpty(knowledge.ClashesOn(new(2026, 4, 1)));
    }

    [Fact]
    public void A_question_in_another_language_that_two_entries_claim_is_a_clash_too()
    {
        const string Asked = "How many books can I borrow?";
        var foreign = Entry.Replace("questions:", $"questions_en:\n  - {Asked}\nquestions:", StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        File.WriteAllText(
            Path.Combine(folder, "policies", "another.md"),
            foreign.Replace("slug: loan-limit", "slug: loan-limit-anew", StringComparison.Ordinal)
        );
        using var knowledge = Open(foreign);

        Assert.Contains(Asked, knowledge.ClashesOn(new(2026, 4, 1)).Select(clash => clash.Question));
    }

    [Fact]
    public void What_was_filed_twice_is_found_once()
    {
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        File.WriteAllText(
            Path.Combine(folder, "policies", "another.md"),
            Entry
                .Replace("slug: loan-limit", "slug: loan-limit-again", StringComparison.Ordinal)
                .Replace("effective_from: 2026-01-01", "effective_from: 2026-03-01", StringComparison.Ordinal)
        );
        using var knowledge = Open(Entry);

        Assert.Equal(
            ["loan-limit-again"],
            knowledge.Rank("대출 권수가 어떻게 돼요", new(2026, 4, 1), 5).Select(hit => hit.Entry.Slug)
        );
    }

    [Fact]
    public void Two_entries_with_one_slug_are_refused()
    {
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        File.WriteAllText(Path.Combine(folder, "policies", "another.md"), Entry);
        Assert.Contains(
            "slug",
            Assert.Throws<InvalidDataException>(() => Open(Entry)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_rule_without_a_number_is_refused_with_its_line()
    {
        var path = Path.Combine(folder, "rules.yml");
        File.WriteAllText(path, "# 값\n- key: a.b\n  value: 다섯\n  unit: 권\n");
        var error = Assert.Throws<InvalidDataException>(() => Rules.Read(path));
        Assert.Contains("rules.yml(3): value: '다섯' is not a whole number", error.Message, StringComparison.Ordinal);
    }

    private KnowledgeBase Open(string entry)
    {
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        File.WriteAllText(Path.Combine(folder, "rules.yml"), RulesYaml);
        File.WriteAllText(Path.Combine(folder, "policies", "one.md"), entry);
        return KnowledgeBase.Open(folder, Chatbot.Korean.Synonyms.None, Path.Combine(folder, "data"));
    }
}
