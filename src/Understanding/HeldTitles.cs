using System.Runtime.InteropServices;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds a title that the library holds in a sentence, though a letter or two are wrong and spaces are missing.</summary>
internal sealed class HeldTitles
{
    private const int GramLength = 4;
    private const int LeastLetters = 3;
    private const int LeastForeign = 10;
    private const int LongestTitle = 120;
    private const int Compared = 24;

    /// <summary>With less of its runs of letters in the sentence a title is not compared letter by letter.</summary>
    private const double LeastShare = 0.14;

    /// <summary>A run of letters that so many titles share tells nothing.</summary>
    private const int Common = 4000;

    private readonly string[] titles;
    private readonly Dictionary<ulong, int> grams = [];

    /// <summary>Where the titles of each run of letters start among the holders, and where the last ones end.</summary>
    private readonly int[] starts;
    private readonly int[] holders;

    /// <summary>
    /// A title of words of every day alone (오늘, 도서관) would be found in sentences that mean no book, and so would one
    /// of two syllables that is said anywhere else.
    /// </summary>
    public HeldTitles(IEnumerable<string> titles, FrameWords frames)
    {
        this.titles =
        [
            .. titles
                .AsParallel()
                .AsOrdered()
                .Select(title => (Words: KoreanText.Normalize(title), Letters: KoreanText.Squash(title)))
                .Where(title => IsTelling(title.Words, title.Letters, frames))
                .Select(title => Hangul.Letters(title.Letters))
                .Where(letters => letters.Length is >= GramLength and <= LongestTitle)
                .Distinct(),
        ];
        var (counts, places) = (new List<int>(), new List<int>());
        foreach (var letters in this.titles)
        {
            foreach (var gram in Grams(letters))
            {
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(grams, gram, out var isKnown);
                if (!isKnown)
                {
                    place = counts.Count;
                    counts.Add(0);
                }
                counts[place]++;
                places.Add(place);
            }
        }
        (starts, holders) = Held(counts, places);
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

    /// <summary>
    /// Three words of every day, one behind the other, are no accident (아홉 살 마음 사전), nor are two that nobody says
    /// together (노인과 바다).
    /// </summary>
    private static bool IsTelling(string title, string letters, FrameWords frames)
    {
        if (!letters.Any(Hangul.IsSyllable))
            return letters.Length >= LeastForeign;
        if (letters.Length < LeastLetters)
            return letters.Length == LeastLetters - 1 && !frames.Said.Contains(letters);
        var words = title.Split(' ');
        return words.Length switch
        {
            1 => !IsEveryday(title),
            2 => !words.All(IsEveryday) || !frames.Phrases.Contains(title),
            _ => true,
        };

        bool IsEveryday(string word) =>
            frames.Everyday.Contains(word) || frames.Everyday.Contains(Stemmer.WithoutParticle(word));
    }

    /// <summary>The titles behind each run of letters in one array: with hundreds of thousands a list for each is dear.</summary>
    private (int[] Starts, int[] Holders) Held(List<int> counts, List<int> places)
    {
        var first = new int[counts.Count + 1];
        for (var place = 0; place < counts.Count; place++)
            first[place + 1] = first[place] + counts[place];
        var (next, all, at) = (first[..^1], new int[places.Count], 0);
        foreach (var (id, letters) in titles.Index())
        {
            for (var left = letters.Length - GramLength; left >= 0; left--)
                all[next[places[at++]]++] = id;
        }
        return (first, all);
    }

    /// <summary>Every run of four letters as one number.</summary>
    private static IEnumerable<ulong> Grams(string letters)
    {
        var gram = 0UL;
        for (var at = 0; at < letters.Length; at++)
        {
            gram = gram << 16 | letters[at];
            if (at >= GramLength - 1)
                yield return gram;
        }
    }

    /// <summary>The titles that share the greatest part of their runs of letters with the sentence.</summary>
    private IEnumerable<int> Likely(string letters)
    {
        var shared = new Dictionary<int, int>();
        foreach (var gram in Grams(letters).Distinct())
        {
            if (!grams.TryGetValue(gram, out var place) || starts[place + 1] - starts[place] > Common)
                continue;
            foreach (var id in holders.AsSpan(starts[place]..starts[place + 1]))
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
