namespace Bupyeong.Chatbot.Circulation;

/// <summary>Failures by key, forgotten after a while, and never more than a number of them.</summary>
internal sealed class FailureTable(int limit, Func<Failures, DateTimeOffset> forgottenAt)
{
    private readonly Dictionary<UInt128, Failures> failures = [];

    public int Count => failures.Count;

    public Failures Of(UInt128 key, DateTimeOffset now) =>
        failures.TryGetValue(key, out var found) && now < forgottenAt(found) ? found : new(0, now, now);

    /// <summary>Counts one more and returns what was there before.</summary>
    public Failures Add(UInt128 key, DateTimeOffset now)
    {
        var before = Of(key, now);
        failures[key] = before with { Count = before.Count + 1, Last = now };
        if (failures.Count > limit)
            Prune(now);
        return before;
    }

    /// <summary>Takes back a failure that was none; others that came meanwhile stay.</summary>
    public void TakeBack(UInt128 key, Failures before)
    {
        if (!failures.TryGetValue(key, out var now))
            return;
        var left = now.Count - 1 == before.Count ? before : now with { Count = now.Count - 1 };
        if (left.Count > 0)
            failures[key] = left;
        else
            failures.Remove(key);
    }

    public void Forget(UInt128 key) => failures.Remove(key);

    /// <summary>
    /// What is out of date goes first, then the fewest failures: a flood of new keys pushes out itself and not the card
    /// that somebody is after.
    /// </summary>
    private void Prune(DateTimeOffset now)
    {
        foreach (var (key, _) in failures.Where(entry => now >= forgottenAt(entry.Value)).ToList())
            failures.Remove(key);
        var tooMany = failures.Count - limit * 9 / 10;
        foreach (
            var (key, _) in failures
                .OrderBy(entry => entry.Value.Count)
                .ThenBy(entry => entry.Value.Last)
                .Take(tooMany)
                .ToList()
        )
            failures.Remove(key);
    }
}

/// <summary>How many failures there were, from when to when.</summary>
internal readonly record struct Failures(int Count, DateTimeOffset First, DateTimeOffset Last);
