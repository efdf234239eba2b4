using System.Globalization;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Days, times, ages and places in a list that English, Chinese and Vietnamese write with figures: December 25, 7点, số 2.</summary>
internal static partial class ForeignFigures
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string ChineseDigits = "零一二三四五六七八九十";

    /// <summary>Small numbers as English and Vietnamese say them before days and weeks, in the order of what they count.</summary>
    private static readonly string[][] Words =
    [
        ["a", "an", "one", "một", "mot"],
        ["two", "couple of", "hai", "两", "兩"],
        ["three", "ba"],
        ["four", "bốn", "bon"],
        ["five", "năm", "nam"],
        ["six", "sáu", "sau"],
    ];

    private static readonly Dictionary<string, Regex[]> Languages = new()
    {
        ["en"] = [EnglishDay(), EnglishDayAway(), EnglishTime(), EnglishAge(), EnglishPlace()],
        ["zh"] = [ChineseDay(), ChineseDayAway(), ChineseTime(), ChineseAge(), ChinesePlace()],
        ["vi"] = [VietnameseDay(), VietnameseDayAway(), VietnameseTime(), VietnameseAge(), VietnamesePlace()],
    };

    public static IEnumerable<Candidate> Find(string text, string language) =>
        from figures in Languages.GetValueOrDefault(language, Languages["en"])
        from Match match in figures.Matches(text)
        let found = Read(text, match)
        where found is not null
        select found;

    private static Candidate? Read(string text, Match match)
    {
        var span = match.Index..(match.Index + match.Length);
        if (match.Groups["place"] is { Success: true } place)
            return Counted(EntityTypes.Ordinal, Number(place));
        if (AgeOf(match) is { } age)
            return Counted(EntityTypes.Age, age);
        if (When(match) is not { } when)
            return null;
        var type = when is ClockTime ? EntityTypes.Time : EntityTypes.Date;
        var candidate = Candidate.Of(type, text, span, when.ToString());
        return candidate with { Entity = candidate.Entity with { When = when } };

        Candidate? Counted(string type, int number) =>
            number > 0 ? Candidate.Of(type, text, span, number.ToString(CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Years of age, as in Korean: of a school year as many as its pupils have, of months the full years.</summary>
    private static int? AgeOf(Match match) =>
        match.Groups["age"] is { Success: true } age ? Number(age)
        : match.Groups["months"] is { Success: true } months ? Math.Max(1, Number(months) / 12)
        : match.Groups["grade"] is { Success: true } grade ? 6 + Number(grade)
        : null;

    private static DateExpression? When(Match match)
    {
        if (match.Groups["hour"] is { Success: true } hour)
            return Time(Number(hour), match);
        if (match.Groups["count"] is { Success: true } count)
            return Away(Number(count), match);
        var (month, day) = (MonthOf(match.Groups["month"]), Number(match.Groups["day"]));
        if (month > 12 && day <= 12)
            (month, day) = (day, month);
        var isMonth = month is >= 1 and <= 12;
        if (!match.Groups["day"].Success)
            return isMonth ? new MonthNamed(month) : null;
        return day is >= 1 and <= 31 && (isMonth || !match.Groups["month"].Success)
            ? new MonthDay(isMonth ? month : null, day)
            : null;
    }

    /// <summary>3 days ago, 两周后, 2 tháng nữa.</summary>
    private static RelativeDay? Away(int count, Match match)
    {
        var all = match.Groups["ago"].Success ? -count : count;
        return count is < 1 or > 100 ? null
            : match.Groups["months"].Success ? new RelativeDay(0) { Months = all }
            : new RelativeDay(match.Groups["weeks"].Success ? 7 * all : all);
    }

    /// <summary>As in Korean, an hour before nine without its half of the day is one of the afternoon or evening.</summary>
    private static ClockTime? Time(int hour, Match match)
    {
        var minute =
            match.Groups["minute"] is { Success: true } said ? Number(said)
            : match.Groups["half"].Success ? 30
            : 0;
        var late = match.Groups["late"].Success || (!match.Groups["early"].Success && hour is > 0 and < 9);
        return hour > 24 || minute > 59 ? null : new ClockTime(late && hour < 12 ? hour + 12 : hour, minute);
    }

    private static int MonthOf(Group group) =>
        char.IsAsciiLetter(group.Value.FirstOrDefault())
            ? Months.IndexOf(group.Value[..3], StringComparison.OrdinalIgnoreCase) / 3 + 1
            : Number(group);

    /// <summary>12, 十二, 二十, two: what else stands there is 0.</summary>
    private static int Number(Group group)
    {
        if (int.TryParse(group.Value, CultureInfo.InvariantCulture, out var number))
            return number;
        if (Array.FindIndex(Words, words => words.Contains(group.Value, StringComparer.Ordinal)) is >= 0 and var word)
            return word + 1;
        var total = 0;
        foreach (var digit in group.Value.Select(c => ChineseDigits.IndexOf(c)))
            total = digit == 10 ? Math.Max(total, 1) * 10 : total + digit;
        return total;
    }

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string English =
        "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private const string Chinese = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}";

    [GeneratedRegex(
        $@"\b(?:{English}\.? (?:the )?(?<day>\d{{1,2}})(?:st|nd|rd|th)?|(?<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{English}|(?<month>\d{{1,2}})/(?<day>\d{{1,2}})|(?:on|by|until|till|from|after|before|the|and) (?:the )?(?<day>\d{{1,2}})(?:st|nd|rd|th)(?! (?:of|one|book|floor|grade|volume|edition|birthday|week|century|grader|time|person)))\b",
        AnyCase
    )]
    private static partial Regex EnglishDay();

    [GeneratedRegex(
        @"\b(?:in |after )?(?:a )?(?<count>\d{1,2}|an?|one|two|couple of|three|four|five|six) (?:days?|(?<weeks>weeks?)|(?<months>months?)) (?:(?<ago>ago|earlier|back)|later|from (?:now|today))\b|\bin (?<count>\d{1,2}|a|one|two|three|four|five|six) (?:days?|(?<weeks>weeks?)|(?<months>months?))\b(?! (?:old|or|free|course))",
        AnyCase
    )]
    private static partial Regex EnglishDayAway();

    [GeneratedRegex(
        @"\b(?<hour>\d{1,2})(?::(?<minute>\d\d))? ?(?:(?<early>a\.?m\b\.?)|(?<late>p\.?m\b\.?)|o'?clock\b| in the (?:(?<early>morning)|(?<late>afternoon|evening))\b| at (?<late>night)\b)|\b(?<hour>\d{1,2}):(?<minute>\d\d)\b|(?<=\b(?:until|till|til|by|after|before|past|at|around|about) )(?<hour>\d{1,2})(?= ?(?:$|[?.,!]|(?:on|tonight|today|tomorrow|every|in)\b))",
        AnyCase
    )]
    private static partial Regex EnglishTime();

    [GeneratedRegex(
        @"(?:\bno\.? ?|\bnumber |#)(?<place>\d{1,2})\b|\b(?<place>\d{1,2})(?:st|nd|rd|th) (?:one|book)\b",
        AnyCase
    )]
    private static partial Regex EnglishPlace();

    [GeneratedRegex(
        @"\b(?<age>\d{1,2})(?:[ -](?:years?|yrs?)[ -]olds?| ?y/?o)\b|\b(?<months>\d{1,2})[ -]months?[ -]olds?\b|\bgrade (?<grade>\d{1,2})\b|\b(?<grade>\d{1,2})(?:st|nd|rd|th)[ -]grade(?:rs?)?\b",
        AnyCase
    )]
    private static partial Regex EnglishAge();

    [GeneratedRegex(
        $"(?<age>{Chinese})[岁歲]|(?<months>{Chinese})[个個]月(?=大|的|宝|寶|婴|嬰)|(?<grade>{Chinese})年[级級]"
    )]
    private static partial Regex ChineseAge();

    [GeneratedRegex(
        @"\b(?<months>\d{1,2}) (?:tháng|thang) (?:tuổi|tuoi)\b|\b(?<age>\d{1,2}) (?:tuổi|tuoi)\b|\b(?:lớp|lop) (?<grade>\d{1,2})\b",
        AnyCase
    )]
    private static partial Regex VietnameseAge();

    [GeneratedRegex(
        $"(?<month>{Chinese})月(?!刊|饼|餅|亮)(?:份|(?<day>{Chinese})[日号號]?)?|(?<![0-9])(?<day>[0-9]{{1,2}})日(?![元语語本])|(?<![0-9一二三四五六七八九十])(?<day>{Chinese})[号號](?![线線楼樓馆館厅廳室桌座店门門])"
    )]
    private static partial Regex ChineseDay();

    [GeneratedRegex(
        $"(?<count>{Chinese}|[两兩])(?:[天日]|个?(?<weeks>周|週|星期|礼拜)|[个個](?<months>月))(?:以|之)?(?:(?<ago>前)|[后後])(?!面)"
    )]
    private static partial Regex ChineseDayAway();

    [GeneratedRegex(
        $"(?:(?<early>上午|早上|凌晨)|(?<late>下午|晚上|傍晚|中午))?(?<hour>{Chinese})[点點时時](?:(?<half>半)|(?<minute>[0-9]{{1,2}})分?)?"
    )]
    private static partial Regex ChineseTime();

    [GeneratedRegex($"第(?<place>{Chinese})")]
    private static partial Regex ChinesePlace();

    [GeneratedRegex(
        @"(?:\b(?:ngày|ngay|mùng|mung) )?\b(?<day>\d{1,2})(?:/| tháng | thang )(?<month>\d{1,2})\b|\b(?:ngày|ngay|mùng|mung|mồng|mong) (?<day>\d{1,2})\b(?! ?(?:lần|lan|cuốn|cuon|quyển|quyen|giờ|gio|h|tiếng|tieng|người)\b)",
        AnyCase
    )]
    private static partial Regex VietnameseDay();

    [GeneratedRegex(
        @"(?<!\b(?:thêm|them|hạn|han|trễ|tre|quá|qua) )\b(?<count>\d{1,2}|một|mot|hai|ba|bốn|bon|năm|nam|sáu) (?:ngày|ngay|hôm|hom|(?<weeks>tuần|tuan)|(?<months>tháng|thang)) (?:(?<ago>trước|truoc)|nữa|nua|sau)\b",
        AnyCase
    )]
    private static partial Regex VietnameseDayAway();

    [GeneratedRegex(
        @"\b(?<hour>\d{1,2})(?: ?giờ| ?gio|h|:(?=\d\d))(?: ?(?<minute>\d\d)| (?<half>rưỡi|ruoi))?\b(?: ?(?:(?<early>sáng|sang)|(?<late>chiều|chieu|tối|toi|đêm|dem))\b)?",
        AnyCase
    )]
    private static partial Regex VietnameseTime();

    [GeneratedRegex(@"\b(?:số|so|cuốn|cuon|quyển|quyen) (?:thứ |thu )?(?<place>\d{1,2})\b", AnyCase)]
    private static partial Regex VietnamesePlace();
}
