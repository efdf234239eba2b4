using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Korean;

public sealed class DateFinderTests
{
    public static TheoryData<string, string, DateExpression> Said =>
        new()
        {
            { "오늘 열어요?", "오늘", new RelativeDay(0) },
            { "부개도서관오늘몇시에끝나", "오늘", new RelativeDay(0) },
            { "내일은요?", "내일", new RelativeDay(1) },
            { "낼 문 여나", "낼", new RelativeDay(1) },
            { "모레까지", "모레", new RelativeDay(2) },
            { "내일모레 가요", "내일모레", new RelativeDay(2) },
            { "어제 빌린 책", "어제", new RelativeDay(-1) },
            { "사흘 뒤에 갈게요", "사흘 뒤", new RelativeDay(3) },
            { "2주 후", "2주 후", new RelativeDay(14) },
            { "이번 주 일요일 하나요", "이번 주 일요일", new WeekdayOf(0, DayOfWeek.Sunday) },
            { "다음주 화욜 열어요", "다음주 화욜", new WeekdayOf(1, DayOfWeek.Tuesday) },
            { "담주 토욜일", "담주 토욜일", new WeekdayOf(1, DayOfWeek.Saturday) },
            { "일요일 몇시까지", "일요일", new WeekdayOf(null, DayOfWeek.Sunday) },
            { "이번 일요일", "이번 일요일", new WeekdayOf(0, DayOfWeek.Sunday) },
            { "오는 토요일", "오는 토요일", new WeekdayOf(null, DayOfWeek.Saturday) },
            { "주말도 하나여", "주말", new WeekendOf(0) },
            { "이번주말 초등 저학년 프로그램", "이번주말", new WeekendOf(0) },
            { "다음 주 주말", "다음 주 주말", new WeekendOf(1) },
            { "12월 25일에", "12월 25일", new MonthDay(12, 25) },
            { "12/25 휴관?", "12/25", new MonthDay(12, 25) },
            {
                "2026-12-25에",
                "2026-12-25",
                new MonthDay(12, 25) { Year = new(2026, IsCounted: false) }
            },
            {
                "내년 설날에 여나요",
                "내년 설날",
                new HolidayNamed("설날") { Year = new(1, IsCounted: true) }
            },
            {
                "2027년 추석 연휴",
                "2027년 추석 연휴",
                new HolidayNamed("추석 연휴") { Year = new(2027, IsCounted: false) }
            },
            {
                "작년 12월 25일은",
                "작년 12월 25일",
                new MonthDay(12, 25) { Year = new(-1, IsCounted: true) }
            },
            { "연말연시에도 해요", "연말연시", new YearEnd() },
            { "25일에 열어요", "25일", new MonthDay(null, 25) },
            { "12월 프로그램", "12월", new MonthNamed(12) },
            { "추석때 문 여나요", "추석", new HolidayNamed("추석") },
            { "추석 연휴에도 하나요", "추석 연휴", new HolidayNamed("추석 연휴") },
            { "설날 다음날은 여나", "설날 다음날", new HolidayNamed("설날", 1) },
            { "크리스마스에", "크리스마스", new HolidayNamed("성탄절") },
            { "성탄절 휴관", "성탄절", new HolidayNamed("성탄절") },
            { "어린이날 행사", "어린이날", new HolidayNamed("어린이날") },
            { "대체공휴일은 쉬어요?", "대체공휴일", new HolidayNamed("대체공휴일") },
            { "오월 연휴", "연휴", new HolidayNamed("연휴") },
            { "명절에는 다 닫나요", "명절", new HolidayNamed("명절") },
            { "석탄일에 여나요", "석탄일", new HolidayNamed("부처님오신날") },
            { "할로윈 행사", "할로윈", new MonthDay(10, 31) },
            { "이따 저녁에 가도 돼요", "이따 저녁", new RelativeDay(0) },
            { "내일 오후에 갈게요", "내일 오후", new RelativeDay(1) },
            { "다다음주 휴관일", "다다음주", new WeekOf(2) },
            { "돌아오는 토욜에", "돌아오는 토욜", new WeekdayOf(null, DayOfWeek.Saturday) },
            { "월말에 여나요", "월말", new ThirdOf(new MonthOf(0), 2) },
            { "담달 초에 신청", "담달 초", new ThirdOf(new MonthOf(1), 0) },
            { "8월 말에 빌린 거", "8월 말", new ThirdOf(new MonthNamed(8), 2) },
            { "내년 초에 공사하나요", "내년 초", new ThirdOf(new YearOf(new(1, IsCounted: true)), 0) },
            { "작년에 빌린 책", "작년", new YearOf(new(-1, IsCounted: true)) },
            {
                "내년 3월에 다시 여나요",
                "내년 3월",
                new MonthNamed(3) { Year = new(1, IsCounted: true) }
            },
            { "12월 둘째 주 일요일", "12월 둘째 주 일요일", new WeekInMonth(12, 2, DayOfWeek.Sunday) },
            { "10월 둘째 주에", "10월 둘째 주", new WeekInMonth(10, 2, null) },
            { "마지막 주 수요일 행사", "마지막 주 수요일", new WeekInMonth(null, -1, DayOfWeek.Wednesday) },
            { "문화가 있는 날 공연", "문화가 있는 날", new WeekInMonth(null, -1, DayOfWeek.Wednesday) },
            { "가을에 하는 북콘서트", "가을", new Months(9, 3) },
            {
                "올여름 영화 상영",
                "올여름",
                new Months(6, 3) { Years = 0 }
            },
            { "하반기 수업", "하반기", new Months(7, 6) },
            { "여름방학 특강", "여름방학", new Unplaced("여름 방학") },
            { "평일 저녁에도", "평일 저녁", new Unplaced("평일") },
            { "신정에 열어요", "신정", new HolidayNamed("신정") },
            { "이번 주 행사", "이번 주", new WeekOf(0) },
            { "담담주 화욜", "담담주 화욜", new WeekdayOf(2, DayOfWeek.Tuesday) },
            { "저저번 주에 빌린 거", "저저번 주", new WeekOf(-2) },
            { "낼까지 반납", "낼", new RelativeDay(1) },
            { "낼모래 갈게요", "낼모래", new RelativeDay(2) },
            { "그글피에 쉬나요", "그글피", new RelativeDay(4) },
            { "어젯밤에 넣었어요", "어젯밤", new RelativeDay(-1) },
            { "모래 휴관이에요?", "모래", new RelativeDay(2) },
            {
                "한 달 뒤에 갈게요",
                "한 달 뒤",
                new RelativeDay(0) { Months = 1 }
            },
            {
                "3개월 전에 빌린 책",
                "3개월 전",
                new RelativeDay(0) { Months = -3 }
            },
            {
                "다음달 5일 반납인데",
                "다음달 5일",
                new MonthDay(null, 5) { Months = 1 }
            },
            { "오월 오일에 여나요", "오월 오일", new MonthDay(5, 5) },
            { "시월 십일", "시월 십일", new MonthDay(10, 10) },
            { "십이월 이십오일", "십이월 이십오일", new MonthDay(12, 25) },
            { "시월에 하는 행사", "시월", new MonthNamed(10) },
            { "설 전날 여나요", "설 전날", new HolidayNamed("설날", -1) },
            { "설 당일에도", "설 당일", new HolidayNamed("설날") },
            { "성탄 전야에", "성탄 전야", new HolidayNamed("성탄절", -1) },
            { "어버이날 행사", "어버이날", new MonthDay(5, 8) },
            { "토일 다 여나요", "토일", new WeekendOf(0) },
            { "월화수 수업", "월화수", new Unplaced("월화수") },
            { "올 겨울방학 특강", "올 겨울방학", new Unplaced("방학") },
            { "2학기 강좌", "2학기", new Unplaced("2학기") },
            { "대출 기간 연장하면 25일까지인가요", "25일", new MonthDay(null, 25) },
            { "다음 달 강좌", "다음 달", new MonthOf(1) },
            { "이번달 신간", "이번달", new MonthOf(0) },
            { "지금 열었어", "지금", new Now() },
            { "현재 대출 가능", "현재", new Now() },
            { "저녁 7시에 가도 돼요", "저녁 7시", new ClockTime(19, 0) },
            { "18시까지", "18시", new ClockTime(18, 0) },
            { "8시쯤 가도", "8시", new ClockTime(20, 0) },
            { "오전 열시 반", "오전 열시 반", new ClockTime(10, 30) },
            { "18:30에", "18:30", new ClockTime(18, 30) },
        };

    [Theory]
    [MemberData(nameof(Said))]
    public void A_day_or_time_is_found_where_it_stands(string text, string words, DateExpression expected)
    {
        var found = Assert.Single(DateFinder.Find(text));
        Assert.Equal(expected, found.Expression);
        Assert.Equal(words, text.Substring(found.Start, found.Length));
    }

    [Theory]
    [InlineData("3일 연체하면 며칠 못 빌려요")]
    [InlineData("15일 동안 볼 수 있나요")]
    [InlineData("14일간")]
    [InlineData("몇시까지")]
    [InlineData("24시간이에요?")]
    [InlineData("다시 알려줘")]
    [InlineData("혹시 소설 있나요")]
    [InlineData("032-505-0062")]
    [InlineData("813.7 한31ㅊ")]
    [InlineData("9788936434120")]
    [InlineData("시간이 달라요?")]
    [InlineData("7년의 밤")]
    [InlineData("하세요")]
    [InlineData("신정동 살아요")]
    [InlineData("연체료 낼게요")]
    [InlineData("방금 빌린 책")]
    [InlineData("바깥은 여름 있어요")]
    [InlineData("대출 기간이 14일이에요 15일이에요?")]
    [InlineData("연체 3일이면 얼마")]
    [InlineData("24일 남았나요")]
    [InlineData("1월호 잡지")]
    [InlineData("추석 이야기 그림책")]
    [InlineData("명절 음식 책")]
    [InlineData("1학년 2학기 교과서")]
    [InlineData("화목한 가정")]
    [InlineData("설명해줘")]
    [InlineData("밤의 여행자들")]
    [InlineData("아침밥")]
    [InlineData("새벽에도 반납되나요")]
    [InlineData("모래 놀이 책")]
    [InlineData("오월의 청춘")]
    [InlineData("여름을 한 입 베어 물었더니")]
    public void Lengths_numbers_and_lookalikes_are_not_days(string text) => Assert.Empty(DateFinder.Find(text));

    [Fact]
    public void Every_day_of_a_sentence_is_found() =>
        Assert.Equal(
            [new RelativeDay(0), new WeekdayOf(1, DayOfWeek.Friday), new ClockTime(19, 0)],
            DateFinder.Find("오늘 말고 다음 주 금요일 저녁 7시").Select(found => found.Expression)
        );
}
