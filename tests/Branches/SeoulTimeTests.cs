using Bupyeong.Chatbot.Branches;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Branches;

public class SeoulTimeTests
{
    [Theory]
    [InlineData("2026-11-22T14:59:59Z", "2026-11-22")]
    [InlineData("2026-11-22T15:00:00Z", "2026-11-23")]
    [InlineData("2026-12-31T15:00:00Z", "2027-01-01")]
    [InlineData("2028-02-28T15:00:00Z", "2028-02-29")]
    public void The_day_changes_at_midnight_in_Seoul(string utc, string day)
    {
        var clock = new StoppedClock(DateTimeOffset.Parse(utc, null));

        Assert.Equal(Day(day), clock.SeoulToday());
    }

    [Fact]
    public void There_is_no_summer_time()
    {
        var clock = new StoppedClock(DateTimeOffset.Parse("1988-07-01T00:00:00Z", null));

        Assert.Equal(TimeSpan.FromHours(9), clock.SeoulNow().Offset);
        Assert.Equal(9, clock.SeoulNow().Hour);
    }

    [Fact]
    public void A_moment_written_elsewhere_is_the_same_day_in_Seoul() =>
        Assert.Equal(Day("2026-11-23"), DateTimeOffset.Parse("2026-11-22T10:30:00-05:00", null).SeoulDate());
}
