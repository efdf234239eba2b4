using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds a title that the library holds in a sentence, though a letter or two are wrong and spaces are missing.</summary>
internal sealed class HeldTitles
{
    private const int GramLength = 4;
    private const int LeastLetters = 3;
    private const int LongestTitle = 120;
    private const int Compared = 24;

    /// <summary>With less of its runs of letters in the sentence a title is not compared letter by letter.</summary>
    private const double LeastShare = 0.14;
    private const int Telling = 3;

    /// <summary>A run of letters that so many titles share tells nothing.</summary>
    private const int Common = 4000;

    private readonly string[] titles;
    private readonly Dictionary<string, List<int>> grams = [];
    private readonly Dictionary<string, List<int>>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <summary>A title of ordinary words alone (오늘, 도서관) would be found in sentences that mean no book.</summary>
    public HeldTitles(IEnumerable<string> titles, IReadOnlySet<string> ordinary)
    {
        this.titles =
        [
            .. titles
                .Where(title => !IsOrdinary(KoreanText.Normalize(title).Split(' '), ordinary))
                .Select(KoreanText.Squash)
                .Where(title => title.Length >= LeastLetters && title.Any(Hangul.IsSyllable))
                .Distinct()
                .Select(Hangul.Letters)
                .Where(letters => letters.Length is >= GramLength and <= LongestTitle),
        ];
        lookup = grams.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (id, letters) in this.titles.Index())
        {
            for (var at = 0; at + GramLength <= letters.Length; at++)
                Add(letters.Substring(at, GramLength), id);
        }
    }

    /// <summary>The title that explains most of the text, from one of the places at which a word may start.</summary>
    public HeldTitle? Find(string text, IReadOnlySet<int> starts)
    {
        if (titles is [])
            return null;
        var sentence = new SpelledText(text, starts);
        return Likely(sentence.Letters)
            .Select(id => sentence.Find(titles[id], Forgiven(titles[id].Length)))
            .Where(found => found is not null)
            .OrderByDescending(found => found!.Value.Weight)
            .ThenBy(found => found!.Value.Start)
            .FirstOrDefault();
    }

    /// <summary>One letter in a short title, one in six or so of a long one.</summary>
    private static int Forgiven(int letters) =>
        letters < 7 ? 0
        : letters < 11 ? 1
        : Math.Min(letters / 6 + 1, 4);

    /// <summary>Three words of every day, one behind the other, are no accident: 아홉 살 마음 사전.</summary>
    private static bool IsOrdinary(string[] words, IReadOnlySet<string> ordinary) =>
        words.Length < Telling
        && words.All(word => ordinary.Contains(word) || ordinary.Contains(Stemmer.WithoutParticle(word)));

    private void Add(string gram, int id)
    {
        if (!grams.TryGetValue(gram, out var held))
            grams[gram] = held = [];
        if (held is [] || held[^1] != id)
            held.Add(id);
    }

    /// <summary>The titles that share the greatest part of their runs of letters with the sentence.</summary>
    private IEnumerable<int> Likely(string letters)
    {
        var shared = new Dictionary<int, int>();
        var seen = new HashSet<string>();
        for (var at = 0; at + GramLength <= letters.Length; at++)
        {
            if (
                !lookup.TryGetValue(letters.AsSpan(at, GramLength), out var gram, out var held)
                || held.Count > Common
                || !seen.Add(gram)
            )
                continue;
            foreach (var id in held)
                shared[id] = shared.GetValueOrDefault(id) + 1;
        }
        return shared
            .Select(pair => (pair.Key, Share: (double)pair.Value / (titles[pair.Key].Length - GramLength + 1)))
            .Where(title => title.Share > LeastShare)
            .OrderByDescending(title => title.Share)
            .ThenByDescending(title => titles[title.Key].Length)
            .Take(Compared)
            .Select(title => title.Key);
    }
}

/// <summary>Where a held title stands in a text, how many of its letters are wrong, and how many it has.</summary>
internal readonly record struct HeldTitle(int Start, int End, int Wrong, int Letters)
{
    /// <summary>A wrong letter speaks against a title as loudly as three right ones for it.</summary>
    public int Weight => Letters - 3 * Wrong;
}
