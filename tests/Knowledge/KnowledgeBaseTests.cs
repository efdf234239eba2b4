using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>The entries that the program ships with, opened once.</summary>
public sealed class ShippedKnowledge : IDisposable
{
    public static string SynonymsPath { get; } =
        Path.Combine(AppContext.BaseDirectory, "dialogs", "entities", "synonyms.md");

    private readonly string data = Directory.CreateTempSubdirectory("knowledge-").FullName;

    public ShippedKnowledge() =>
        Knowledge = KnowledgeBase.Open(
            Path.Combine(AppContext.BaseDirectory, "knowledge"),
            Synonyms.Read(SynonymsPath),
            data
        );

    public KnowledgeBase Knowledge { get; }

    public void Dispose()
    {
        Knowledge.Dispose();
        Directory.Delete(data, recursive: true);
    }
}

public sealed class KnowledgeBaseTests(ShippedKnowledge shipped) : IClassFixture<ShippedKnowledge>
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("책 몇 권까지 빌릴 수 있어?", "loan-limit-and-period")]
    [InlineData("반납일이 휴관일이면 어떻게 돼요", "due-on-closed-day")]
    [InlineData("책바다 택배비가 얼마예요?", "chaekbada")]
    [InlineData("회원증잃어버렸어요", "lost-card")]
    [InlineData("예약 몇권까지 되나요?", "hold-limit-and-pickup")]
    [InlineData("CAN FOREIGNERS BORROW BOOKS", "foreigner-card", "en")]
    public void A_question_about_the_library_finds_its_entry(string question, string slug, string language = "ko") =>
        Assert.Equal(slug, shipped.Knowledge.Ask(new Question(question, language), Today)?.Entry.Slug);

    [Fact]
    public void Every_question_that_staff_wrote_is_answered_by_its_entry()
    {
        var lost = shipped
            .Knowledge.On(Today)
            .SelectMany(entry => entry.Questions.Select(question => (entry, question)))
            .Where(asked => shipped.Knowledge.Ask(asked.question, Today)?.Entry != asked.entry)
            .Select(asked => $"{asked.question} → {shipped.Knowledge.Ask(asked.question, Today)?.Entry.Slug}");
        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("오늘 날씨 어때")]
    [InlineData("부평역 가는 버스 몇 번이야")]
    [InlineData("코로나 백신 어디서 맞아요")]
    [InlineData("너 누가 만들었어")]
    [InlineData("비트코인 지금 얼마야")]
    [InlineData("축구 경기 몇 시에 해")]
    [InlineData("파이썬 코드 짜줘")]
    [InlineData("수능 언제야")]
    [InlineData("사랑해")]
    [InlineData("근처 맛집 추천해줘")]
    [InlineData("여권 발급 어디서 해")]
    [InlineData("영화 예매해줘")]
    [InlineData("환율 알려줘")]
    [InlineData("쓰레기 분리수거 요일")]
    [InlineData("감기에 좋은 음식")]
    [InlineData("택시 불러줘")]
    [InlineData("인천공항 가는 법")]
    [InlineData("")]
    public void A_question_about_something_else_is_not_answered(string question) =>
        Assert.Null(
            shipped.Knowledge.Ask(question, Today, Heard.Of(question)) is { } answer
                ? $"{answer.Entry.Slug} {answer.Score}"
                : null
        );

    [Fact]
    public void An_answer_has_the_figures_of_the_day_and_its_source()
    {
        var answer = shipped.Knowledge.Ask("한 번에 몇 권까지 빌릴 수 있어요?", Today)!;
        Assert.Equal(3, answer.Sentences.Count);
        Assert.StartsWith("본인 회원증으로 5권까지, 14일 동안", answer.Sentences[0], StringComparison.Ordinal);
        Assert.Equal(
            new Citation("loan-limit-and-period", "대출 권수와 기간", new(2026, 1, 1), IsSample: true),
            answer.Citation
        );
    }

    [Fact]
    public void Nothing_is_answered_before_it_takes_effect() =>
        Assert.Null(shipped.Knowledge.Ask("한 번에 몇 권까지 빌릴 수 있어요?", new DateOnly(2025, 12, 31)));

    [Fact]
    public void What_comes_nearest_can_be_offered() =>
        Assert.Equal(3, shipped.Knowledge.Nearest("연체하면 어떻게 되나요", Today, 3).Count);

    [Fact]
    public void A_title_said_back_opens_its_entry() =>
        Assert.All(
            shipped.Knowledge.On(Today),
            entry => Assert.Equal(entry.Slug, shipped.Knowledge.Ask(entry.Title, Today)?.Entry.Slug)
        );

    [Theory]
    [InlineData("비번을 다시 정하고 싶어요", "forgotten-password")]
    [InlineData("책마실 취소 가능한가요", "interlibrary-cancel")]
    [InlineData("엘베 타고 올라갈 수 있나요", "wheelchair")]
    public void Another_word_for_the_same_thing_finds_the_same(string question, string slug) =>
        Assert.Contains(slug, shipped.Knowledge.Nearest(question, Today, 2).Select(entry => entry.Slug));
}
