namespace Bupyeong.Chatbot.Knowledge;

/// <summary>Which of an entry's versions answer on a day or may still do so.</summary>
public static class Standing
{
    /// <summary>
    /// The versions that can answer today or later, each cut off where something ends it; when there is none, the last
    /// that answered, so that its page can say that its time is over. A withdrawn entry has none.
    /// </summary>
    public static IReadOnlyList<EntryVersion> Of(IReadOnlyCollection<EntryVersion> versions, DateOnly today)
    {
        var newestFirst = Ever(versions)
            .OrderByDescending(version => version.From)
            .ThenByDescending(version => version.Version);
        var kept = new List<EntryVersion>();
        foreach (var version in newestFirst)
        {
            if (End(version) >= today && !kept.Exists(newer => Covers(newer, version, today)))
                kept.Add(version);
        }
        var isOver = kept is [] && Decided(versions) is { IsPublished: true };
        return isOver ? [.. newestFirst.Take(1)] : kept;
    }

    /// <summary>The versions that answered once and do so no more, each until the day before something ended it.</summary>
    public static IEnumerable<EntryVersion> Over(IReadOnlyCollection<EntryVersion> versions, DateOnly today) =>
        Ever(versions).Except(Of(versions, today));

    /// <summary>The version that answers on the day.</summary>
    public static EntryVersion? On(IReadOnlyCollection<EntryVersion> versions, DateOnly day) =>
        Of(versions, day).FirstOrDefault(version => version.From <= day && day <= End(version));

    /// <summary>The newest version that was decided, whether it answers already, will, or says that the entry is withdrawn.</summary>
    public static EntryVersion? Decided(IEnumerable<EntryVersion> versions) =>
        versions.LastOrDefault(version => !version.IsDraft);

    /// <summary>The draft that waits to be published: the newest one that nothing was made of.</summary>
    public static EntryVersion? Draft(IReadOnlyList<EntryVersion> versions) =>
        versions.LastOrDefault(version => version.IsDraft) is { } draft
        && !versions.Any(later => later.Version > draft.Version && IsMadeOf(later, draft))
            ? draft
            : null;

    private static List<EntryVersion> Ever(IEnumerable<EntryVersion> versions)
    {
        var standing = new List<EntryVersion>();
        foreach (var version in versions.Where(version => !version.IsDraft))
        {
            if (version.EndsOthers)
                standing =
                [
                    .. standing.Select(other => EndedBy(other, version)).Where(other => other.From <= End(other)),
                ];
            if (version.Status is not EntryStatus.Withdrawn)
                standing.Add(version);
        }
        return standing;
    }

    private static bool IsMadeOf(EntryVersion later, EntryVersion draft) =>
        later.Act is EntryAct.Publish
            ? later.Of >= draft.Version
            : later.Act is EntryAct.File && draft.Act is EntryAct.File;

    private static EntryVersion EndedBy(EntryVersion version, EntryVersion end)
    {
        var last = end.From.AddDays(-1);
        return version.To is { } to && to <= last ? version : version with { To = last };
    }

    /// <summary>From today on there is no day on which the older one would answer.</summary>
    private static bool Covers(EntryVersion newer, EntryVersion older, DateOnly today) =>
        newer.From <= (older.From > today ? older.From : today) && End(newer) >= End(older);

    private static DateOnly End(EntryVersion version) => version.To ?? DateOnly.MaxValue;
}
