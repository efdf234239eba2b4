using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Understanding;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bupyeong.Chatbot.Tests.Understanding;

public sealed class TitleTests
{
    private static readonly string[] Held =
    [
        "내일은 실험왕",
        "아홉 살 마음 사전",
        "기억 전달자",
        "나미야 잡화점의 기적",
        "작별하지 않는다",
        "어서 오세요, 휴남동 서점입니다",
        "종의 기원",
        "마틸다",
        "오늘",
        "도서관",
        "예약",
        "도서관 수업",
        "채식주의자",
        "흔한남매",
        "한국사 편지",
        "설국",
        "쉿! 공룡의 비밀",
        "Charlotte's Web",
    ];

    /// <summary>One that knows what a small library holds.</summary>
    private static readonly Lazy<Recognizer> OfLibrary = new(() =>
    {
        _ = Words.Recognizer;
        return Recognizer.Build(Words.Examples, Words.Lexicon, Words.CacheFolder, NullLogger.Instance, Held);
    });

    [Theory]
    [InlineData("토지 1권 있어요?", "토지 1권")]
    [InlineData("토지있어요??", "토지")]
    [InlineData("불편한편이점2 있나여", "불편한편이점2")]
    [InlineData("책 먹는 여우 있나요", "책 먹는 여우")]
    [InlineData("나는 나로 살기로 했다 빌릴 수 있나요", "나는 나로 살기로 했다")]
    [InlineData("우리가 빛의 속도로 갈 수 없다면 찾아줘", "우리가 빛의 속도로 갈 수 없다면")]
    [InlineData("노인과 바다 책 찾아주세요", "노인과 바다")]
    [InlineData("채식주의자 청천도서관에 꽂혀있나요", "채식주의자")]
    [InlineData("삼산에 파친코 있는지 봐줘", "파친코")]
    [InlineData("혹시 파친코 라는 책 있을까요", "파친코")]
    [InlineData("Why? 공룡 있어요?", "Why? 공룡")]
    [InlineData("챗지피티가 추천한 『별빛의 밤』 있나요", "별빛의 밤")]
    [InlineData("데미안 연장해줘", "데미안")]
    [InlineData("아니 토지 연장해줘", "토지")]
    [InlineData("파친코 연장", "파친코")]
    [InlineData("작별하지 않는다를 연장하고 싶어요", "작별하지 않는다")]
    [InlineData("내가 빌린 구름빵 반납일 언제야", "구름빵")]
    [InlineData("초2 공룡 책 추천", "공룡")]
    [InlineData("82년생 김지영 기적의도서관에 남아있나", "82년생 김지영")]
    public void What_is_left_of_a_request_is_the_title(string text, string title) =>
        Assert.Equal(title, Words.Recognizer.Recognize(text).First("title")?.Value);

    [Theory]
    [InlineData("한강 책 뭐 있어요", "한강")]
    [InlineData("한강 작가 신작 나온 거 있나", "한강")]
    [InlineData("김영하가 쓴 책 있나요", "김영하")]
    [InlineData("박경리 책 뭐뭐 나와 있는지 다 보여줘", "박경리")]
    [InlineData("최은영 책 뭐뭐 있어요", "최은영")]
    public void A_cue_makes_it_an_author(string text, string author) =>
        Assert.Equal(author, Words.Recognizer.Recognize(text).First("author")?.Value);

    [Theory]
    [InlineData("연장해줘")]
    [InlineData("다연장")]
    [InlineData("책 추천 좀")]
    [InlineData("더 보여줘")]
    [InlineData("두번째 거 청천에 있어?")]
    [InlineData("9788936434120 있나요")]
    [InlineData("일주일만 더")]
    [InlineData("안녕하세요")]
    [InlineData("삼산도서관 일요일 몇시까지?")]
    public void A_request_without_a_title_has_none(string text)
    {
        var recognition = Words.Recognizer.Recognize(text);
        Assert.Null(recognition.First("title"));
        Assert.Null(recognition.First("author"));
    }

    [Theory]
    [InlineData("내일은 실험와 있나요", "내일은 실험와")]
    [InlineData("내일은실험왕3권어디", "내일은실험왕3권")]
    [InlineData("아홉 살 마음 사전 몇 학년이 읽나요", "아홉 살 마음 사전")]
    [InlineData("기억 전달자 청소년이 봐도 되는 책인가요", "기억 전달자")]
    [InlineData("오늘당장나미아잡화점에기적대출되나요", "나미아잡화점에기적")]
    [InlineData("선생님이 추천하신 작별하비 않는다 있어요?", "작별하비 않는다")]
    [InlineData("한강 작가 작별하지 않은다 있나", "작별하지 않은다")]
    [InlineData("어서오세요 휴남동서점 있나요", "어서오세요 휴남동서점")]
    [InlineData("종에 기원 몇 페이지짜리예요", "종에 기원")]
    [InlineData("마틸다랑비슷한책", "마틸다")]
    [InlineData("채식주이자 아직 내 대출중으로 떠?", "채식주이자")]
    [InlineData("흔한남메 이번 권 다 봤는데 그다음 권이 있나요?", "흔한남메")]
    [InlineData("설국 CD만 꽂혀 있고 책은 안 보여요", "설국")]
    [InlineData("쉿!공룡의비밀 예약해 주세요", "쉿!공룡의비밀")]
    [InlineData("앞사람이 charlotte's web 반납했는지 확인해 주실래요", "charlotte's web")]
    [InlineData("is 설국 on loan", "설국")]
    public void A_title_that_is_held_is_found_however_it_is_typed(string text, string title) =>
        Assert.Equal(title, OfLibrary.Value.Recognize(text).First("title")?.Value);

    [Theory]
    [InlineData("기억 전달자의 고양이 있나요", "기억 전달자의 고양이")]
    [InlineData("별이 내리는 도서관의 고양이 있나요", "별이 내리는 도서관의 고양이")]
    [InlineData("달빛우체국예약가능해요?", "달빛우체국")]
    [InlineData("한국사 문제집 있나요", "한국사 문제집")]
    [InlineData("설국열차 있나요", "설국열차")]
    public void A_title_that_is_not_held_is_taken_as_it_is_said(string text, string title) =>
        Assert.Equal(title, OfLibrary.Value.Recognize(text).First("title")?.Value);

    [Theory]
    [InlineData("오늘 도서관 몇 시까지 해요")]
    [InlineData("예약 취소할래요")]
    [InlineData("도서관 수업 언제 해요")]
    public void Ordinary_words_are_no_title_though_a_book_is_called_so(string text) =>
        Assert.Null(OfLibrary.Value.Recognize(text).First("title"));
}
