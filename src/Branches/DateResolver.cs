using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Branches;

/// <summary>The days that a spoken date means, counted from today; weeks run from Monday to Sunday.</summary>
public static class DateResolver
{
    private static readonly string[] Feasts = ["설날", "추석"];

    /// <summary>Nothing for a time of day, a date that no calendar has, or a holiday that is not in ours.</summary>
    public static DateRange? Resolve(DateExpression expression, DateOnly today, Holidays holidays) =>
        expression switch
        {
            Now => DateRange.Of(today),
            RelativeDay(var days) said => DateRange.Of(today.AddMonths(said.Months).AddDays(days)),
            WeekdayOf(null, var day) => DateRange.Of(today.AddDays(((int)day - (int)today.DayOfWeek + 7) % 7)),
            WeekdayOf({ } weeks, var day) => DateRange.Of(MondayOf(today, weeks).AddDays(((int)day + 6) % 7)),
            WeekendOf(var weeks) => new(MondayOf(today, weeks).AddDays(5), MondayOf(today, weeks).AddDays(6)),
            WeekOf(var weeks) => new(MondayOf(today, weeks), MondayOf(today, weeks).AddDays(6)),
            MonthOf(var months) => MonthFrom(FirstOfMonth(today).AddMonths(months)),
            MonthNamed { Year: { } year } said => MonthFrom(new(year.From(today.Year), said.Month, 1)),
            MonthNamed(var month) => NextMonth(today, month),
            MonthDay { Year: { } year, Month: { } month } said => OfYear(year.From(today.Year), month, said.Day),
            MonthDay { Months: { } months, Day: var day } => DayOf(FirstOfMonth(today).AddMonths(months), day),
            MonthDay(var month, var day) => NextMonthDay(today, month, day),
            YearOf(var year) => WholeYear(year.From(today.Year)),
            Months said => InSeason(said, today),
            ThirdOf(var whole, var third) => Resolve(whole, today, holidays) is { } all ? Third(all, third) : null,
            WeekInMonth said => WeekOfMonth(said, today),
            HolidayNamed { Name: "명절" } feast => NextFeast(feast, today, holidays),
            HolidayNamed { Year: { } year } holiday => InYear(holiday, year.From(today.Year), holidays),
            HolidayNamed holiday => DayBeside(holiday, holidays.Find(holiday.Name, today), holidays)
                ?? AfterCalendar(holiday, holidays),
            YearEnd { Year: { } year } => TurnOfYear(year.From(today.Year)),
            YearEnd => TurnOfYear(today.DayOfYear <= 2 ? today.Year - 1 : today.Year),
            _ => null,
        };

    private static DateOnly MondayOf(DateOnly today, int weeks) =>
        today.AddDays(7 * weeks - ((int)today.DayOfWeek + 6) % 7);

    private static DateOnly FirstOfMonth(DateOnly today) => new(today.Year, today.Month, 1);

    private static DateRange MonthFrom(DateOnly first) => new(first, first.AddMonths(1).AddDays(-1));

    private static DateRange? NextMonth(DateOnly today, int month) =>
        month is >= 1 and <= 12 ? MonthFrom(FirstOfMonth(today).AddMonths((month - today.Month + 12) % 12)) : null;

    private static DateRange? OfYear(int year, int month, int day) => DayOf(new DateOnly(year, month, 1), day);

    private static DateRange? DayOf(DateOnly first, int day) =>
        day >= 1 && day <= DateTime.DaysInMonth(first.Year, first.Month) ? DateRange.Of(first.AddDays(day - 1)) : null;

    /// <summary>The next such day, today included; four years are enough to meet a 29 February.</summary>
    private static DateRange? NextMonthDay(DateOnly today, int? month, int day) =>
        Enumerable
            .Range(0, 12 * 8 + 1)
            .Select(FirstOfMonth(today).AddMonths)
            .Where(first => month is null || first.Month == month)
            .Where(first => day >= 1 && day <= DateTime.DaysInMonth(first.Year, first.Month))
            .Select(first => first.AddDays(day - 1))
            .Where(date => date >= today)
            .Select(DateRange.Of)
            .FirstOrDefault();

    private static DateRange WholeYear(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>The season of a year that was said, by where it begins; 지난 is the last one that is over.</summary>
    private static DateRange InSeason(Months said, DateOnly today)
    {
        var seasons = Enumerable.Range(-2, 5).Select(years => From(today.Year + years)).ToList();
        return said.Years is { } counted ? From(today.Year + counted) : seasons.First(season => season.To >= today);

        DateRange From(int year)
        {
            var first = new DateOnly(year, said.First, 1);
            return new(first, first.AddMonths(said.Count).AddDays(-1));
        }
    }

    /// <summary>A month in ten days each, a year in four months each.</summary>
    private static DateRange Third(DateRange whole, int third)
    {
        if (whole.Length > 31)
        {
            var first = whole.From.AddMonths(4 * third);
            return new(first, first.AddMonths(4).AddDays(-1));
        }
        var from = whole.From.AddDays(10 * third);
        return new(from, third == 2 ? whole.To : from.AddDays(9));
    }

    /// <summary>The second Friday for 둘째 주 금요일, as libraries count; without a day the week from Monday that has the second Thursday.</summary>
    private static DateRange? WeekOfMonth(WeekInMonth said, DateOnly today) =>
        Enumerable
            .Range(0, 13)
            .Select(FirstOfMonth(today).AddMonths)
            .Where(first => said.Month is null || first.Month == said.Month)
            .Select(first => InMonth(said, first))
            .FirstOrDefault(found => found.To >= today);

    private static DateRange InMonth(WeekInMonth said, DateOnly first)
    {
        var day = said.Day ?? DayOfWeek.Thursday;
        var one = first.AddDays(((int)day - (int)first.DayOfWeek + 7) % 7);
        var last = first.AddMonths(1).AddDays(-1);
        var found = said.Week > 0 ? one.AddDays(7 * (said.Week - 1)) : one.AddDays((last.Day - one.Day) / 7 * 7);
        return said.Day is null ? new(found.AddDays(-3), found.AddDays(3)) : DateRange.Of(found);
    }

    /// <summary>명절 is 설날 or 추석, whichever comes next.</summary>
    private static DateRange? NextFeast(HolidayNamed feast, DateOnly today, Holidays holidays) =>
        Feasts
            .Select(name => Resolve(feast with { Name = name }, today, holidays))
            .OfType<DateRange>()
            .MinBy(days => days.From);

    private static DateRange TurnOfYear(int year) => new(new(year, 12, 30), new(year + 1, 1, 2));

    /// <summary>The holiday of a year that was said; of a year that the calendar does not cover the whole year, as nothing in it is known.</summary>
    private static DateRange? InYear(HolidayNamed said, int year, Holidays holidays)
    {
        var whole = WholeYear(year);
        if (!holidays.Covers(whole.From) || !holidays.Covers(whole.To))
            return whole;
        return holidays.Find(said.Name, whole.From) is { } found && found.From.Year == year
            ? DayBeside(said, found, holidays)
            : null;
    }

    /// <summary>A holiday that comes every year comes after the calendar too: some day of the year that it does not cover.</summary>
    private static DateRange? AfterCalendar(HolidayNamed said, Holidays holidays)
    {
        var next = holidays.Range.To.Year + 1;
        return
            holidays.Find(said.Name, holidays.Range.From) is { } known
            && holidays.HolidayOn(known.From) is { Kind: HolidayKind.Public }
            ? new DateRange(new(next, 1, 1), new(next, 12, 31))
            : null;
    }

    /// <summary>추석 다음날 is counted from 추석 itself, 추석 연휴 다음날 from the last day of the 연휴.</summary>
    private static DateRange? DayBeside(HolidayNamed said, DateRange? found, Holidays holidays)
    {
        if (found is null || said.Days == 0)
            return found;
        var from =
            !Holidays.IsRun(said.Name)
                ? found.Days.Where(day => holidays.HolidayOn(day)!.IsItself).DefaultIfEmpty(found.From).First()
            : said.Days > 0 ? found.To
            : found.From;
        return DateRange.Of(from.AddDays(said.Days));
    }
}
