using System.Globalization;

namespace Bupyeong.Chatbot.Branches;

/// <summary>Hours of one day; a closing time of 00:00 is the midnight that ends it, written 24:00.</summary>
public sealed record OpeningHours(TimeOnly Opens, TimeOnly Closes)
{
    public bool IsAllDay => Opens == TimeOnly.MinValue && EndsAtMidnight;

    public bool EndsAtMidnight => Closes == TimeOnly.MinValue;

    /// <summary>When the doors close, counted from the beginning of the day.</summary>
    public TimeSpan End => EndsAtMidnight ? TimeSpan.FromDays(1) : Closes.ToTimeSpan();

    public bool Contains(TimeOnly time) => Contains(time.ToTimeSpan());

    /// <summary>A time of 24 hours is the midnight that ends the day.</summary>
    public bool Contains(TimeSpan time) => Opens.ToTimeSpan() <= time && time < End;

    /// <summary>From the first opening to the last closing of both.</summary>
    public OpeningHours Or(OpeningHours other) =>
        new(
            Opens < other.Opens ? Opens : other.Opens,
            EndsAtMidnight || other.EndsAtMidnight ? TimeOnly.MinValue
                : Closes > other.Closes ? Closes
                : other.Closes
        );

    /// <summary>Reads "09:00-18:00" or "00:00-24:00".</summary>
    public static OpeningHours Parse(string text) =>
        text.Split('-') is [var opens, var closes]
        && TimeOf(opens) is { } from
        && (closes == "24:00" ? TimeOnly.MinValue : TimeOf(closes)) is { } to
        && (closes == "24:00" || from < to)
            ? new(from, to)
            : throw new FormatException($"\"{text}\" is not a pair of times such as \"09:00-18:00\".");

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Opens:HH\\:mm}-{(EndsAtMidnight ? "24:00" : Closes.ToString("HH:mm", CultureInfo.InvariantCulture))}"
        );

    private static TimeOnly? TimeOf(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
}
