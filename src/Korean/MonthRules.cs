namespace Bupyeong.Chatbot.Korean;

/// <summary>Months and days of a month.</summary>
internal static class MonthRules
{
    private static readonly Phrases<int> Months =
    [
        ("다다음 달", 2),
        ("담담 달", 2),
        ("다음 달", 1),
        ("담 달", 1),
        ("^내달", 1),
        ("^익월", 1),
        ("이번 달", 0),
        ("요번 달", 0),
        ("^이 달", 0),
        ("금월", 0),
        ("^당월", 0),
        ("지지난 달", -2),
        ("저저번 달", -2),
        ("지난 달", -1),
        ("저번 달", -1),
    ];

    private static readonly Phrases<int> Spoken =
    [
        ("^유월", 6),
        ("^시월", 10),
        ("^십일월", 11),
        ("^십이월", 12),
        ("^일월", 1),
        ("^이월", 2),
        ("^삼월", 3),
        ("^사월", 4),
        ("^오월", 5),
        ("^육월", 6),
        ("^칠월", 7),
        ("^팔월", 8),
        ("^구월", 9),
        ("^십월", 10),
    ];

    /// <summary>Behind a month in words without a day, which may also begin a title or be 이월된 예약.</summary>
    private static readonly string[] AfterSpoken =
    [
        "에",
        "부터",
        "까지",
        "달",
        "중",
        "초",
        "말",
        "행사",
        "프로그램",
        "강좌",
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
        "빌려",
        "최대",
        "무료",
        "몇 권",
        "몇권",
        "남",
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
            return Third(
                ref reader,
                DayIn(ref reader) is { } of ? new MonthDay(null, of) { Months = months } : new MonthOf(months)
            );
        if (reader.OneOf(Spoken, out var spoken))
            return InWords(ref reader, spoken);
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
        var isLength = IsOfLength(reader.Before);
        if (number <= 12 && reader.Phrase("월"))
            return reader.Next == '호' ? null : OfMonth(ref reader, number);
        if (reader.Phrase("일"))
            return IsLength(reader) || (isLength && !reader.IsBefore("까지", "부터", "에"))
                ? null
                : new MonthDay(null, number);
        return number <= 12 && reader.Next is '/' or '-' or '.' ? AfterMark(ref reader, number) : null;
    }

    private static DateExpression OfMonth(ref PhraseReader reader, int month) =>
        DayIn(ref reader) is { } day ? new MonthDay(month, day) : Third(ref reader, new MonthNamed(month));

    private static DateExpression? InWords(ref PhraseReader reader, int month)
    {
        if (DayInWords(ref reader) is { } day)
            return new MonthDay(month, day);
        var stands = (!Hangul.IsSyllable(reader.Next) && !reader.IsBefore("연휴")) || reader.IsBefore(AfterSpoken);
        return stands ? OfMonth(ref reader, month) : null;
    }

    /// <summary>오일, 십일, 이십오일: the last 일 is the day's, and 십일 the tenth.</summary>
    private static int? DayInWords(ref PhraseReader reader)
    {
        var words = reader;
        words.Space();
        var tens =
            words.Phrase("이십") ? 20
            : words.Phrase("삼십") ? 30
            : words.Phrase("십") ? 10
            : 0;
        var ones = words.Rest is [var one, '일', ..] ? "일이삼사오육칠팔구".IndexOf(one) + 1 : 0;
        if (ones > 0)
            words.Phrase([words.Next]);
        if (!words.Phrase("일") || tens + ones is < 1 or > 31)
            return null;
        reader = words;
        return tens + ones;
    }

    private static int? DayIn(ref PhraseReader reader)
    {
        var beforeDay = reader;
        beforeDay.Space();
        if (!beforeDay.Number(out var day) || day is < 1 or > 31 || !beforeDay.Phrase("일"))
            return null;
        reader = beforeDay;
        return day;
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

    /// <summary>대출 기간이 14일이에요, 연체 3일.</summary>
    private static bool IsOfLength(ReadOnlySpan<char> before) =>
        before.Contains("기간", StringComparison.Ordinal) || before.TrimEnd("0123456789 ").EndsWith("연체");

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
