using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Branches;

/// <summary>Every place we can speak of: which are open when, and where the nearest is.</summary>
public sealed class BranchDirectory(IEnumerable<Branch> branches, Holidays holidays)
{
    /// <summary>Longer than any run of closed days that a notice may say.</summary>
    public const int DaysToLookAhead = 500;

    private const double EarthRadiusInMetres = 6_371_000;

    public IReadOnlyList<Branch> All { get; } = [.. branches];

    public Holidays Holidays { get; } = holidays;

    public SpecialHoursNow SpecialHours { get; init; } = () => [];

    /// <summary>Where residents count from.</summary>
    public IReadOnlyList<Place> Places { get; init; } = [];

    public IReadOnlyList<Facility> Facilities { get; init; } = [];

    /// <summary>The six libraries of 부평구, without machines and neighbours.</summary>
    public IEnumerable<Branch> Libraries => All.Where(branch => branch.Kind is BranchKind.Branch);

    public Branch? Find(string code) => All.FirstOrDefault(branch => branch.Code == code);

    /// <summary>Hours of the whole branch: from the first room that opens to the last that closes.</summary>
    public DayHours HoursOn(Branch branch, DateOnly date) => HoursOn(branch, branch.Rooms, date);

    public DayHours HoursOn(Branch branch, Room room, DateOnly date) => HoursOn(branch, [room], date);

    /// <summary>Ours that are open at this moment; a place whose hours are not known is not among them.</summary>
    public IReadOnlyList<Branch> OpenNow(DateTimeOffset at) =>
        [.. All.Where(branch => branch.IsOurs && IsOpen(branch, at))];

    public bool IsOpen(Branch branch, DateTimeOffset at) =>
        HoursOn(branch, at.SeoulDate()) is DayHours.Open { Hours: var hours } && hours.Contains(TimeInSeoul(at));

    public bool IsOpen(Branch branch, DateOnly day, TimeSpan time) =>
        HoursOn(branch, day) is DayHours.Open { Hours: var hours } && hours.Contains(time);

    /// <summary>The next time the doors of this branch, or of the room, open; nothing when no known day in sight has hours.</summary>
    public Opening? NextOpening(Branch branch, DateTimeOffset at, Room? room = null) =>
        Enumerable
            .Range(0, DaysToLookAhead)
            .Select(days => HoursOn(branch, room is null ? branch.Rooms : [room], at.SeoulDate().AddDays(days)))
            .OfType<DayHours.Open>()
            .Select(open => new Opening(branch, open.Date, open.Hours))
            .FirstOrDefault(opening => opening.At > at);

    /// <summary>The next time that any of the six libraries opens.</summary>
    public Opening? NextOpening(DateTimeOffset at) =>
        Libraries.Select(branch => NextOpening(branch, at)).OfType<Opening>().MinBy(opening => opening.At);

    /// <summary>
    /// The day a loan is due: a day on which the branch is closed moves to the next on which it is open. A day that is
    /// not known to be closed stays.
    /// </summary>
    public DateOnly DueDateOn(DateOnly date, Branch branch)
    {
        for (var days = 0; days < DaysToLookAhead; days++)
        {
            if (HoursOn(branch, date.AddDays(days)) is not DayHours.Closed)
                return date.AddDays(days);
        }
        return date;
    }

    /// <summary>
    /// What a notice says of the branch, or of the room, on this day: one that closes the whole branch counts first, then
    /// the room's own, then the branch's.
    /// </summary>
    public SpecialHours? SpecialOn(Branch branch, DateOnly date, string? room = null)
    {
        var here = SpecialHours().Where(special => special.IsAt(branch, date)).ToList();
        var whole = here.Find(special => special.IsOfWholeBranch);
        return whole is { Hours: null } || room is null
            ? whole
            : here.Find(special => special.Rooms.Contains(room)) ?? whole;
    }

    /// <summary>What notices say of the branch, or of all, on this day or later, the first to begin first.</summary>
    public IReadOnlyList<SpecialHours> SpecialFrom(DateOnly date, Branch? branch = null) =>
        [
            .. SpecialHours()
                .Where(special => special.Days.To >= date)
                .Where(special => branch is null || special.Branches.Contains(branch.Code))
                .OrderBy(special => special.Days.From),
        ];

    /// <summary>The place with the longest of its names in the text: 부평구청역 and not 부평구청.</summary>
    public Place? PlaceIn(string text)
    {
        var squashed = KoreanText.Squash(text);
        return Places
            .SelectMany(place => place.Names.Select(name => (Place: place, Name: KoreanText.Squash(name))))
            .Where(named => squashed.Contains(named.Name, StringComparison.Ordinal))
            .OrderByDescending(named => named.Name.Length)
            .Select(named => named.Place)
            .FirstOrDefault();
    }

    /// <summary>The libraries by their distance from a place as the crow flies, nearest first.</summary>
    public IReadOnlyList<NearbyBranch> Near(Place place) =>
        [
            .. Libraries
                .Select(branch => new NearbyBranch(branch, MetresTo(branch, place.Latitude, place.Longitude)))
                .Where(near => !double.IsNaN(near.Metres))
                .OrderBy(near => near.Metres),
        ];

    /// <summary>Our place nearest to these coordinates as the crow flies.</summary>
    public NearbyBranch? Nearest(double latitude, double longitude) =>
        All.Where(branch => branch.IsOurs)
            .Select(branch => new NearbyBranch(branch, MetresTo(branch, latitude, longitude)))
            .Where(near => !double.IsNaN(near.Metres))
            .MinBy(near => near.Metres);

    private DayHours HoursOn(Branch branch, IReadOnlyList<Room> rooms, DateOnly date)
    {
        // Nearly every day, and an opening may be looked for over many.
        if (!SpecialHours().Any(special => special.IsAt(branch, date)))
            return UsualHoursOn(branch, rooms, date);
        var whole = SpecialOn(branch, date);
        var own = rooms.Select(room => SpecialOn(branch, date, room.Name)).ToList();
        if (own.TrueForAll(special => special == whole))
            return whole?.Instead(UsualHoursOn(branch, rooms, date)) ?? UsualHoursOn(branch, rooms, date);
        var days = rooms
            .Zip(own, (room, special) => (Special: special, Usual: UsualHoursOn(branch, [room], date)))
            .Select(room => room.Special?.Instead(room.Usual) ?? room.Usual)
            .ToList();
        var open = days.OfType<DayHours.Open>().ToList();
        if (open is [])
            return days[0];
        // What is said of one room is not said of all.
        var reason = open.TrueForAll(day => day.Reason == open[0].Reason) ? open[0].Reason : null;
        return new DayHours.Open(date, open.Select(day => day.Hours).Aggregate((one, other) => one.Or(other)), reason);
    }

    private DayHours UsualHoursOn(Branch branch, IReadOnlyList<Room> rooms, DateOnly date)
    {
        if (branch.ClosedOnHolidays && Holidays.HolidayOn(date) is { } holiday)
            return new DayHours.Closed(date, ClosingReason.Holiday, holiday.Name);
        if (branch.AlsoClosed.Any(day => day.Is(date)))
            return new DayHours.Closed(date, ClosingReason.YearlyDay);
        if (branch.ClosedWeekdays.Contains(date.DayOfWeek))
            return new DayHours.Closed(date, ClosingReason.Weekly);
        if (rooms is [])
            return new DayHours.Unknown(date, UnknownHours.NotHeld);

        var hours = rooms.Select(room => room.Hours.GetValueOrDefault(date.DayOfWeek)).OfType<OpeningHours>().ToList();
        if (hours is [])
            return new DayHours.Closed(date, ClosingReason.Weekly);
        if (branch.ClosedOnHolidays && !Holidays.Covers(date))
            return new DayHours.Unknown(date, UnknownHours.BeyondCalendar);
        return new DayHours.Open(date, hours.Aggregate((one, other) => one.Or(other)));
    }

    private static TimeOnly TimeInSeoul(DateTimeOffset at) =>
        TimeOnly.FromDateTime(at.ToOffset(SeoulTime.Offset).DateTime);

    /// <summary>The haversine distance, not a number for a place without coordinates.</summary>
    private static double MetresTo(Branch branch, double latitude, double longitude)
    {
        if (branch is not { Latitude: { } branchLatitude, Longitude: { } branchLongitude })
            return double.NaN;
        var north = double.DegreesToRadians(branchLatitude - latitude);
        var east = double.DegreesToRadians(branchLongitude - longitude);
        var scale = Math.Cos(double.DegreesToRadians(latitude)) * Math.Cos(double.DegreesToRadians(branchLatitude));
        var half = Math.Pow(Math.Sin(north / 2), 2) + scale * Math.Pow(Math.Sin(east / 2), 2);
        return 2 * EarthRadiusInMetres * Math.Asin(Math.Sqrt(half));
    }
}

/// <summary>The doors of a branch opening on a day.</summary>
public sealed record Opening(Branch Branch, DateOnly Date, OpeningHours Hours)
{
    public DateTimeOffset At => Date.InSeoul(Hours.Opens);
}

/// <summary>A branch and how far away it is.</summary>
public sealed record NearbyBranch(Branch Branch, double Metres);
