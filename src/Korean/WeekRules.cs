namespace Bupyeong.Chatbot.Korean;

/// <summary>Weeks, weekends and days of the week.</summary>
internal static class WeekRules
{
    private static readonly Phrases<int> Weeks =
    [
        ("다다음 주", 2),
        ("다음 다음 주", 2),
        ("담담 주", 2),
        ("다담 주", 2),
        ("다음 주", 1),
        ("담 주", 1),
        ("다음번 주", 1),
        ("^차주", 1),
        ("이번 주", 0),
        ("이 번주", 0),
        ("요번 주", 0),
        ("금주", 0),
        ("금번 주", 0),
        ("지지난 주", -2),
        ("저저번 주", -2),
        ("지난 주", -1),
        ("저번 주", -1),
    ];

    private static readonly Phrases<int?> Nearest =
    [
        ("이번 ", 0),
        ("요번 ", 0),
        ("다음 ", 1),
        ("담 ", 1),
        ("지난 ", -1),
        ("저번 ", -1),
        ("돌아오는 ", null),
        ("오는 ", null),
    ];

    /// <summary>Several days by their first letters, words only where a particle follows: 월화수, 토일, but not 화목한.</summary>
    private static readonly Phrases<DateExpression> Runs =
    [
        ("^월화수목금", new Unplaced("평일")),
        ("^월~금", new Unplaced("평일")),
        ("^월-금", new Unplaced("평일")),
        ("^토일월", new Unplaced("토일월")),
        ("^토일", new WeekendOf(0)),
        ("^토,일", new WeekendOf(0)),
        ("^토, 일", new WeekendOf(0)),
        ("^토/일", new WeekendOf(0)),
        ("^토·일", new WeekendOf(0)),
        ("^토~일", new WeekendOf(0)),
        .. "월수금 월화수목 월화수 월화 월수 월목 화수목금 화수목 화목금 화목토 화수 화목 수목금 수목 목금토 목금 금토일 금토"
            .Split(' ')
            .Concat("월~토 월~목 화~일 화~토 화~금 수~일 수~금 월,수,금 월,수 화,목 화·목".Split(' '))
            .Select(run => ("^" + run, (DateExpression)new Unplaced(run))),
    ];

    private const string AfterRun = "은는도만엔에까중반요랑이";

    private const string DaysFromSunday = "일월화수목금토";

    public static DateExpression? Read(ref PhraseReader reader)
    {
        if (reader.OneOf(Weeks, out var weeks))
            return OfWeek(ref reader, weeks);
        var beforeDay = reader;
        if (beforeDay.OneOf(Nearest, out var nearest) && Weekday(ref beforeDay) is { } day)
        {
            reader = beforeDay;
            return new WeekdayOf(nearest, day);
        }
        if (reader.Phrase("주말"))
            return new WeekendOf(0);
        var afterRun = reader;
        if (afterRun.OneOf(Runs, out var run) && EndsRun(afterRun.Next))
        {
            reader = afterRun;
            return run;
        }
        return Weekday(ref reader) is { } bare ? new WeekdayOf(null, bare) : null;
    }

    private static bool EndsRun(char next) => !char.IsLetterOrDigit(next) || AfterRun.Contains(next);

    /// <summary>"이번 주 말" is 이번 주말; "금주의" can also be abstinence, which nobody asks a library.</summary>
    private static DateExpression OfWeek(ref PhraseReader reader, int weeks)
    {
        if (reader.Phrase(" 주말") || reader.Phrase("말"))
            return new WeekendOf(weeks);
        var beforeDay = reader;
        beforeDay.Space();
        if (Weekday(ref beforeDay) is not { } day)
            return new WeekOf(weeks);
        reader = beforeDay;
        return new WeekdayOf(weeks, day);
    }

    public static DayOfWeek? Weekday(ref PhraseReader reader)
    {
        var rest = reader.Rest;
        if (rest.Length < 2 || DaysFromSunday.IndexOf(rest[0]) is not (var day and >= 0))
            return null;
        var tail = rest[1..];
        if (!tail.StartsWith("요일") && !tail.StartsWith("욜"))
            return null;
        var name = tail.StartsWith("요일") || tail.StartsWith("욜일") ? 3 : 2;
        reader.Phrase(rest[..name]);
        return (DayOfWeek)day;
    }
}
