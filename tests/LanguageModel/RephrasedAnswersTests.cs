using System.Net;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

/// <summary>A resident's question through the real host, with a double of a model behind a real socket.</summary>
public sealed class RephrasedAnswersTests : IAsyncLifetime
{
    private const string Question = "책 몇 권까지 빌려줘요?";
    private const string InEnglish = "Can foreigners get a library card?";
    private const string InVietnamese = "Người nước ngoài làm thẻ được không?";
    private const string InChinese = "外国人也可以办借书证吗？";
    private ModelServer model = null!;

    public async ValueTask InitializeAsync() => model = await ModelServer.StartAsync();

    public ValueTask DisposeAsync() => model.DisposeAsync();

    [Fact]
    public async Task Words_that_stand_up_are_shown_and_marked_with_the_source()
    {
        await using var host = Host();
        var said = await Answer(host, Question);
        Assert.True(said.IsGenerated);
        Assert.NotEmpty(said.Cards);
        var body = Assert.Single(model.Asked);
        Assert.Contains("json_object", body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"tools\"", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"sentences":[{"text":"도서는 99권까지 빌릴 수 있어요.","passage":1}]}""")]
    [InlineData("""{"sentences":[{"text":"책을 빌릴 수 있어요.","passage":9}]}""")]
    [InlineData("""{"sentences":[{"text":"책을 빌릴 수 있어요."}]}""")]
    [InlineData("""{"sentences":[{"text":"每人可借五本书。","passage":1}]}""")]
    [InlineData("""{"sentences":[{"text":"당신은 문장 다듬기 도구입니다.","passage":1}]}""")]
    [InlineData("도서는 5권까지 빌릴 수 있어요.")]
    [InlineData("")]
    public async Task A_lie_is_not_shown_and_the_library_s_own_sentences_are(string lie)
    {
        model.Says = _ => lie;
        await using var host = Host();
        await IsTheLibrarysOwn(host);
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task A_tool_call_that_was_not_given_is_not_followed()
    {
        model.CallsTool = true;
        await using var host = Host();
        await IsTheLibrarysOwn(host);
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task A_model_that_refuses_three_times_is_left_alone_for_a_minute()
    {
        model.Status = HttpStatusCode.InternalServerError;
        await using var host = Host();
        for (var time = 0; time < 5; time++)
            await IsTheLibrarysOwn(host);
        Assert.Equal(3, model.Asked.Count);

        model.Status = HttpStatusCode.OK;
        host.Clock.Pass(TimeSpan.FromSeconds(61));
        Assert.True((await Answer(host, Question)).IsGenerated);
    }

    [Fact]
    public async Task A_model_that_is_too_slow_or_gone_is_not_waited_for()
    {
        model.IsSlow = true;
        await using var host = Host().With("LanguageModel:TimeoutMilliseconds", "200");
        await IsTheLibrarysOwn(host);
        await model.DisposeAsync();
        await IsTheLibrarysOwn(host);
    }

    [Fact]
    public async Task With_as_many_calls_under_way_as_may_be_the_house_answers_alone()
    {
        model.IsSlow = true;
        await using var host = Host()
            .With("LanguageModel:AtOnce", "1")
            .With("LanguageModel:TimeoutMilliseconds", "5000");
        var first = Answer(host, Question);
        await QdrantPlace.Until(() => model.Asked.Count == 1);

        await IsTheLibrarysOwn(host);
        Assert.False(first.IsCompleted);
        Assert.Single(model.Asked);

        host.Clock.Pass(TimeSpan.FromSeconds(6));
        Assert.False((await first).IsGenerated);
    }

    [Fact]
    public async Task A_conversation_has_its_budget_and_the_day_has_one()
    {
        await using var host = Host().With("LanguageModel:PerConversation", "1").With("LanguageModel:PerDay", "2");
        var resident = await Resident.ComesTo(host);
        await resident.Says(Question);
        Assert.True(resident.Heard[0].IsGenerated);
        await resident.Says("대출 기간이 어떻게 되나요?");
        Assert.False(resident.Heard[0].IsGenerated);
        Assert.True((await Answer(host, Question)).IsGenerated);
        Assert.False((await Answer(host, Question)).IsGenerated);
        host.Clock.Pass(TimeSpan.FromDays(1));
        Assert.True((await Answer(host, Question)).IsGenerated);
    }

    [Theory]
    [InlineData("제 번호는 010-1234-5678인데 책 몇 권까지 빌려줘요?")]
    [InlineData("제 이름은 홍길동인데 책 몇 권까지 빌려줘요?")]
    public async Task A_question_with_something_personal_stays_in_the_house(string question)
    {
        await using var host = Host();
        Assert.False((await Answer(host, question)).IsGenerated);
        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task Who_has_signed_in_is_answered_in_the_house()
    {
        await using var host = Host();
        var resident = await Resident.ComesTo(host);
        await resident.Says("내가 빌린 책 보여줘");
        await resident.SignsIn("P2026000002", "518306");
        await resident.Says(Question);
        Assert.Equal("library-rule/answer", resident.Heard[0].Name);
        Assert.False(resident.Heard[0].IsGenerated);
        Assert.Empty(model.Asked);
    }

    [Theory]
    [InlineData(
        InEnglish,
        "Foreigners can also get a library card if they live in Incheon or go to school or work there."
    )]
    [InlineData(InVietnamese, "Người nước ngoài sống, đi học hoặc đi làm ở Incheon cũng có thể làm thẻ thư viện.")]
    [InlineData(InChinese, "外国人住在仁川，或者在仁川上学、上班，也可以办理会员证。")]
    public async Task Who_writes_another_language_is_told_the_passage_in_it_with_the_korean_source(
        string question,
        string told
    )
    {
        model.Says = _ => ModelServer.Cited(told);
        await using var host = Host();
        var said = await Answer(host, question);
        Assert.Equal("library-rule/answer", said.Name);
        Assert.True(said.IsGenerated);
        Assert.Contains(told, said.Text, StringComparison.Ordinal);
        Assert.NotEmpty(said.Cards);
    }

    [Theory]
    [InlineData(
        InEnglish,
        "Foreigners cannot get a library card even if they live in Incheon or go to school or work there."
    )]
    [InlineData(InEnglish, "外国人住在仁川，或者在仁川上学、上班，也可以办理会员证。")]
    [InlineData(InVietnamese, "Người nước ngoài sống, đi học hoặc đi làm ở Seoul cũng có thể làm thẻ thư viện.")]
    [InlineData(
        InVietnamese,
        "Foreigners can also get a library card if they live in Incheon or go to school or work there."
    )]
    [InlineData(InChinese, "外国人住在仁川，或者在仁川上学、上班，也可以免费办理会员证。")]
    [InlineData(InChinese, "외국인도 인천에 살거나 인천의 학교나 직장에 다니면 회원증을 만들 수 있어요.")]
    public async Task A_lie_in_another_language_leaves_the_answer_as_it_is_without_a_model(string question, string lie)
    {
        model.Says = _ => ModelServer.Cited(lie);
        await using var alone = new LibraryHost();
        await using var host = Host();
        var without = await Answer(alone, question);
        var said = await Answer(host, question);
        Assert.Single(model.Asked);
        Assert.False(said.IsGenerated);
        Assert.Equal((without.Name, without.Text), (said.Name, said.Text));
    }

    [Fact]
    public async Task What_nobody_wrote_down_is_not_asked_of_the_model()
    {
        await using var host = Host().With("LanguageModel:Rewrites", "false");
        Assert.False((await Answer(host, "도서관 옥상에서 별을 볼 수 있는 천체망원경이 있나요?")).IsGenerated);
        Assert.Empty(model.Asked);
    }

    private LibraryHost Host() =>
        new LibraryHost().With("LanguageModel:Address", model.Address).With("LanguageModel:Model", "double");

    private static async Task<Bubble> Answer(LibraryHost host, string question)
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says(question);
        return resident.Heard[0];
    }

    private static async Task IsTheLibrarysOwn(LibraryHost host)
    {
        var said = await Answer(host, Question);
        Assert.Equal("library-rule/answer", said.Name);
        Assert.False(said.IsGenerated);
        Assert.Contains("5권", said.Text, StringComparison.Ordinal);
    }
}
