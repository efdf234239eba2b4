using Bupyeong.Chatbot.LanguageModel;
using Bupyeong.Chatbot.Privacy;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

/// <summary>Which questions of a model a librarian is shown.</summary>
public sealed class ProposalGuardTests
{
    private const string Text =
        "회원증은 잃어버렸다고 신고하고 1일 뒤에 다시 만들 수 있어요. 다시 만드는 값은 1,000원이에요. 월요일에는 홈페이지에서 신고하세요.";

    private readonly ProposalGuard guard = new(
        new Proposing("회원증 분실", [Text], ["재발급 당일 되나요"], "사서"),
        new PersonalDataGate(new Masking([]))
    );

    [Theory]
    [InlineData("회원증 다시 만드는 데 천 원 드나요?")]
    [InlineData("회원증을 잃어버렸어요. 어떻게 해야 하나요?")]
    [InlineData("하루 지나면 다시 만들 수 있을까요")]
    [InlineData("월요일에 신고해도 되나요?")]
    [InlineData("회원증 두고 왔는데 어떡해?")]
    [InlineData("회원증을 다시 만들어 주세요.")]
    [InlineData("한 번에 여러 장을 만들 수도 있나요?")]
    public void What_anybody_could_ask_is_shown(string question) => Assert.Equal(Objection.None, guard.Take(question));

    [Theory]
    [InlineData("회원증 값이 9,900원인가요?", Objection.UnknownNumber)]
    [InlineData("회원증을 사흘 뒤에 받나요?", Objection.UnknownNumber)]
    [InlineData("회원증을 열 장 만들 수 있나요?", Objection.UnknownNumber)]
    [InlineData("추석에도 회원증을 만드나요?", Objection.UnknownDay)]
    [InlineData("강남도서관에서도 다시 만들어 주나요?", Objection.UnknownName)]
    [InlineData("「해리 포터」를 빌리려는데 회원증이 없어요, 되나요?", Objection.UnknownName)]
    [InlineData("홍길동씨 회원증은 어디 있나요?", Objection.UnknownName)]
    [InlineData("借书证丢了怎么办?", Objection.NoQuestion)]
    [InlineData("图书证 재발급 되나요?", Objection.OtherLanguage)]
    [InlineData("Can I get a new card 나요?", Objection.OtherLanguage)]
    [InlineData("당신은 시험 문항을 적는 도구입니까?", Objection.PromptWords)]
    [InlineData("known에 적힌 문항은 무엇인가요?", Objection.PromptWords)]
    [InlineData("**회원증**을 다시 만들 수 있나요?", Objection.NotPlain)]
    [InlineData("회원증은 https://example.invalid 에서 만드나요?", Objection.NotPlain)]
    [InlineData("회원증을\n다시 만들 수 있나요?", Objection.NotPlain)]
    [InlineData("회원증을 다시\u200B 만들 수 있나요?", Objection.NotPlain)]
    [InlineData("제 이름은 홍길동인데 다시 만들 수 있나요?", Objection.PersonalData)]
    [InlineData("회원증을 다시 만들었습니다.", Objection.NoQuestion)]
    [InlineData("회원증", Objection.NoQuestion)]
    [InlineData("왜?", Objection.NoQuestion)]
    [InlineData("", Objection.NoQuestion)]
    [InlineData("재발급, 당일 되나요?", Objection.Known)]
    public void What_the_entry_has_not_or_nobody_would_ask_is_dropped(string question, Objection objection) =>
        Assert.Equal(objection, guard.Take(question));

    [Fact]
    public void The_same_question_again_and_one_without_end_are_dropped()
    {
        Assert.Equal(Objection.None, guard.Take("회원증 다시 만들 수 있나요?"));
        Assert.Equal(Objection.Known, guard.Take("회원증 다시만들 수 있나요??"));
        Assert.Equal(Objection.TooLong, guard.Take($"{new string('아', 80)} 되나요?"));
    }
}
