using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>What is known to be asked in vain, and entries that are written of it later.</summary>
public sealed class UnanswerableQuestionsTests : IClassFixture<ShippedKnowledge>, IDisposable
{
    private const string Asked = "프린터로 A3도 뽑을 수 있나요?";
    private const string InVain = """
        # 안내 자료가 답하지 않는 물음

        프린터로 A3 종이에 뽑을 수 있어요?
        A3로 뽑고 싶은데 프린터 되나요
        도서관 프린터 A3도 되는지요

        """;

    private static readonly DateOnly Today = new(2026, 11, 22);

    /// <summary>It sounds like a question about the rules, and like nothing else.</summary>
    private static readonly Hearing AsOfRules = new(Rule: 0.99, Other: 0.001);

    private readonly string folder = Directory.CreateTempSubdirectory("unanswerable-").FullName;

    private readonly ShippedKnowledge shipped;

    public UnanswerableQuestionsTests(ShippedKnowledge shipped)
    {
        this.shipped = shipped;
        File.WriteAllText(Path.Combine(folder, "rules.yml"), "[]\n");
        Write(
            "printing",
            "인쇄와 복사",
            "프린터로 뽑는 데 얼마예요?",
            "흑백은 한 장에 100원이에요. 프린터로 문서를 뽑을 수 있어요."
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_is_like_questions_that_are_asked_in_vain_is_not_answered_by_what_comes_near()
    {
        Assert.Equal("printing", Answering(Asked));
        Know(InVain);
        Assert.Null(Answering(Asked));
        Assert.Equal("printing", Answering("프린터로 뽑는 데 얼마인가요"));
    }

    [Theory]
    [InlineData("3D 프린터 있어?")]
    [InlineData("3D 프린터 재료값은 얼마나 받아요")]
    [InlineData("3D프린터안전교육몇분")]
    [InlineData("3D 프린터 쓸 수 있는 데 있어요?")]
    [InlineData("3D 프린터 써볼 수 있어요?")]
    public void An_entry_that_is_written_of_it_later_answers(string question)
    {
        Assert.Null(shipped.Knowledge.Ask(question, Today, Heard.Of(question)));
        Write(
            "three-d-printer",
            "3D 프린터",
            "3D 프린터 쓸 수 있어요?\n  - 3D 프린터 예약은 어떻게 해요\n  - 3D프린터 재료비 얼마예요",
            "3D 프린터는 부개도서관 창작실에 있고, 회원이면 누구나 예약해서 쓸 수 있어요. 재료비는 10g에 500원이에요. 처음 쓰는 분은 안전 교육을 30분 들어야 해요."
        );
        var synonyms = Synonyms.Read(ShippedKnowledge.SynonymsPath);
        using var knowledge = KnowledgeBase.Of(
            [.. shipped.Knowledge.Entries, EntryFile.ReadAll(Policies, shipped.Knowledge.Rules)[^1]],
            synonyms,
            shipped.Knowledge.Rules,
            SearchEngine.In(Path.Combine(folder, "data")),
            UnanswerableQuestions.Read(Path.Combine(AppContext.BaseDirectory, "knowledge"), synonyms)
        );
        Assert.Equal("three-d-printer", knowledge.Ask(question, Today, Heard.Of(question))?.Entry.Slug);
    }

    [Fact]
    public void A_line_of_marks_alone_is_like_nothing()
    {
        Know($"!!!\n{InVain}");
        Assert.Equal("printing", Answering("프린터로 뽑는 데 얼마인가요"));
        Assert.Null(Answering(Asked));
    }

    [Fact]
    public void Lines_for_the_reader_are_no_questions()
    {
        Know("# 프린터로 A3도 뽑을 수 있나요?\n\n");
        Assert.Equal("printing", Answering(Asked));
    }

    [Fact]
    public void The_shipped_ones_are_no_question_of_an_entry_and_none_stands_twice()
    {
        var lines = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "knowledge", "unanswerable.txt"))
            .Where(line => line is not ("" or ['#', ..]))
            .Select(KoreanText.Squash)
            .ToList();
        Assert.Equal(lines.Count, lines.Distinct().Count());
        var answered = shipped.Knowledge.Entries.SelectMany(entry => entry.Questions).Select(KoreanText.Squash);
        Assert.Empty(lines.Intersect(answered));
    }

    private string Policies => Path.Combine(folder, "policies");

    private string? Answering(string question)
    {
        using var knowledge = KnowledgeBase.Open(folder, Synonyms.None, Path.Combine(folder, "data"));
        return knowledge.Ask(question, Today, AsOfRules)?.Entry.Slug;
    }

    private void Know(string questions) => File.WriteAllText(Path.Combine(folder, "unanswerable.txt"), questions);

    private void Write(string slug, string title, string question, string text)
    {
        Directory.CreateDirectory(Policies);
        File.WriteAllText(
            Path.Combine(Policies, $"{slug}.md"),
            $"""
            ---
            title: {title}
            slug: {slug}
            audience: [everyone]
            branches: [all]
            effective_from: 2026-01-01
            effective_to:
            owner: 견본
            source: 견본
            status: sample
            questions:
              - {question}
            ---
            {text}
            """
        );
    }
}
