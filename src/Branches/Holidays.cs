namespace Bupyeong.Chatbot.Branches;

/// <summary>A day off by law (공휴일), under the name the calendar gives it.</summary>
public sealed record Holiday
{
    public required DateOnly Date { get; init; }
    public required string Name { get; init; }
    public required HolidayKind Kind { get; init; }

    /// <summary>The day the name is about: not the days around it, nor one in its place.</summary>
    public bool IsItself => Kind is not HolidayKind.Substitute && !Holidays.IsRun(Name);
}

/// <summary>How a day came to be a holiday: by the calendar, in place of one lost to a weekend, or by decree.</summary>
public enum HolidayKind
{
    Public,
    Substitute,
    Temporary,
}

/// <summary>The holidays of the years that the calendar covers, and nothing guessed beyond them.</summary>
public sealed class Holidays(DateRange covers, IEnumerable<Holiday> holidays)
{
    private readonly SortedDictionary<DateOnly, Holiday> byDate = new(holidays.ToDictionary(day => day.Date));

    public IReadOnlyCollection<Holiday> All => byDate.Values;

    public DateRange Range { get; } = covers;

    public bool Covers(DateOnly date) => Range.Contains(date);

    public Holiday? HolidayOn(DateOnly date) => byDate.GetValueOrDefault(date);

    /// <summary>
    /// The holiday of this name that is on or comes next, with the days beside it that belong to it: 추석 is the whole
    /// 연휴 and its substitute day. 공휴일 and 연휴 without a name are the next of any.
    /// </summary>
    public DateRange? Find(string name, DateOnly today)
    {
        var wanted = name.Replace(" ", "", StringComparison.Ordinal);
        if (wanted == "연휴")
            return Around(today, day => IsRun(day.Name), _ => true);
        var bare = wanted == "공휴일" ? "" : wanted.Replace("연휴", "", StringComparison.Ordinal);
        return Around(today, Bears, Bears);

        bool Bears(Holiday day) => day.Name.Contains(bare, StringComparison.Ordinal);
    }

    /// <summary>A name of several days (연휴), or of one of them.</summary>
    internal static bool IsRun(string name) => name.Contains("연휴", StringComparison.Ordinal);

    public static Holidays Read(string path)
    {
        var file = DataFile.Read<HolidayFile>(path);
        if (file.Holidays.GroupBy(day => day.Date).FirstOrDefault(days => days.Count() > 1) is { } twice)
            throw DataFile.Wrong(path, 1, $"{twice.Key:yyyy-MM-dd} is listed twice; write both names in one line.");
        return new(new(file.Covers.From, file.Covers.To), file.Holidays);
    }

    private DateRange? Around(DateOnly today, Func<Holiday, bool> found, Func<Holiday, bool> belongs)
    {
        if (All.FirstOrDefault(day => day.Date >= today && found(day))?.Date is not { } first)
            return null;
        var (from, to) = (first, first);
        while (HolidayOn(from.AddDays(-1)) is { } before && belongs(before))
            from = from.AddDays(-1);
        while (HolidayOn(to.AddDays(1)) is { } after && belongs(after))
            to = to.AddDays(1);
        return new(from, to);
    }

    private sealed record HolidayFile
    {
        public required Coverage Covers { get; init; }
        public required List<Holiday> Holidays { get; init; }
    }

    private sealed record Coverage
    {
        public required DateOnly From { get; init; }
        public required DateOnly To { get; init; }
    }
}
