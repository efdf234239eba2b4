namespace Bupyeong.Chatbot.Korean;

/// <summary>Days that have a name: holidays, and days counted from today.</summary>
internal static class DayRules
{
    private static readonly Phrases<HolidayNamed> Holidays =
    [
        ("대체 공휴일", new("대체공휴일")),
        ("대체 휴일", new("대체공휴일")),
        ("임시 공휴일", new("임시공휴일")),
        ("법정 공휴일", new("공휴일")),
        ("공휴일", new("공휴일")),
        ("빨간 날", new("공휴일")),
        ("국경일", new("공휴일")),
        ("크리스마스 이브", new("성탄절", -1)),
        ("성탄절 이브", new("성탄절", -1)),
        ("^성탄 이브", new("성탄절", -1)),
        ("^성탄 전야", new("성탄절", -1)),
        ("^x-mas", new("성탄절")),
        ("^xmas", new("성탄절")),
        ("크리스마스", new("성탄절")),
        ("성탄절", new("성탄절")),
        ("^성탄", new("성탄절")),
        ("추석", new("추석")),
        ("한가위", new("추석")),
        ("설날", new("설날")),
        ("설 연휴", new("설날 연휴")),
        ("설 명절", new("설날 연휴")),
        ("^구정 연휴", new("설날 연휴")),
        ("^구정", new("설날")),
        ("^음력 설", new("설날")),
        ("정월 초하루", new("설날")),
        ("신정", new("신정")),
        ("새해 첫 날", new("신정")),
        ("^새해", new("신정")),
        ("삼일절", new("삼일절")),
        ("3.1절", new("삼일절")),
        ("3·1절", new("삼일절")),
        ("노동절", new("노동절")),
        ("근로자의 날", new("노동절")),
        ("어린이 날", new("어린이날")),
        ("부처님 오신 날", new("부처님오신날")),
        ("석가탄신일", new("부처님오신날")),
        ("^석탄일", new("부처님오신날")),
        ("초파일", new("부처님오신날")),
        ("현충일", new("현충일")),
        ("제헌절", new("제헌절")),
        ("광복절", new("광복절")),
        ("개천절", new("개천절")),
        ("한글날", new("한글날")),
        ("선거날", new("선거일")),
        ("선거일", new("선거일")),
        ("투표일", new("선거일")),
        ("투표하는 날", new("선거일")),
        ("명절 연휴", new("명절")),
        ("명절", new("명절")),
        ("연휴", new("연휴")),
        ("^휴일", new("공휴일")),
    ];

    /// <summary>Days that many ask about and that are no holidays, as month and day.</summary>
    private static readonly Phrases<(int Month, int Day)> Fixed =
    [
        ("할로윈", (10, 31)),
        ("핼러윈", (10, 31)),
        ("어버이 날", (5, 8)),
        ("스승의 날", (5, 15)),
        ("식목일", (4, 5)),
        ("국군의 날", (10, 1)),
        ("발렌타인 데이", (2, 14)),
        ("밸런타인 데이", (2, 14)),
        ("화이트 데이", (3, 14)),
        ("빼빼로 데이", (11, 11)),
        ("만우절", (4, 1)),
        ("세계 책의 날", (4, 23)),
    ];

    /// <summary>Behind 설, which otherwise begins many words: 설명, 설문, 설 작가.</summary>
    private static readonly string[] AfterNewYear =
    [
        "에",
        "까지",
        "부터",
        "때",
        "당일",
        "전날",
        "다음 날",
        "다음날",
        "담날",
        "쇠",
        "쉬",
        "지나",
        "지내",
        "전에",
        "이후",
        "휴관",
    ];

    /// <summary>Behind a holiday that a book is about: 추석 이야기, 명절 음식 책.</summary>
    private static readonly string[] AfterTopic =
    [
        "이야기",
        "얘기",
        "그림책",
        "동화",
        "음식",
        "유래",
        "노래",
        "캐럴",
        "캐롤",
        "책 ",
        "책이",
        "책을",
        "관련 책",
        "관련 도서",
        "에 대한",
        "에 관한",
    ];

    private static readonly Phrases<int> Around =
    [
        (" 당일", 0),
        (" 다음 날", 1),
        (" 담날", 1),
        (" 이튿날", 1),
        (" 다다음 날", 2),
        (" 전날", -1),
        (" 하루 전", -1),
    ];

    private static readonly Phrases<int> Days =
    [
        ("오늘", 0),
        ("^금일", 0),
        ("내일 모레", 2),
        ("낼 모레", 2),
        ("낼 모래", 2),
        ("내일", 1),
        ("^명일", 1),
        ("^이따가 저녁", 0),
        ("^이따 저녁", 0),
        ("^이따가 밤", 0),
        ("^이따 밤", 0),
        ("^이따가 오후", 0),
        ("^이따 오후", 0),
        ("^이따가 점심", 0),
        ("^이따 점심", 0),
        ("^익일", 1),
        ("그 글피", 4),
        ("글피", 3),
        ("모레", 2),
        ("^엊그제", -2),
        ("^엇그제", -2),
        ("^엊그저께", -2),
        ("^그끄저께", -3),
        ("^그끄제", -3),
        ("그저께", -2),
        ("^그제", -2),
        ("어저께", -1),
        ("어제", -1),
        ("^엊저녁", -1),
        ("^어젯밤", -1),
        ("^간밤", -1),
        ("^지난 밤", -1),
        ("^작일", -1),
    ];

    private static readonly Phrases<int> Spans =
    [
        ("^하루", 1),
        ("이틀", 2),
        ("사흘", 3),
        ("나흘", 4),
        ("닷새", 5),
        ("엿새", 6),
        ("^열흘", 10),
        ("보름", 15),
        ("일주일", 7),
        ("한 주", 7),
    ];

    private static readonly Phrases<int> MonthSpans =
    [
        ("^한 달", 1),
        ("^두 달", 2),
        ("^석 달", 3),
        ("^세 달", 3),
        ("^넉 달", 4),
    ];

    private static readonly Phrases<int> Directions = [(" 뒤", 1), (" 후", 1), (" 있다가", 1), (" 전", -1)];

    /// <summary>모레 and 내일 as they are heard; alone they are sand and nails.</summary>
    private static readonly Phrases<int> Misheard = [("^모래", 2), ("^네일", 1)];

    private static readonly string[] AfterMisheard =
    [
        "까지",
        "부터",
        "휴관",
        "쉬",
        "쉼",
        "문 ",
        "문여",
        "여나",
        "여는",
        "열",
        "하나",
        "몇 시",
        "몇시",
        "개관",
        "반납",
        "오픈",
    ];

    public static DateExpression? Holiday(ref PhraseReader reader)
    {
        var year = YearRules.Read(ref reader);
        if (reader.OneOf(Fixed, out var known))
            return new MonthDay(known.Month, known.Day) { Year = year };
        if (reader.Phrase("연말 연시") || reader.Phrase("^연말"))
            return new YearEnd { Year = year };
        if (!reader.OneOf(Holidays, out var holiday))
        {
            if (!reader.Phrase("^설") || !reader.IsBefore(AfterNewYear))
                return null;
            holiday = new("설날");
        }
        if (reader.IsBefore(AfterTopic) || (holiday.Name == "신정" && reader.Next is '동' or '네'))
            return null;
        if (holiday.Name is "추석" or "설날" && reader.Phrase(" 연휴"))
            holiday = holiday with { Name = holiday.Name + " 연휴" };
        return (reader.OneOf(Around, out var days) ? holiday with { Days = holiday.Days + days } : holiday) with
        {
            Year = year,
        };
    }

    public static DateExpression? Relative(ref PhraseReader reader)
    {
        if (reader.OneOf(Days, out var days))
            return new RelativeDay(days);
        if (reader.Phrase("^낼"))
            return reader.Next is '게' or '래' or '수' || (reader.Next is '까' && !reader.IsBefore("까지"))
                ? null
                : new RelativeDay(1);
        if (reader.OneOf(Misheard, out days))
            return reader.IsBefore(AfterMisheard) ? new RelativeDay(days) : null;
        return Span(ref reader) is { } length && reader.OneOf(Directions, out var direction)
            ? new RelativeDay(length.Days * direction) { Months = length.Months * direction }
            : null;
    }

    public static DateExpression? Now(ref PhraseReader reader) =>
        reader.Phrase("지금 당장") || reader.Phrase("지금") || reader.Phrase("^현재") ? new Now() : null;

    private static RelativeDay? Span(ref PhraseReader reader)
    {
        if (reader.OneOf(Spans, out var days))
            return new RelativeDay(days);
        if (reader.OneOf(MonthSpans, out var months))
            return new RelativeDay(0) { Months = months };
        if (!reader.Number(out var number) || number > 400)
            return null;
        return reader.Phrase(" 일") ? new RelativeDay(number)
            : reader.Phrase(" 주일") || reader.Phrase(" 주") ? new RelativeDay(number * 7)
            : reader.Phrase(" 개월") || reader.Phrase(" 달") ? new RelativeDay(0) { Months = number }
            : null;
    }
}
