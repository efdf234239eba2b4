using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>A text taken apart into letters that remembers where each stood, and where words may start.</summary>
internal sealed class SpelledText
{
    /// <summary>More than any title may differ.</summary>
    private const int Never = 1000;

    private readonly List<(int Place, bool Opens, bool Closes)> letters = [];

    public SpelledText(string text, IReadOnlySet<int> starts)
    {
        var squashed = new SquashedText(
            KoreanText.Normalize(text) is var plain && plain.Length == text.Length ? plain : text
        );
        for (var i = 0; i < squashed.Letters.Length; i++)
        {
            var place = squashed.Span(i, 1).Start.Value;
            var count = Hangul.Count(squashed.Letters[i]);
            for (var part = 0; part < count; part++)
                letters.Add((place, part == 0 && starts.Contains(place), part == count - 1));
        }
        Letters = Hangul.Letters(squashed.Letters);
    }

    public string Letters { get; }

    /// <summary>Where the title fits best with no more wrong letters than are forgiven, or null.</summary>
    public HeldTitle? Find(string title, int forgiven)
    {
        var (row, froms) = (new int[Letters.Length + 1], new int[Letters.Length + 1]);
        for (var j = 0; j <= Letters.Length; j++)
            (row[j], froms[j]) = (j < Letters.Length && letters[j].Opens ? 0 : Never, j);
        foreach (var letter in title)
        {
            // What has too many wrong letters by now does not get better: most titles end here soon.
            if (Advance(letter, row, froms) > forgiven)
                return null;
        }
        var best = -1;
        for (var j = 1; j <= Letters.Length; j++)
        {
            if (letters[j - 1].Closes && row[j] <= forgiven && (best < 0 || row[j] < row[best]))
                best = j;
        }
        return best <= 0 || froms[best] >= best
            ? null
            : new HeldTitle(letters[froms[best]].Place, letters[best - 1].Place + 1, row[best], title.Length);
    }

    /// <summary>The fewest letters that are wrong anywhere so far.</summary>
    private int Advance(char letter, int[] row, int[] froms)
    {
        var (diagonal, from) = (row[0], froms[0]);
        var least = ++row[0];
        for (var j = 1; j <= Letters.Length; j++)
        {
            var (above, aboveFrom) = (row[j], froms[j]);
            var (cost, source) = (diagonal + (letter == Letters[j - 1] ? 0 : 1), from);
            if (above + 1 < cost)
                (cost, source) = (above + 1, aboveFrom);
            if (row[j - 1] + 1 < cost)
                (cost, source) = (row[j - 1] + 1, froms[j - 1]);
            (row[j], froms[j]) = (cost, source);
            (diagonal, from) = (above, aboveFrom);
            least = Math.Min(least, cost);
        }
        return least;
    }
}
