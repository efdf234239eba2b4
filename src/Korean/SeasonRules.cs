namespace Bupyeong.Chatbot.Korean;

/// <summary>Seasons, halves of the year, and what schools and offices name without a day of the calendar.</summary>
internal static class SeasonRules
{
    private static readonly Phrases<(int First, int Count)> Halves =
    [
        ("^상반기", (1, 6)),
        ("^하반기", (7, 6)),
        ("독서의 달", (9, 1)),
    ];

    private static readonly Phrases<(int First, int Count)> Seasons =
    [
        ("봄", (3, 3)),
        ("여름", (6, 3)),
        ("가을", (9, 3)),
        ("겨울", (12, 3)),
    ];

    /// <summary>올여름, 지난 여름; the years count what has begun, and 지난 what is over.</summary>
    private static readonly Phrases<int> Around =
    [
        ("^올 ", 0),
        ("^이번 ", 0),
        ("^지난 ", -1),
        ("^작년 ", -1),
        ("^올해 ", 0),
        ("^내년 ", 1),
    ];

    /// <summary>Behind a bare season of a question; before other words it may be a title (「여름을 한 입 베어 물었더니」).</summary>
    private static readonly string[] AfterSeason =
    [
        "에",
        "엔",
        "철",
        "동안",
        "부터",
        "까지",
        "휴가",
        " 휴가",
        " 프로그램",
        " 강좌",
        " 특강",
        " 행사",
        " 운영",
        " 수업",
        " ",
    ];

    private static readonly Phrases<string> Unplaced =
    [
        .. new[]
        {
            "여름 방학",
            "겨울 방학",
            "봄 방학",
            "^방학",
            "^휴가철",
            "^장마철",
            "^다음 학기",
            "^이번 학기",
            "^지난 학기",
            "^새 학기",
            "^이번 분기",
            "^다음 분기",
            "^지난 분기",
            "^1학기",
            "^2학기",
            "^학기 중",
            "^학기 초",
            "^학기 말",
            "^개학",
            "^중간고사",
            "^기말고사",
            "^평일",
            "^주중",
            "^도서관 주간",
            "^수능 날",
            "^수능일",
            "^수능 전날",
            "^수능 당일",
            "^수능 다음날",
            "정월 대보름",
            "^동짓날",
            "^동지에",
            "^단오",
            "^그믐날",
        }.Select(name => (name, name.TrimStart('^'))),
    ];

    public static DateExpression? Read(ref PhraseReader reader)
    {
        var isOfGrade = reader.Before.TrimEnd().EndsWith("학년");
        if (reader.OneOf(Unplaced, out var name))
            return isOfGrade ? null : new Unplaced(name);
        if (reader.OneOf(Halves, out var half))
            return new Months(half.First, half.Count);
        var (starts, isFirst) = (reader.AtWordStart, reader.At == 0);
        var counted = reader.OneOf(Around, out var years);
        if (!(starts || counted) || !reader.OneOf(Seasons, out var season))
            return null;
        if (reader.Phrase(" 방학") || reader.Phrase(" 학기"))
            return new Unplaced("방학");
        if (!counted && !Stands(reader, isFirst))
            return null;
        return new Months(season.First, season.Count) { Years = counted ? years : null };
    }

    /// <summary>봄에, 겨울 운영시간: the season leads the sentence or has a particle of time.</summary>
    private static bool Stands(PhraseReader reader, bool isFirst)
    {
        var rest = reader.Rest;
        foreach (var follower in AfterSeason)
        {
            if (rest.StartsWith(follower) && (isFirst || follower != " "))
                return true;
        }
        return isFirst && rest.IsEmpty;
    }
}
