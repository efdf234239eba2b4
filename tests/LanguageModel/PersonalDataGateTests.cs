using Bupyeong.Chatbot.LanguageModel;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Tests.Knowledge;

namespace Bupyeong.Chatbot.Tests.LanguageModel;

/// <summary>What stays in the house, and how much of what residents ask does so for nothing.</summary>
public sealed class PersonalDataGateTests(ShippedKnowledge shipped, ITestOutputHelper output)
    : IClassFixture<ShippedKnowledge>
{
    private const double MostKept = 0.03;

    private readonly PersonalDataGate gate = new(new Masking([]));

    [Theory]
    [InlineData("김민수인데요 책 몇 권까지 빌려요?")]
    [InlineData("저는 김민수라고 합니다. 연장 되나요?")]
    [InlineData("저 박지훈인데 예약 몇 권 돼요")]
    [InlineData("민수 엄마예요 아이 회원증 만들려면요?")]
    [InlineData("서준이 아빠인데 가족회원 되나요")]
    [InlineData("부평고 3학년 2반 박지훈")]
    [InlineData("부평초 3학년 2반인데 견학 되나요")]
    [InlineData("이서연 책 연체됐나요?")]
    [InlineData("최유진이 빌린 책을 제가 반납해도 되나요")]
    [InlineData("지훈 씨 대신 빌려도 되나요")]
    [InlineData("김영희님 예약 취소해 주세요")]
    [InlineData("남궁민수입니다 회원 탈퇴하려고요")]
    [InlineData("우리 아들 정하준이라고 하는데 회원증 있나요")]
    [InlineData("제 이름은 홍길동인데 책 몇 권까지 빌려줘요?")]
    [InlineData("인천 부평구 부평대로 168에 사는데 회원증 되나요")]
    [InlineData("삼산동 45-6번지로 택배 보내 주세요")]
    [InlineData("주공아파트 101동 1203호인데 책나래 되나요")]
    [InlineData("한국아파트 3동으로 보내 주세요")]
    [InlineData("12가 3456 차 주차 되나요")]
    [InlineData("123허 4567 주차 등록이요")]
    [InlineData("국민은행 123456-78-901 로 환불되나요")]
    [InlineData("여권번호 M12345678로 회원증 되나요")]
    [InlineData("My name is John Smith, how many books can I borrow?")]
    [InlineData("I'm Nguyen Van An, can I get a card?")]
    [InlineData("This is Sarah speaking, can I renew?")]
    [InlineData("my passport number is 12345678, can i join")]
    [InlineData("Tôi tên là Nguyễn Văn An, tôi mượn được mấy cuốn?")]
    [InlineData("toi ten la An, muon duoc may cuon")]
    [InlineData("Em là Hương, làm thẻ thế nào ạ?")]
    [InlineData("我叫王伟，可以借几本？")]
    [InlineData("我是李娜，想办借书证")]
    [InlineData("护照号 12345678 可以办卡吗")]
    [InlineData("저는 민수예요 책 언제까지예요")]
    [InlineData("나는 박서준이고 고등학생이야")]
    [InlineData("정우성입니다. 예약한 책 왔나요?")]
    [InlineData("안녕하세요 한지민이라고 하는데요 연장 부탁드려요")]
    [InlineData("우리 딸 오하윤 회원증 만들려고요")]
    [InlineData("송민호 회원 연체 풀어 주세요")]
    [InlineData("지우 할머니인데 아이 책 대신 반납해도 되나요")]
    [InlineData("예준맘인데 북스타트 신청하려고요")]
    [InlineData("주소는 인천 부평구 산곡동이에요")]
    [InlineData("인천 부평구 갈산동 삼보아파트에 살아요")]
    [InlineData("부개동 롯데캐슬 105동 802호 사는데요")]
    [InlineData("산곡여중 2학년 4반 담임입니다")]
    [InlineData("서울 12가 3456 주차했는데요")]
    [InlineData("농협 302-1234-5678-91로 돌려주세요")]
    [InlineData("생일은 1990년 3월 4일이에요")]
    [InlineData("이름: 김철수 연장해 주세요")]
    [InlineData("Hi, I am Maria Santos. Can I get a card?")]
    [InlineData("My son's name is Kevin. Can he get a card?")]
    [InlineData("call me Anna please, how do i renew")]
    [InlineData("Mình tên Lan, muốn gia hạn sách")]
    [InlineData("Con tôi tên là Minh, làm thẻ thế nào?")]
    [InlineData("我的名字是张丽，怎么续借？")]
    [InlineData("我姓陈，想预约书")]
    [InlineData("我儿子叫小明，可以办卡吗")]
    [InlineData("강감찬 씨 책 대신 찾으러 왔어요")]
    [InlineData("최민식의 대출 내역 보여줘")]
    [InlineData("박 선생님이 빌린 책이요")]
    [InlineData("권영호 명의로 예약했어요")]
    [InlineData("김\u200B민수인데요 책 몇 권까지 빌려요?")]
    [InlineData("제 번호는 010-1234-5678인데 책 몇 권까지 빌려줘요?")]
    public void Who_or_where_somebody_is_stays_in_the_house(string question) => Assert.False(gate.IsClean(question));

    [Theory]
    [InlineData("책 몇 권까지 빌려줘요?")]
    [InlineData("임산부인데 택배로 받을 수 있어요?")]
    [InlineData("선생님인데 단체로 빌릴 수 있나요")]
    [InlineData("아기 엄마인데 북스타트 받을 수 있어요?")]
    [InlineData("유학생인데 회원증 되나요")]
    [InlineData("앞으로 3일 뒤에 반납해도 돼요?")]
    [InlineData("Can foreigners get a library card?")]
    [InlineData("Người nước ngoài làm thẻ được không?")]
    [InlineData("外国人也可以办借书证吗？")]
    public void What_anybody_might_ask_may_go_to_the_model(string question) => Assert.True(gate.IsClean(question));

    [Fact]
    public void Few_of_the_questions_of_the_entries_are_kept()
    {
        var questions = shipped.Knowledge.Entries.SelectMany(entry => entry.Questions).ToList();
        var kept = questions.Where(question => !gate.IsClean(question)).ToList();
        output.WriteLine(
            $"kept in the house: {kept.Count} of {questions.Count} ({(double)kept.Count / questions.Count:p1})"
        );
        foreach (var question in kept.Take(80))
            output.WriteLine($"  {question}");
        Assert.InRange(kept.Count, 0, questions.Count * MostKept);
    }
}
