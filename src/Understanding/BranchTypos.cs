using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds branch names with one wrong letter. Short names are left to the list: 청천로 is not 청천도.</summary>
internal sealed class BranchTypos
{
    private const int Syllables = 4;
    private const int Doubt = 5;

    /// <summary>One wrong letter leaves one of these standing, and few sentences have any.</summary>
    private static readonly string[] TraceOfLibrary = ["도서", "서관"];

    private readonly (string Letters, string Value)[] names;

    public BranchTypos(IEnumerable<EntityList> lists)
    {
        var names =
            from list in lists
            where list.Type == EntityTypes.Branch
            from entry in list.Entries
            from synonym in entry.Synonyms
            let letters = KoreanText.Squash(synonym)
            where letters.Length >= Syllables && letters.Contains("도서관", StringComparison.Ordinal)
            where letters.All(Hangul.IsSyllable)
            select (letters, entry.Value);
        this.names = [.. names.Distinct()];
    }

    /// <summary>A spelling that lies between two branches names neither.</summary>
    public IEnumerable<Candidate> Find(SquashedText text) =>
        from found in Near(text)
        group found by (found.At, found.Length) into reading
        where reading.Select(found => found.Value).Distinct().Count() == 1
        let span = text.Span(reading.Key.At, reading.Key.Length)
        let exact = Candidate.Of(EntityTypes.Branch, text.Source, span, reading.First().Value)
        select exact with
        {
            Weight = exact.Weight - Doubt,
        };

    private IEnumerable<(int At, int Length, string Value)> Near(SquashedText text)
    {
        if (!HasTrace(text.Letters))
            yield break;
        for (var at = 0; at + Syllables <= text.Letters.Length; at++)
            foreach (var (letters, value) in names)
            {
                if (
                    at + letters.Length <= text.Letters.Length
                    && IsOneOff(text.Letters.AsSpan(at, letters.Length), letters)
                )
                    yield return (at, letters.Length, value);
            }
    }

    /// <summary>도서, 서관, or 도 and 관 around a wrong syllable.</summary>
    private static bool HasTrace(string letters)
    {
        for (var at = letters.IndexOf('도'); at >= 0 && at + 2 < letters.Length; at = letters.IndexOf('도', at + 1))
        {
            if (letters[at + 2] == '관')
                return true;
        }
        return Array.Exists(TraceOfLibrary, trace => letters.Contains(trace, StringComparison.Ordinal));
    }

    /// <summary>Only one syllable differs, and it by one letter.</summary>
    private static bool IsOneOff(ReadOnlySpan<char> written, ReadOnlySpan<char> name)
    {
        var same = written.CommonPrefixLength(name);
        if (same == name.Length || !written[(same + 1)..].SequenceEqual(name[(same + 1)..]))
            return false;
        var (wrong, right) = (Hangul.Letters(written[same].ToString()), Hangul.Letters(name[same].ToString()));
        return EditDistance.Between(wrong, right, 1) <= 1;
    }
}
