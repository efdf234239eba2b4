using System.Globalization;

namespace Bupyeong.Chatbot.Replies;

/// <summary>Dates and times as people say them in the language that is spoken: "12월 3일 목요일", "오후 6시", never ISO.</summary>
public static class SpokenTime
{
    private static readonly Dictionary<string, Words> Languages = new()
    {
        [Speaking.Korean] = new("ko-KR", "M월 d일 dddd", "yyyy년 M월 d일", "tt h시", "tt h시 m분", "밤 12시")
        {
            DayOfMonth = "d일 dddd",
            Near = ["오늘", "내일"],
            NearDate = "{0}({1})",
            Moment = "{0} {1}",
            Range = "{0}부터 {1}까지",
        },
        ["en"] = new("en-US", "dddd, MMMM d", "MMMM d, yyyy", "h tt", "h:mm tt", "midnight")
        {
            DayOfMonth = "dddd d",
            Near = ["today", "tomorrow"],
            NearDate = "{0} ({1})",
            Moment = "{0} at {1}",
            Range = "{0} to {1}",
        },
        ["zh"] = new("zh-CN", "M月d日dddd", "yyyy年M月d日", "HH:mm", "HH:mm", "24:00")
        {
            DayOfMonth = "d日dddd",
            Near = ["今天", "明天"],
            NearDate = "{0}（{1}）",
            Moment = "{0}{1}",
            Range = "{0}至{1}",
        },
        ["vi"] = new("vi-VN", "dddd, d/M", "d/M/yyyy", "HH:mm", "HH:mm", "24:00")
        {
            DayOfMonth = "dddd, d/M",
            Near = ["hôm nay", "ngày mai"],
            NearDate = "{0} ({1})",
            Moment = "{0} lúc {1}",
            Range = "{0} đến {1}",
        },
    };

    private static Words Spoken => Languages.GetValueOrDefault(Speaking.Language, Languages[Speaking.Korean]);

    public static string Date(DateOnly date) => date.ToString(Spoken.Date, Spoken.Culture);

    /// <summary>"14일 월요일", of a month that was said before.</summary>
    public static string DayOfMonth(DateOnly date) => date.ToString(Spoken.DayOfMonth, Spoken.Culture);

    /// <summary>"2026년 1월 1일", for what holds from then on.</summary>
    public static string FullDate(DateOnly date) => date.ToString(Spoken.FullDate, Spoken.Culture);

    /// <summary>오늘, 내일, or the date.</summary>
    public static string Day(DateOnly date, DateOnly today) =>
        date.DayNumber - today.DayNumber is >= 0 and var days && days < Spoken.Near.Count
            ? Spoken.Near[days]
            : Date(date);

    /// <summary>"오늘(11월 29일 일요일)": the day as asked, with its date so that both sides mean the same.</summary>
    public static string DayAndDate(DateOnly date, DateOnly today) =>
        Day(date, today) is var near && near == Date(date)
            ? near
            : string.Format(Spoken.Culture, Spoken.NearDate, near, Date(date));

    /// <summary>"내일 오전 9시".</summary>
    public static string Moment(DateOnly date, TimeSpan time, DateOnly today) =>
        string.Format(Spoken.Culture, Spoken.Moment, Day(date, today), Time(time));

    public static string Days(DateOnly from, DateOnly to) =>
        string.Format(Spoken.Culture, Spoken.Range, Date(from), Date(to));

    public static string Weekday(DayOfWeek day) => Spoken.Culture.DateTimeFormat.GetDayName(day);

    /// <summary>"오전 9시", "오후 6시 30분", "밤 12시" for the end of the day.</summary>
    public static string Time(TimeSpan time) =>
        time == TimeSpan.FromDays(1)
            ? Spoken.EndOfDay
            : TimeOnly.FromTimeSpan(time).ToString(time.Minutes == 0 ? Spoken.Hour : Spoken.Time, Spoken.Culture);

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The patterns of a language, in .NET's own letters.</summary>
    private sealed record Words(string Name, string Date, string FullDate, string Hour, string Time, string EndOfDay)
    {
        public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(Name);

        public required string DayOfMonth { get; init; }

        /// <summary>Today, and what comes after it.</summary>
        public required IReadOnlyList<string> Near { get; init; }
        public required string NearDate { get; init; }
        public required string Moment { get; init; }
        public required string Range { get; init; }
    }
}
