using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Tests.Branches;

public sealed class SeoulTimeTests
{
    [Theory]
    [InlineData("2026-07-31T14:59:59Z", "2026-07-31")]
    [InlineData("2026-07-31T15:00:00Z", "2026-08-01")]
    public void The_day_turns_at_midnight_in_Seoul(string utc, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), new Stopped(DateTimeOffset.Parse(utc, null)).SeoulToday());

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
