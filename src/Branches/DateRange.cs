namespace Bupyeong.Chatbot.Branches;

/// <summary>Days from one to another, both included.</summary>
public sealed record DateRange(DateOnly From, DateOnly To)
{
    public static DateRange Of(DateOnly day) => new(day, day);

    public int Length => To.DayNumber - From.DayNumber + 1;

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Length).Select(From.AddDays);

    public bool Contains(DateOnly day) => From <= day && day <= To;
}
