namespace Bupyeong.Chatbot.Korean;

/// <summary>Weeks of a month, and the days that are counted by them: 12월 둘째 주 일요일, 매월 마지막 수요일.</summary>
internal static class WeekOfMonthRules
{
    private static readonly Phrases<int> Weeks =
    [
        ("첫째 주", 1),
        ("첫 주", 1),
        ("첫번째 주", 1),
        ("둘째 주", 2),
        ("두번째 주", 2),
        ("셋째 주", 3),
        ("세번째 주", 3),
        ("넷째 주", 4),
        ("네번째 주", 4),
        ("다섯째 주", 5),
        ("마지막 주", -1),
    ];

    private static readonly Phrases<int> Ordinals =
    [
        ("첫째 ", 1),
        ("둘째 ", 2),
        ("셋째 ", 3),
        ("넷째 ", 4),
        ("마지막 ", -1),
    ];

    public static DateExpression? Read(ref PhraseReader reader)
    {
        // 문화가 있는 날, on which much is open longer, is the last Wednesday of every month.
        if (reader.Phrase("문화가 있는 날") || reader.Phrase("문화의 날"))
            return new WeekInMonth(null, -1, DayOfWeek.Wednesday);
        var month = Month(ref reader);
        var beforeWeek = reader;
        if (reader.OneOf(Weeks, out var week))
            return new WeekInMonth(month, week, Day(ref reader));
        reader = beforeWeek;
        return reader.OneOf(Ordinals, out week) && WeekRules.Weekday(ref reader) is { } day
            ? new WeekInMonth(month, week, day)
            : null;
    }

    private static int? Month(ref PhraseReader reader)
    {
        if (reader.Phrase("^매월 ") || reader.Phrase("^매달 "))
            return null;
        var numbered = reader;
        if (!numbered.Number(out var month) || month is < 1 or > 12 || !numbered.Phrase("월 "))
            return null;
        reader = numbered;
        reader.Space();
        return month;
    }

    private static DayOfWeek? Day(ref PhraseReader reader)
    {
        var beforeDay = reader;
        beforeDay.Space();
        if (WeekRules.Weekday(ref beforeDay) is not { } day)
            return null;
        reader = beforeDay;
        return day;
    }
}
