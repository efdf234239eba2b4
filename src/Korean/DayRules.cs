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
        ("크리스마스 이브", new("성탄절", -1)),
        ("크리스마스", new("성탄절")),
        ("성탄절", new("성탄절")),
        ("^성탄", new("성탄절")),
        ("추석", new("추석")),
        ("한가위", new("추석")),
        ("설날", new("설날")),
        ("설 연휴", new("설날 연휴")),
        ("^설에", new("설날")),
        ("^설 때", new("설날")),
        ("^구정", new("설날")),
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
        ("명절 연휴", new("명절")),
        ("명절", new("명절")),
        ("연휴", new("연휴")),
        ("^휴일", new("공휴일")),
    ];

    private static readonly Phrases<int> Around =
    [
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
        ("글피", 3),
        ("모레", 2),
        ("^엊그제", -2),
        ("그저께", -2),
        ("^그제", -2),
        ("어저께", -1),
        ("어제", -1),
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

    private static readonly Phrases<int> Directions = [(" 뒤", 1), (" 후", 1), (" 있다가", 1), (" 전", -1)];

    public static DateExpression? Holiday(ref PhraseReader reader)
    {
        var year = YearRules.Read(ref reader);
        if (reader.Phrase("할로윈") || reader.Phrase("핼러윈"))
            return new MonthDay(10, 31) { Year = year };
        if (reader.Phrase("연말 연시") || reader.Phrase("^연말"))
            return new YearEnd { Year = year };
        if (!reader.OneOf(Holidays, out var holiday) || (holiday.Name == "신정" && reader.Next is '동' or '네'))
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
            return reader.Next is '게' or '래' or '까' or '수' ? null : new RelativeDay(1);
        return Span(ref reader) is { } length && reader.OneOf(Directions, out var direction)
            ? new RelativeDay(length * direction)
            : null;
    }

    public static DateExpression? Now(ref PhraseReader reader) =>
        reader.Phrase("지금 당장") || reader.Phrase("지금") || reader.Phrase("^현재") ? new Now() : null;

    private static int? Span(ref PhraseReader reader)
    {
        if (reader.OneOf(Spans, out var days))
            return days;
        if (!reader.Number(out var number) || number > 400)
            return null;
        return reader.Phrase(" 일") ? number
            : reader.Phrase(" 주일") || reader.Phrase(" 주") ? number * 7
            : null;
    }
}
