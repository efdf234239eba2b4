namespace Bupyeong.Chatbot.Korean;

/// <summary>A day or time as it was said; which day that is, the calendar decides.</summary>
public abstract record DateExpression;

/// <summary>오늘 0, 내일 1, 어제 -1, 사흘 뒤 3; 한 달 뒤 counts months.</summary>
public sealed record RelativeDay(int Days) : DateExpression
{
    public int Months { get; init; }
}

/// <summary>이번 주 일요일 (0), 다음 주 화요일 (1), or just 일요일 (no week said).</summary>
public sealed record WeekdayOf(int? Weeks, DayOfWeek Day) : DateExpression;

/// <summary>주말 and 이번 주말 (0), 다음 주말 (1).</summary>
public sealed record WeekendOf(int Weeks) : DateExpression;

/// <summary>12월 25일, or 25일 of a month that was not said; the year only when it was.</summary>
public sealed record MonthDay(int? Month, int Day) : DateExpression
{
    /// <summary>이번 달 25일 (0), 다음 달 5일 (1): the month counted from this one.</summary>
    public int? Months { get; init; }
    public SaidYear? Year { get; init; }
}

/// <summary>12월: a whole month by its number; the year only when it was said.</summary>
public sealed record MonthNamed(int Month) : DateExpression
{
    public SaidYear? Year { get; init; }
}

/// <summary>올해, 2027년: a whole year.</summary>
public sealed record YearOf(SaidYear Year) : DateExpression;

/// <summary>봄, 상반기: months in a row; 올여름 (0) and 작년 가을 (-1) count the years from this one.</summary>
public sealed record Months(int First, int Count) : DateExpression
{
    public int? Years { get; init; }
}

/// <summary>월말, 8월 말, 내년 초: the first (0), middle (1) or last (2) third of a month or a year.</summary>
public sealed record ThirdOf(DateExpression Whole, int Third) : DateExpression;

/// <summary>12월 둘째 주 (2), 둘째 주 금요일, 마지막 주 수요일 (-1): a week of a month, or a day by its place in the month.</summary>
public sealed record WeekInMonth(int? Month, int Week, DayOfWeek? Day) : DateExpression;

/// <summary>방학, 평일: named as a time of the year or the week, but no calendar here says which days these are.</summary>
public sealed record Unplaced(string Name) : DateExpression;

/// <summary>
/// A holiday by the name that the calendar gives it, and how many days after it is meant (추석 다음날: 1). 연휴, 공휴일
/// and 대체공휴일 without a name stand for themselves.
/// </summary>
public sealed record HolidayNamed(string Name, int Days = 0) : DateExpression
{
    public SaidYear? Year { get; init; }
}

/// <summary>연말연시: the days around the turn of the year.</summary>
public sealed record YearEnd : DateExpression
{
    public SaidYear? Year { get; init; }
}

/// <summary>2027년, or 내년 (1), 올해 (0), 작년 (-1) counted from this year.</summary>
public sealed record SaidYear(int Number, bool IsCounted)
{
    public int From(int thisYear) => IsCounted ? thisYear + Number : Number;
}

/// <summary>이번 주 (0), 다음 주 (1): a whole week.</summary>
public sealed record WeekOf(int Weeks) : DateExpression;

/// <summary>이번 달 (0), 다음 달 (1): a whole month.</summary>
public sealed record MonthOf(int Months) : DateExpression;

/// <summary>지금.</summary>
public sealed record Now : DateExpression;

/// <summary>저녁 7시 is 19:00; an hour before nine without 오전 or 오후 is taken for the afternoon or evening.</summary>
public sealed record ClockTime(int Hour, int Minute) : DateExpression;

/// <summary>Where in the text an expression stands.</summary>
public sealed record FoundDate(int Start, int Length, DateExpression Expression);
