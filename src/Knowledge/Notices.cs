using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>Entries that say how a branch is open on some days (공지): read from their front matter, and put in force.</summary>
internal static class Notices
{
    private const string Part = "special_hours";
    private const string Closed = "closed";

    /// <summary>A notice closes a branch for building work, not for good.</summary>
    private const int MostDays = 400;

    /// <summary>The "special_hours" of an entry; null when it has none.</summary>
    /// <exception cref="InvalidDataException">Names the file and the line that are wrong.</exception>
    public static SpecialHours? Read(YamlPart front)
    {
        if (front.Part(Part) is not { } part)
            return null;
        var days = new DateRange(
            part.Date("from") ?? throw part.Wrong($"{Part}: from is missing."),
            part.Date("to") ?? throw part.Wrong($"{Part}: to is missing.")
        );
        if (days.Length is < 1 or > MostDays)
            throw part.Wrong($"{Part}: from {days.From:O} to {days.To:O} are not between 1 and {MostDays} days.");
        if (front.Date("effective_to") < days.To)
            throw part.Wrong($"{Part}: to {days.To:O} is after effective_to.");
        var branches = front.List("branches");
        if (branches is [] || branches.Contains(KnowledgeEntry.AllBranches))
            throw part.Wrong($"{Part}: branches must name each branch.");
        return new()
        {
            Notice = front.Required("slug"),
            Branches = branches,
            Rooms = part.List("rooms"),
            Days = days,
            Hours = part.Required("hours") is var hours && hours == Closed ? null : HoursOf(part, hours),
            OpensClosedDays = days.Length == 1,
            Reason = part.Required("reason"),
            Meanwhile = part.Text("meanwhile") is { Length: > 0 } meanwhile ? meanwhile : null,
        };
    }

    /// <summary>Refuses branches and rooms that there are not.</summary>
    /// <exception cref="InvalidDataException">Names the file and what there is not.</exception>
    public static void Check(KnowledgeEntry entry, BranchDirectory known)
    {
        foreach (var code in entry.Branches.Where(code => code != KnowledgeEntry.AllBranches))
        {
            var branch =
                known.Find(code)
                ?? throw new InvalidDataException($"{entry.File}(1): branches: there is no branch '{code}'.");
            if (entry.SpecialHours?.Rooms.FirstOrDefault(room => branch.FindRoom(room) is null) is { } room)
                throw new InvalidDataException($"{entry.File}(1): rooms: {branch.Name} has no room '{room}'.");
        }
    }

    /// <summary>
    /// What all notices say. On each day that version of a notice counts which answers then: a later one that has the work
    /// end earlier opens the doors. Of days on which none answers the next one speaks, as one does that is published when
    /// the doors are closed already. Of two notices that clash the one counts that was decided last.
    /// </summary>
    public static IReadOnlyList<SpecialHours> InForce(IEnumerable<KnowledgeEntry> entries) =>
        [
            .. entries
                .Where(entry => entry is { SpecialHours: not null, IsPublished: true })
                .GroupBy(entry => entry.Slug)
                .OrderByDescending(versions => versions.Max(entry => entry.DecidedAt))
                .ThenByDescending(versions => versions.Max(entry => entry.EffectiveFrom))
                .SelectMany(OfVersions),
        ];

    private static IEnumerable<SpecialHours> OfVersions(IEnumerable<KnowledgeEntry> versions)
    {
        var inOrder = versions.OrderBy(Begins).ThenBy(entry => entry.Version).ToList();
        return inOrder.SelectMany(entry =>
            Runs(entry.SpecialHours!.Days.Days.Where(day => CountsOn(inOrder, day) == entry))
                .Select(days => entry.SpecialHours! with { Days = days })
        );
    }

    private static KnowledgeEntry? CountsOn(List<KnowledgeEntry> inOrder, DateOnly day) =>
        inOrder.FindLast(entry => entry.Stands(day)) ?? inOrder.Find(entry => Begins(entry) > day);

    private static DateOnly Begins(KnowledgeEntry entry) =>
        entry.AnswersFrom > entry.EffectiveFrom ? entry.AnswersFrom.Value : entry.EffectiveFrom;

    /// <summary>Two notices of the same place and days.</summary>
    public static bool AreOfOne(SpecialHours one, SpecialHours other) =>
        one.Notice != other.Notice
        && one.Days.From <= other.Days.To
        && other.Days.From <= one.Days.To
        && one.Branches.Intersect(other.Branches).Any()
        && (one.IsOfWholeBranch || other.IsOfWholeBranch || one.Rooms.Intersect(other.Rooms).Any());

    /// <summary>Days in order as runs without a gap.</summary>
    private static IEnumerable<DateRange> Runs(IEnumerable<DateOnly> days)
    {
        DateRange? run = null;
        foreach (var day in days)
        {
            if (run is not null && run.To.AddDays(1) != day)
                yield return run;
            run = run is not null && run.To.AddDays(1) == day ? run with { To = day } : DateRange.Of(day);
        }
        if (run is not null)
            yield return run;
    }

    private static OpeningHours HoursOf(YamlPart part, string text)
    {
        try
        {
            return OpeningHours.Parse(text);
        }
        catch (FormatException e)
        {
            throw part.Wrong($"{Part}: hours: {e.Message} Or \"{Closed}\".");
        }
    }
}
