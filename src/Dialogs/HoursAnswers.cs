using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>What 운영 시간 says of one branch or of all, on a day or on several.</summary>
public sealed class HoursAnswers(
    BranchDirectory branches,
    HoursWords hours,
    PublishedKnowledge knowledge,
    LibraryRule rules,
    Cues cues
)
{
    private const string RoomSlot = "room";
    private const int MostRows = 7;
    private const int MostNotices = 3;

    public static bool AsksForNow(Turn turn) => turn.Recognition.Entities.Any(entity => entity.When is Now);

    /// <summary>The time of day that was named, as it was read.</summary>
    public static ClockTime? TimeOf(Turn turn) =>
        turn.Recognition.Entities.Select(entity => entity.When).OfType<ClockTime>().FirstOrDefault();

    /// <summary>"10시까지 해요?" asks for the evening: libraries close then, and nobody asks for a closing in the morning.</summary>
    public TimeSpan Meant(Turn turn, ClockTime said)
    {
        var isLate = cues.Has(turn.Text, "hours", "until") && !cues.Has(turn.Text, "hours", "morning");
        return new TimeSpan(isLate && said.Hour is >= 9 and < 12 ? said.Hour + 12 : said.Hour, said.Minute, 0);
    }

    public Reply OfBranch(Turn turn, Branch branch, DateRange days)
    {
        if (days.Length > 1)
            return OfSeveral(turn, branch, days);
        var asked = turn.Find("room")?.Value ?? (turn.Continues ? turn.State.Slot(RoomSlot) : null);
        var room = branch.FindRoom(asked ?? "");
        if (room is null && turn.Find("room") is not null)
            return Reply
                .Say("no-such-room", new { branch.Name, room = asked })
                .With(hours.Rooms(branch, branches, days.From));
        var known = room is null ? branches.HoursOn(branch, days.From) : branches.HoursOn(branch, room, days.From);
        return OfDay(turn, branch, room, known).Remember(RoomSlot, room?.Name);
    }

    /// <summary>Whether all of these days are closed is the answer; the days stand on the card.</summary>
    private Reply OfSeveral(Turn turn, Branch branch, DateRange days)
    {
        var known = days.Days.Select(day => branches.HoursOn(branch, day)).ToList();
        var rows = known.Take(MostRows).Select(day => hours.Row(HoursWords.Day(day.Date), day));
        var closed = known.Where(day => day is DayHours.Closed).ToList();
        var values = new
        {
            branch.Name,
            day = HoursWords.Days(days),
            closed = HoursWords.Dates(closed),
            opens = Next(turn, branch, days.To),
        };
        return Reply
            .Say(closed.Count == days.Length ? "several-days-closed" : "several-days", values)
            .With(hours.Card(branch, rows));
    }

    /// <summary>Every library on a day, or the closed days of each within several.</summary>
    public Reply OfAll(DateRange days, Turn turn)
    {
        var room = turn.Find("room")?.Value ?? "";
        var all = branches.Libraries.ToList();
        var open = all.Count(branch => days.Days.Any(day => branches.HoursOn(branch, day) is not DayHours.Closed));
        var values = new
        {
            day = HoursWords.Days(days),
            open,
            opens = branches.NextOpening(Moment(turn, days.To)) is { } next ? HoursWords.Opens(next, turn.Today) : null,
        };
        var rows = days.Length > 1 ? all.Select(branch => ClosedWithin(branch, days)) : all.Select(OnDay);
        return Reply
            .Say(
                open == 0 ? "all-closed"
                    : days.Length > 1 ? "all-days"
                    : "all-branches",
                values
            )
            .With(hours.Card(HoursWords.Days(days), rows));

        CardRow OnDay(Branch branch) =>
            branch.FindRoom(room) is { } named
                ? hours.Row($"{branch.Name} {named.Name}", branches.HoursOn(branch, named, days.From))
                : hours.Row(branch.Name, branches.HoursOn(branch, days.From));
    }

    public Reply NextOpening(Turn turn, Branch branch) =>
        branches.IsOpen(branch, turn.Now) || branches.NextOpening(branch, turn.Now) is not { } next
            ? OfDay(turn, branch, null, branches.HoursOn(branch, turn.Today))
            : Reply
                .Say("next-opening", new { place = branch.Name, opens = HoursWords.Opens(next, turn.Today) })
                .With(hours.Source(branch));

    public Reply ClosingDays(Branch? branch) =>
        branch is null
            ? Reply
                .Say("all-closing-days")
                .With(hours.Card("", branches.Libraries.Select(each => new CardRow(each.Name, Weekly(each)))))
            : Reply
                .Say(
                    "closing-days",
                    new
                    {
                        branch.Name,
                        weekly = Weekly(branch),
                        branch.ClosedOnHolidays,
                    }
                )
                .With(hours.Source(branch));

    /// <summary>The notices that are not over: when, why, and what to do meanwhile.</summary>
    public Reply Closures(Branch? branch, DateOnly today)
    {
        var ahead = branches.SpecialFrom(today, branch).Where(special => special.Hours is null).ToList();
        var rows = ahead.Select(special => new CardRow(
            $"{PlaceOf(special)} · {special.Reason}",
            $"{HoursWords.Days(special.Days)}\n{special.Meanwhile}".TrimEnd()
        ));
        return ahead is []
            ? Reply.Say("no-closures", new { branch?.Name })
            : Reply
                .Say("closures", new { ahead.Count, branch?.Name })
                .With([hours.Card("", rows), .. Sources(ahead, today).Take(MostNotices)]);
    }

    /// <summary>The notices themselves.</summary>
    private IEnumerable<Card> Sources(IEnumerable<SpecialHours> special, DateOnly today) =>
        special
            .Select(special => knowledge.Current.Find(special.Notice, today))
            .OfType<KnowledgeEntry>()
            .Distinct()
            .Select(entry => rules.SourceOf(knowledge.Current.AnswerOf(entry, today).Citation));

    private string PlaceOf(SpecialHours special) =>
        $"{string.Join(", ", special.Branches.Select(code => branches.Find(code)?.Name))} {string.Join(", ", special.Rooms)}".TrimEnd();

    private Reply OfDay(Turn turn, Branch branch, Room? room, DayHours known)
    {
        var place = room is null ? branch.Name : $"{branch.Name} {room.Name}";
        var reply = known switch
        {
            DayHours.Open { Hours.IsAllDay: true } => Reply.Say("open-all-day", new { place, branch.Note }),
            DayHours.Open open => OfOpenDay(turn, branch, place, open).With(hours.Rooms(branch, branches, open.Date)),
            DayHours.Closed closed => OfClosedDay(turn, branch, room, place, closed),
            _ => Reply.Say(
                "hours-not-known",
                new
                {
                    branch.OfficialName,
                    branch.Operator,
                    branch.Phone,
                }
            ),
        };
        // The hours of that day are not those that the resident may know.
        if (known is DayHours.Open { Reason: { } reason })
            reply = reply.And("other-hours", new { reason });
        return reply.With([.. NoticesOf(branch, room, known.Date, turn.Today)]);
    }

    /// <summary>The notices of that day as sources: of the room that was asked about, or of any.</summary>
    private IEnumerable<Card> NoticesOf(Branch branch, Room? room, DateOnly date, DateOnly today) =>
        Sources(
            branches
                .SpecialHours()
                .Where(special => special.IsAt(branch, date))
                .Where(special => room is null || special.IsOfWholeBranch || special.Rooms.Contains(room.Name)),
            today
        );

    private Reply OfClosedDay(Turn turn, Branch branch, Room? room, string place, DayHours.Closed closed)
    {
        var special =
            closed.Reason is ClosingReason.Temporary ? branches.SpecialOn(branch, closed.Date, room?.Name) : null;
        return Reply.Say(
            closed.Date < turn.Today ? "was-closed"
                : special is null ? "closed"
                : "closed-for-a-while",
            new
            {
                place,
                day = HoursWords.Day(closed.Date, turn.Today),
                reason = hours.Reason(closed),
                closed.Name,
                until = special is null ? null : HoursWords.Day(special.Days.To),
                special?.Meanwhile,
                opens = Next(turn, branch, closed.Date, room),
            }
        );
    }

    private Reply OfOpenDay(Turn turn, Branch branch, string place, DayHours.Open open)
    {
        var (name, time) = OpenName(turn, open);
        return Reply.Say(
            name,
            new
            {
                place,
                time,
                day = HoursWords.Day(open.Date, turn.Today),
                opens = name == "closed-already" ? Next(turn, branch, open.Date) : HoursWords.Opens(open.Hours),
                closes = HoursWords.Closes(open.Hours),
            }
        );
    }

    /// <summary>The question's own half first: yes or no at a time, until when, or from when.</summary>
    private (string Name, string? Time) OpenName(Turn turn, DayHours.Open open)
    {
        if (open.Date < turn.Today)
            return ("was-open", null);
        if (TimeOf(turn) is { } said)
        {
            var at = Meant(turn, said);
            return (
                open.Hours.Contains(at) || at == open.Hours.End && cues.Has(turn.Text, "hours", "until")
                    ? "open-then"
                    : "not-open-then",
                SpokenTime.Time(at)
            );
        }
        var now = turn.Now.TimeOfDay;
        if (open.Date == turn.Today && now >= open.Hours.End)
            return ("closed-already", null);
        if (AsksForNow(turn))
            return (open.Hours.Contains(now) ? "open-here-now" : "not-open-yet", null);
        return (
            cues.Has(turn.Text, "hours", "until") ? "open-until"
            : cues.Has(turn.Text, "hours", "from") ? "open-from"
            : "open",
            null
        );
    }

    private CardRow ClosedWithin(Branch branch, DateRange days)
    {
        var closed = days.Days.Select(day => branches.HoursOn(branch, day)).Where(day => day is DayHours.Closed);
        return hours.ClosedDays(branch.Name, [.. closed]);
    }

    private static string Weekly(Branch branch) => HoursWords.ClosedWeekdays(branch);

    /// <summary>The first opening from now on, or after a later day that was asked about.</summary>
    private string? Next(Turn turn, Branch branch, DateOnly asked, Room? room = null) =>
        branches.NextOpening(branch, Moment(turn, asked), room) is { } next ? HoursWords.Opens(next, turn.Today) : null;

    private static DateTimeOffset Moment(Turn turn, DateOnly asked) =>
        asked > turn.Today ? asked.AddDays(1).InSeoul(TimeOnly.MinValue).AddSeconds(-1) : turn.Now;
}
