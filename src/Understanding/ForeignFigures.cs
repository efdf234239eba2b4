using System.Globalization;
using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Days, times, ages and places in a list that English, Chinese and Vietnamese write with figures: December 25, 7点, số 2.</summary>
internal static partial class ForeignFigures
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string ChineseDigits = "零一二三四五六七八九十";

    private static readonly Dictionary<string, Regex[]> Languages = new()
    {
        ["en"] = [EnglishDay(), EnglishTime(), EnglishAge(), EnglishPlace()],
        ["zh"] = [ChineseDay(), ChineseTime(), ChineseAge(), ChinesePlace()],
        ["vi"] = [VietnameseDay(), VietnameseTime(), VietnameseAge(), VietnamesePlace()],
    };

    public static IEnumerable<Candidate> Find(string text, string language) =>
        from figures in Languages.GetValueOrDefault(language, [])
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
        var (month, day) = (MonthOf(match.Groups["month"]), Number(match.Groups["day"]));
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new MonthDay(month, day) : null;
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

    /// <summary>12, 十二, 二十: what else stands there is 0.</summary>
    private static int Number(Group group)
    {
        if (int.TryParse(group.Value, CultureInfo.InvariantCulture, out var number))
            return number;
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
        $@"\b(?:{English}\.? (?:the )?(?<day>\d{{1,2}})(?:st|nd|rd|th)?|(?<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{English}|(?<month>\d{{1,2}})/(?<day>\d{{1,2}}))\b",
        AnyCase
    )]
    private static partial Regex EnglishDay();

    [GeneratedRegex(
        @"\b(?<hour>\d{1,2})(?::(?<minute>\d\d))? ?(?:(?<early>a\.?m\b\.?)|(?<late>p\.?m\b\.?)|o'?clock\b)|\b(?<hour>\d{1,2}):(?<minute>\d\d)\b",
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

    [GeneratedRegex($"(?<month>{Chinese})月(?<day>{Chinese})[日号號]?")]
    private static partial Regex ChineseDay();

    [GeneratedRegex(
        $"(?:(?<early>上午|早上|凌晨)|(?<late>下午|晚上|傍晚|中午))?(?<hour>{Chinese})[点點时時](?:(?<half>半)|(?<minute>[0-9]{{1,2}})分?)?"
    )]
    private static partial Regex ChineseTime();

    [GeneratedRegex($"第(?<place>{Chinese})")]
    private static partial Regex ChinesePlace();

    [GeneratedRegex(
        @"(?:\b(?:ngày|ngay|mùng|mung) )?\b(?<day>\d{1,2})(?:/| tháng | thang )(?<month>\d{1,2})\b",
        AnyCase
    )]
    private static partial Regex VietnameseDay();

    [GeneratedRegex(
        @"\b(?<hour>\d{1,2})(?: ?giờ| ?gio|h|:(?=\d\d))(?: ?(?<minute>\d\d)| (?<half>rưỡi|ruoi))?\b(?: ?(?:(?<early>sáng|sang)|(?<late>chiều|chieu|tối|toi|đêm|dem))\b)?",
        AnyCase
    )]
    private static partial Regex VietnameseTime();

    [GeneratedRegex(@"\b(?:số|so|cuốn|cuon|quyển|quyen) (?:thứ |thu )?(?<place>\d{1,2})\b", AnyCase)]
    private static partial Regex VietnamesePlace();
}
