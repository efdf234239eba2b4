using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Korean;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Branches;

public class DateResolverTests
{
    /// <summary>Each is asked on Sunday 2026-11-22 unless it says otherwise.</summary>
    public static TheoryData<DateExpression, string, string> Spoken =>
        new()
        {
            { new Now(), "2026-11-22", "2026-11-22" },
            { new RelativeDay(1), "2026-11-23", "2026-11-23" },
            { new RelativeDay(-1), "2026-11-21", "2026-11-21" },
            { new RelativeDay(40), "2027-01-01", "2027-01-01" },
            {
                new RelativeDay(0) { Months = 1 },
                "2026-12-22",
                "2026-12-22"
            },
            {
                new MonthDay(null, 5) { Months = 1 },
                "2026-12-05",
                "2026-12-05"
            },
            { new WeekdayOf(null, DayOfWeek.Sunday), "2026-11-22", "2026-11-22" },
            { new WeekdayOf(null, DayOfWeek.Monday), "2026-11-23", "2026-11-23" },
            { new WeekdayOf(null, DayOfWeek.Saturday), "2026-11-28", "2026-11-28" },
            { new WeekdayOf(0, DayOfWeek.Sunday), "2026-11-22", "2026-11-22" },
            { new WeekdayOf(0, DayOfWeek.Tuesday), "2026-11-17", "2026-11-17" },
            { new WeekdayOf(1, DayOfWeek.Tuesday), "2026-11-24", "2026-11-24" },
            { new WeekdayOf(1, DayOfWeek.Sunday), "2026-11-29", "2026-11-29" },
            { new WeekendOf(0), "2026-11-21", "2026-11-22" },
            { new WeekendOf(1), "2026-11-28", "2026-11-29" },
            { new WeekOf(0), "2026-11-16", "2026-11-22" },
            { new WeekOf(6), "2026-12-28", "2027-01-03" },
            { new MonthOf(0), "2026-11-01", "2026-11-30" },
            { new MonthOf(3), "2027-02-01", "2027-02-28" },
            { new MonthNamed(11), "2026-11-01", "2026-11-30" },
            { new MonthNamed(2), "2027-02-01", "2027-02-28" },
            { new MonthDay(11, 22), "2026-11-22", "2026-11-22" },
            { new MonthDay(11, 21), "2027-11-21", "2027-11-21" },
            { new MonthDay(12, 25), "2026-12-25", "2026-12-25" },
            { new MonthDay(2, 29), "2028-02-29", "2028-02-29" },
            { new MonthDay(null, 25), "2026-11-25", "2026-11-25" },
            { new MonthDay(null, 3), "2026-12-03", "2026-12-03" },
            { new MonthDay(null, 31), "2026-12-31", "2026-12-31" },
            { new HolidayNamed("추석"), "2027-09-14", "2027-09-16" },
            {
                new HolidayNamed("추석") { Year = new(2028, IsCounted: false) },
                "2028-10-02",
                "2028-10-05"
            },
            {
                new HolidayNamed("추석") { Year = new(0, IsCounted: true) },
                "2026-09-24",
                "2026-09-26"
            },
            {
                new HolidayNamed("설날") { Year = new(-1, IsCounted: true) },
                "2025-01-28",
                "2025-01-30"
            },
            {
                new HolidayNamed("성탄절") { Year = new(1, IsCounted: true) },
                "2027-12-25",
                "2027-12-25"
            },
            {
                new HolidayNamed("추석") { Year = new(2029, IsCounted: false) },
                "2029-01-01",
                "2029-12-31"
            },
            {
                new MonthDay(1, 1) { Year = new(1, IsCounted: true) },
                "2027-01-01",
                "2027-01-01"
            },
            {
                new MonthNamed(3) { Year = new(1, IsCounted: true) },
                "2027-03-01",
                "2027-03-31"
            },
            { new HolidayNamed("명절"), "2027-02-06", "2027-02-09" },
            { new YearOf(new(1, IsCounted: true)), "2027-01-01", "2027-12-31" },
            { new ThirdOf(new MonthOf(0), 2), "2026-11-21", "2026-11-30" },
            { new ThirdOf(new YearOf(new(1, IsCounted: true)), 0), "2027-01-01", "2027-04-30" },
            { new Months(12, 3), "2026-12-01", "2027-02-28" },
            { new Months(9, 3), "2026-09-01", "2026-11-30" },
            {
                new Months(6, 3) { Years = -1 },
                "2025-06-01",
                "2025-08-31"
            },
            { new WeekInMonth(null, -1, DayOfWeek.Wednesday), "2026-11-25", "2026-11-25" },
            { new WeekInMonth(null, 2, DayOfWeek.Friday), "2026-12-11", "2026-12-11" },
            { new WeekInMonth(12, 1, null), "2026-11-30", "2026-12-06" },
            { new YearEnd(), "2026-12-30", "2027-01-02" },
            {
                new YearEnd { Year = new(1, IsCounted: true) },
                "2027-12-30",
                "2028-01-02"
            },
            { new HolidayNamed("추석", 1), "2027-09-16", "2027-09-16" },
            { new HolidayNamed("추석 연휴", 1), "2027-09-17", "2027-09-17" },
            { new HolidayNamed("설날", -1), "2027-02-06", "2027-02-06" },
            { new HolidayNamed("설날 연휴", -1), "2027-02-05", "2027-02-05" },
            { new HolidayNamed("성탄절", -1), "2026-12-24", "2026-12-24" },
            { new HolidayNamed("대체공휴일", 1), "2027-02-10", "2027-02-10" },
        };

    public static TheoryData<DateExpression> NoDay =>
        [
            new MonthDay(2, 30),
            new MonthDay(13, 1),
            new MonthDay(1, 0),
            new MonthNamed(13),
            new HolidayNamed("만우절"),
            new ClockTime(19, 0),
            new Unplaced("방학"),
        ];

    [Theory]
    [MemberData(nameof(Spoken))]
    public void What_is_said_means_these_days(DateExpression said, string from, string to) =>
        Assert.Equal(new DateRange(Day(from), Day(to)), Resolve(said));

    [Theory]
    [MemberData(nameof(NoDay))]
    public void What_is_no_day_stays_open(DateExpression said) => Assert.Null(Resolve(said));

    [Fact]
    public void Every_holiday_can_be_counted_from()
    {
        foreach (var holiday in Places.Holidays.All)
            Assert.NotNull(DateResolver.Resolve(new HolidayNamed(holiday.Name, 1), Day("2025-01-01"), Places.Holidays));
    }

    [Fact]
    public void After_the_last_one_in_the_calendar_the_next_is_of_a_year_that_is_not_covered() =>
        Assert.Equal(
            new DateRange(Day("2029-01-01"), Day("2029-12-31")),
            DateResolver.Resolve(new HolidayNamed("추석"), Day("2028-12-01"), Places.Holidays)
        );

    private static DateRange? Resolve(DateExpression said) =>
        DateResolver.Resolve(said, Day("2026-11-22"), Places.Holidays);
}
