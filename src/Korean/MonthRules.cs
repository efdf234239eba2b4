namespace Bupyeong.Chatbot.Korean;

/// <summary>Months and days of a month.</summary>
internal static class MonthRules
{
    private static readonly Phrases<int> Months =
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

    private static readonly Phrases<int> Thirds = [(" 초순", 0), (" 초", 0), (" 중순", 1), (" 하순", 2), (" 말", 2)];

    /// <summary>How particles behind 초 and 말 begin; 내년 말고 is not its end.</summary>
    private const string AfterThird = "에까부이엔쯤";

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
        if (reader.Phrase("^월초"))
            return new ThirdOf(new MonthOf(0), 0);
        if (reader.Phrase("^월말"))
            return new ThirdOf(new MonthOf(0), 2);
        if (reader.Phrase("^연초"))
            return new ThirdOf(new YearOf(new SaidYear(0, IsCounted: true)), 0);
        if (reader.OneOf(Months, out var months))
            return Third(ref reader, new MonthOf(months));
        if (YearRules.Counted(ref reader) is { } counted)
        {
            var beforeMonth = reader;
            if (OfYear(ref beforeMonth, counted) is not { } said)
                return Third(ref reader, new YearOf(counted));
            reader = beforeMonth;
            return said;
        }
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
        return AfterNumber(ref reader, month) switch
        {
            MonthDay day => day with { Year = year },
            MonthNamed named => named with { Year = year },
            ThirdOf { Whole: MonthNamed named } third => third with { Whole = named with { Year = year } },
            _ => null,
        };
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
            return Third(ref reader, new MonthNamed(month));
        reader = beforeDay;
        return new MonthDay(month, day);
    }

    /// <summary>다음 달 초, 8월 말, 내년 초에.</summary>
    private static DateExpression Third(ref PhraseReader reader, DateExpression whole)
    {
        var part = reader;
        if (!part.OneOf(Thirds, out var third) || (Hangul.IsSyllable(part.Next) && !AfterThird.Contains(part.Next)))
            return whole;
        reader = part;
        return new ThirdOf(whole, third);
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
