namespace Bupyeong.Chatbot.Understanding;

/// <summary>A possible entity and how many letters it would explain, in tenths.</summary>
internal sealed record Candidate(Entity Entity, int Weight)
{
    private const int Letter = 10;

    public static Candidate Of(string type, string text, Range span, string value)
    {
        var (start, length) = span.GetOffsetAndLength(text.Length);
        var words = text.Substring(start, length);
        return new Candidate(new Entity(type, start, length, words, value), words.Count(char.IsLetterOrDigit) * Letter);
    }
}

/// <summary>Chooses among candidates that overlap.</summary>
internal static class Segmentation
{
    /// <summary>
    /// The reading that leaves the fewest letters unexplained, and of those the one with the fewest pieces:
    /// 부개 + 어린이자료실 and not 부개어린이 + 자료실, but 부개어린이도서관 in one.
    /// </summary>
    public static List<Entity> Best(IEnumerable<Candidate> candidates, int length)
    {
        var starting = candidates.ToLookup(candidate => candidate.Entity.Start);
        var best = new int[length + 1];
        var taken = new Candidate?[length + 1];
        for (var at = length - 1; at >= 0; at--)
        {
            best[at] = best[at + 1];
            foreach (var candidate in starting[at])
            {
                var total = candidate.Weight - 1 + best[candidate.Entity.End];
                if (total > best[at])
                    (best[at], taken[at]) = (total, candidate);
            }
        }
        return Path(taken, length);
    }

    private static List<Entity> Path(Candidate?[] taken, int length)
    {
        var entities = new List<Entity>();
        for (var at = 0; at < length; )
        {
            if (taken[at] is { } candidate)
            {
                entities.Add(candidate.Entity);
                at = candidate.Entity.End;
            }
            else
                at++;
        }
        return entities;
    }
}
