namespace Bupyeong.Chatbot.Knowledge;

/// <summary>A turn asks the same of the entries up to five times: what was asked lately is worked out once.</summary>
internal sealed class RecentRankings(Func<AskedOfEntries, Ranking> rank)
{
    private const int Places = 64;

    private readonly Kept?[] kept = new Kept?[Places];

    /// <summary>Two threads that ask at once only work it out twice.</summary>
    public Ranking Of(AskedOfEntries asked)
    {
        ref var place = ref kept[(uint)asked.GetHashCode() % Places];
        if (Volatile.Read(ref place) is { } known && known.Asked == asked)
            return known.Ranking;
        var ranking = rank(asked);
        Volatile.Write(ref place, new Kept(asked, ranking));
        return ranking;
    }

    private sealed record Kept(AskedOfEntries Asked, Ranking Ranking);
}

/// <summary>A question, the day, an entry that is not meant, and the branch that it is about.</summary>
internal readonly record struct AskedOfEntries(Question Question, DateOnly Day, string? Except, string? Branch);
