using System.Globalization;
using Bupyeong.Chatbot.Branches;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Branches;

public class HolidaysTests
{
    private static readonly KoreanLunisolarCalendar Moon = new();

    public static TheoryData<int> Years => [.. Enumerable.Range(2025, 4)];

    [Theory]
    [MemberData(nameof(Years))]
    public void Lunar_holidays_agree_with_the_moon(int year)
    {
        Assert.Contains("설날", NameOn(Lunar(year, 1, 1)), StringComparison.Ordinal);
        Assert.Contains("설날", NameOn(Lunar(year, 1, 1).AddDays(-1)), StringComparison.Ordinal);
        Assert.Contains("설날", NameOn(Lunar(year, 1, 1).AddDays(1)), StringComparison.Ordinal);
        Assert.Contains("부처님오신날", NameOn(Lunar(year, 4, 8)), StringComparison.Ordinal);
        Assert.Contains("추석", NameOn(Lunar(year, 8, 14)), StringComparison.Ordinal);
        Assert.Contains("추석", NameOn(Lunar(year, 8, 15)), StringComparison.Ordinal);
        Assert.Contains("추석", NameOn(Lunar(year, 8, 16)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Fixed_holidays_are_there_every_year(int year)
    {
        foreach (var day in new[] { "01-01", "03-01", "05-05", "06-06", "08-15", "10-03", "10-09", "12-25" })
            Assert.NotNull(Places.Holidays.HolidayOn(Day($"{year}-{day}")));
    }

    [Fact]
    public void The_calendar_covers_four_whole_years() =>
        Assert.Equal(new DateRange(Day("2025-01-01"), Day("2028-12-31")), Places.Holidays.Range);

    [Fact]
    public void A_substitute_day_is_never_a_weekend_nor_a_holiday_itself()
    {
        foreach (var day in Places.Holidays.All.Where(day => day.Kind is HolidayKind.Substitute))
            Assert.True(day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday), $"{day}");
    }

    [Theory]
    [InlineData("추석", "2026-11-22", "2027-09-14", "2027-09-16")]
    [InlineData("추석 연휴", "2027-09-15", "2027-09-14", "2027-09-16")]
    [InlineData("추석", "2027-09-17", "2028-10-02", "2028-10-05")]
    [InlineData("추석", "2025-10-01", "2025-10-05", "2025-10-08")]
    [InlineData("설날", "2026-11-22", "2027-02-06", "2027-02-09")]
    [InlineData("설날 연휴", "2026-02-18", "2026-02-16", "2026-02-18")]
    [InlineData("개천절", "2028-01-01", "2028-10-03", "2028-10-03")]
    [InlineData("성탄절", "2026-11-22", "2026-12-25", "2026-12-25")]
    [InlineData("노동절", "2026-11-22", "2027-05-01", "2027-05-01")]
    [InlineData("대체공휴일", "2026-11-22", "2027-02-09", "2027-02-09")]
    [InlineData("공휴일", "2026-11-22", "2026-12-25", "2026-12-25")]
    [InlineData("연휴", "2026-11-22", "2027-02-06", "2027-02-09")]
    [InlineData("연휴", "2025-09-01", "2025-10-05", "2025-10-09")]
    public void A_holiday_is_found_by_the_name_people_give_it(string name, string today, string from, string to) =>
        Assert.Equal(new DateRange(Day(from), Day(to)), Places.Holidays.Find(name, Day(today)));

    [Fact]
    public void No_holiday_is_guessed_beyond_the_calendar()
    {
        Assert.Null(Places.Holidays.Find("추석", Day("2028-12-01")));
        Assert.Null(Places.Holidays.Find("만우절", Day("2026-11-22")));
        Assert.False(Places.Holidays.Covers(Day("2029-01-01")));
    }

    private static string NameOn(DateOnly date) => Places.Holidays.HolidayOn(date)?.Name ?? $"nothing on {date}";

    /// <summary>A leap month before this one moves its number in .NET's calendar by one.</summary>
    private static DateOnly Lunar(int year, int month, int day)
    {
        var leap = Moon.GetLeapMonth(year);
        return DateOnly.FromDateTime(
            Moon.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0)
        );
    }
}
