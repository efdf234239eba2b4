namespace Bupyeong.Chatbot.Branches;

/// <summary>The library's clock: Seoul, nine hours ahead of UTC all year.</summary>
public static class SeoulTime
{
    /// <summary>A fixed offset, so that the answer does not depend on the host's time zone data.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset SeoulNow(this TimeProvider time) => time.GetUtcNow().ToOffset(Offset);

    public static DateOnly SeoulToday(this TimeProvider time) => time.GetUtcNow().SeoulDate();

    /// <summary>The day in Seoul at this moment, whatever offset the moment was written in.</summary>
    public static DateOnly SeoulDate(this DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>The moment when a clock in Seoul shows this day and time.</summary>
    public static DateTimeOffset InSeoul(this DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
