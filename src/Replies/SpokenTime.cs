using System.Globalization;

namespace Bupyeong.Chatbot.Replies;

/// <summary>Dates and times as people say them: "12월 3일 목요일", "오후 6시", never ISO.</summary>
public static class SpokenTime
{
    private const string Weekdays = "일월화수목금토";

    public static string Date(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Month}월 {date.Day}일 {Weekday(date.DayOfWeek)}");

    /// <summary>"2026년 1월 1일", for what holds from then on.</summary>
    public static string FullDate(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year}년 {date.Month}월 {date.Day}일");

    /// <summary>오늘, 내일, or the date.</summary>
    public static string Day(DateOnly date, DateOnly today) =>
        (date.DayNumber - today.DayNumber) switch
        {
            0 => "오늘",
            1 => "내일",
            _ => Date(date),
        };

    public static string Weekday(DayOfWeek day) => $"{Weekdays[(int)day]}요일";

    /// <summary>"오전 9시", "오후 6시 30분", "밤 12시" for the end of the day.</summary>
    public static string Time(TimeSpan time)
    {
        if (time == TimeSpan.FromDays(1))
            return "밤 12시";
        var half = time.Hours < 12 ? "오전" : "오후";
        var hour = time.Hours % 12 == 0 ? 12 : time.Hours % 12;
        return time.Minutes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{half} {hour}시")
            : string.Create(CultureInfo.InvariantCulture, $"{half} {hour}시 {time.Minutes}분");
    }

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
