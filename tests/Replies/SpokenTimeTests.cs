using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Replies;

public sealed class SpokenTimeTests
{
    [Theory]
    [InlineData(9, 0, "오전 9시")]
    [InlineData(18, 30, "오후 6시 30분")]
    [InlineData(12, 0, "오후 12시")]
    [InlineData(0, 0, "오전 12시")]
    [InlineData(0, 5, "오전 12시 5분")]
    [InlineData(24, 0, "밤 12시")]
    public void A_time_of_day(int hour, int minute, string expected) =>
        Assert.Equal(expected, SpokenTime.Time(new TimeSpan(hour, minute, 0)));

    [Theory]
    [InlineData(2026, 12, 3, "12월 3일 목요일")]
    [InlineData(2027, 1, 1, "1월 1일 금요일")]
    [InlineData(2028, 2, 29, "2월 29일 화요일")]
    public void A_date(int year, int month, int day, string expected) =>
        Assert.Equal(expected, SpokenTime.Date(new DateOnly(year, month, day)));

    [Theory]
    [InlineData(30, "오늘")]
    [InlineData(29, "11월 29일 일요일")]
    public void A_day_near_by(int day, string expected) =>
        Assert.Equal(expected, SpokenTime.Day(new DateOnly(2026, 11, day), new DateOnly(2026, 11, 30)));

    [Fact]
    public void Tomorrow_may_be_in_another_month() =>
        Assert.Equal("내일", SpokenTime.Day(new DateOnly(2026, 12, 1), new DateOnly(2026, 11, 30)));

    [Fact]
    public void The_week_begins_where_the_calendar_does() =>
        Assert.Equal(
            "일월화수목금토",
            string.Concat(Enum.GetValues<DayOfWeek>().Select(day => SpokenTime.Weekday(day)[0]))
        );

    [Theory]
    [InlineData("ko", "내일(12월 3일 목요일)", "내일 오전 9시")]
    [InlineData("en", "tomorrow (Thursday, December 3)", "tomorrow at 9 AM")]
    [InlineData("zh", "明天（12月3日星期四）", "明天09:00")]
    [InlineData("vi", "ngày mai (Thứ Năm, 3/12)", "ngày mai lúc 09:00")]
    public void A_day_with_its_date_and_a_moment_in_each_language(string language, string day, string moment)
    {
        var (today, tomorrow) = (new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 3));
        Assert.Equal(day, Spoken.In(language, () => SpokenTime.DayAndDate(tomorrow, today)));
        Assert.Equal(moment, Spoken.In(language, () => SpokenTime.Moment(tomorrow, TimeSpan.FromHours(9), today)));
    }
}
