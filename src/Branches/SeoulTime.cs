namespace Bupyeong.Chatbot.Branches;

/// <summary>The clock on the library's wall: Seoul keeps no summer time, so its offset is a constant.</summary>
public static class SeoulTime
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(9);

    public static DateTimeOffset SeoulNow(this TimeProvider time) => time.GetUtcNow().ToOffset(Offset);

    public static DateOnly SeoulToday(this TimeProvider time) => DateOnly.FromDateTime(time.SeoulNow().DateTime);
}
