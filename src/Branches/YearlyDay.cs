using System.Globalization;

namespace Bupyeong.Chatbot.Branches;

/// <summary>A day that comes back every year, such as 1 May.</summary>
public readonly record struct YearlyDay(int Month, int Day)
{
    public bool Is(DateOnly date) => date.Month == Month && date.Day == Day;

    /// <summary>Reads "05-01".</summary>
    public static YearlyDay Parse(string text) =>
        DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var date)
            ? new(date.Month, date.Day)
            : throw new FormatException($"\"{text}\" is not a month and day such as \"05-01\".");
}
