namespace Bupyeong.Chatbot.Korean;

/// <summary>Months and days of a month.</summary>
internal static class MonthRules
{
    private static readonly (string, int)[] Months =
    [
        ("다다음 달", 2),
        ("다음 달", 1),
        ("담 달", 1),
        ("^내달", 1),
        ("이번 달", 0),
        ("요번 달", 0),
        ("^이달", 0),
        ("금월", 0),
        ("지난 달", -1),
        ("저번 달", -1),
    ];

    /// <summary>What makes a number of days a length: 3일 동안, 15일간, 7일 연체, 며칠째.</summary>
    private static readonly string[] Lengths =
    [
        "동안",
        "간",
        "째",
        "연체",
        "이내",
        "안에",
        "만에",
        "정도",
        "이상",
        "이하",
        "넘",
        "걸",
        "치",
        "더",
        "씩",
        "뒤",
        "후",
        "전",
        "늦",
        "밀",
        "연장",
    ];

    public static DateExpression? Read(ref PhraseReader reader)
    {
        if (reader.OneOf(Months, out var months))
            return new MonthOf(months);
        if (YearRules.Counted(ref reader) is { } counted)
            return OfYear(ref reader, counted);
        if (!reader.Number(out var number))
            return null;
        if (number is >= 1900 and <= 2100)
            return AfterYear(ref reader, new SaidYear(number, IsCounted: false));
        return number is >= 1 and <= 31 ? AfterNumber(ref reader, number) : null;
    }

    private static DateExpression? AfterYear(ref PhraseReader reader, SaidYear year)
    {
        if (!reader.Phrase("년 ") && !reader.Phrase("-") && !reader.Phrase("/") && !reader.Phrase("."))
            return null;
        return OfYear(ref reader, year);
    }

    private static DateExpression? OfYear(ref PhraseReader reader, SaidYear year)
    {
        reader.Space();
        if (!reader.Number(out var month) || month is < 1 or > 12)
            return null;
        return AfterNumber(ref reader, month) is MonthDay day ? day with { Year = year } : null;
    }

    private static DateExpression? AfterNumber(ref PhraseReader reader, int number)
    {
        if (number <= 12 && reader.Phrase("월"))
            return OfMonth(ref reader, number);
        if (reader.Phrase("일"))
            return IsLength(reader) ? null : new MonthDay(null, number);
        return number <= 12 && reader.Next is '/' or '-' or '.' ? AfterMark(ref reader, number) : null;
    }

    private static DateExpression OfMonth(ref PhraseReader reader, int month)
    {
        var beforeDay = reader;
        beforeDay.Space();
        if (!beforeDay.Number(out var day) || day is < 1 or > 31 || !beforeDay.Phrase("일"))
            return new MonthNamed(month);
        reader = beforeDay;
        return new MonthDay(month, day);
    }

    /// <summary>12/25 and 12-25, but not 1/2/3, 032-505-0062 nor the call number 813.7.</summary>
    private static MonthDay? AfterMark(ref PhraseReader reader, int month)
    {
        var mark = reader.Next;
        reader.Phrase([mark]);
        var fits =
            reader.Number(out var day) && day is >= 1 and <= 31 && reader.Next is not ('/' or '-' or '.' or '권');
        return fits && (mark != '.' || day > 9) ? new MonthDay(month, day) : null;
    }

    private static bool IsLength(PhraseReader reader)
    {
        reader.Space();
        foreach (var word in Lengths)
        {
            if (reader.Rest.StartsWith(word))
                return true;
        }
        return false;
    }
}
