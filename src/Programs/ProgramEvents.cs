using Bupyeong.Chatbot.Branches;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Bupyeong.Chatbot.Programs;

/// <summary>The events of a calendar file (iCalendar, RFC 5545) on their days in Seoul.</summary>
public static class ProgramEvents
{
    private const int MostEvents = 2_000;
    private const int MostDays = 60;

    /// <summary>A rule that fits no day would be looked for without an end.</summary>
    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 1_000 };

    /// <exception cref="InvalidDataException">Says what is wrong with the calendar.</exception>
    public static (IReadOnlyList<ProgramDraft> Drafts, int Cancelled) Read(string text, BranchDirectory? branches)
    {
        var events = (Calendar.Load(text) ?? throw new InvalidDataException("달력이 비어 있어요.")).Events.ToList();
        if (events.Count > MostEvents)
            throw new InvalidDataException($"행사가 {MostEvents:#,0}개보다 많아요.");
        var moved = events.Where(one => one.RecurrenceIdentifier is not null).ToLookup(one => one.Uid);
        var held = events.Where(one => one.RecurrenceIdentifier is null && !IsCancelled(one)).ToList();
        return (
            [.. held.Select(one => DraftOf(one, moved[one.Uid], branches))],
            events.Count(one => one.RecurrenceIdentifier is null) - held.Count
        );
    }

    private static bool IsCancelled(CalendarEvent one) =>
        string.Equals(one.Status, "CANCELLED", StringComparison.OrdinalIgnoreCase);

    private static ProgramDraft DraftOf(CalendarEvent one, IEnumerable<CalendarEvent> moved, BranchDirectory? branches)
    {
        if (one.Start is not { } start)
            throw new InvalidDataException($"'{one.Summary}' 행사에 시작하는 날이 없어요.");
        var title = string.IsNullOrWhiteSpace(one.Summary) ? "이름 없는 행사" : one.Summary;
        var days = DaysOf(one);
        foreach (var session in moved)
        {
            days.Remove(DayOf(session.RecurrenceIdentifier!.StartTime));
            if (!IsCancelled(session) && session.Start is { } other)
                days.Add(DayOf(other));
        }
        return new(ProgramTable.IdOf("ics", $"{one.Uid}\n{title}"), title)
        {
            Branch = ProgramTable.BranchIn($"{one.Location} {title}", branches),
            Place = string.IsNullOrWhiteSpace(one.Location) ? null : one.Location,
            Days = [.. days],
            Time =
                start.HasTime
                && one.End is { HasTime: true } end
                && InSeoul(start) is var from
                && InSeoul(end) is var to
                && from.Date == to.Date
                && from < to
                    ? new(TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(to))
                    : null,
            Description = string.IsNullOrWhiteSpace(one.Description) ? null : one.Description,
            Unread = one.RecurrenceRule is { } rule ? [$"RRULE:{rule}"] : [],
        };
    }

    /// <summary>An event over several whole days is held on each of them.</summary>
    private static SortedSet<DateOnly> DaysOf(CalendarEvent one)
    {
        var days = new SortedSet<DateOnly>();
        foreach (var occurrence in one.GetOccurrences(options: Bounded).Take(MostDays))
        {
            var first = DayOf(occurrence.Period.StartTime);
            var last = one.IsAllDay && occurrence.Period.EffectiveEndTime is { } end ? DayOf(end).AddDays(-1) : first;
            for (var day = first; day <= last && days.Count < MostDays; day = day.AddDays(1))
                days.Add(day);
            days.Add(first);
        }
        return days;
    }

    private static DateOnly DayOf(CalDateTime time) => DateOnly.FromDateTime(InSeoul(time));

    /// <summary>A time without a zone is one of the library's own.</summary>
    private static DateTime InSeoul(CalDateTime time) =>
        !time.HasTime || time.IsFloating ? time.Value : time.AsUtc + SeoulTime.Offset;
}
