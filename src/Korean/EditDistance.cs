namespace Bupyeong.Chatbot.Korean;

/// <summary>How far apart two spellings are, letter by letter and not syllable by syllable: 도서간 is one letter from 도서관.</summary>
public static class EditDistance
{
    /// <summary>1 for the same letters, 0 for nothing in common; spacing, case and punctuation do not count.</summary>
    public static double Similarity(string a, string b)
    {
        var (first, second) = (Hangul.Letters(KoreanText.Squash(a)), Hangul.Letters(KoreanText.Squash(b)));
        var longest = Math.Max(first.Length, second.Length);
        return longest == 0 ? 1 : 1 - (double)Between(first, second, longest) / longest;
    }

    /// <summary>
    /// Damerau–Levenshtein (insert, delete, replace, swap neighbours) of two strings as they are; anything above the
    /// cut-off is the cut-off plus one.
    /// </summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int cutOff)
    {
        if (Math.Abs(a.Length - b.Length) > cutOff)
            return cutOff + 1;
        var rows = new int[3][];
        for (var r = 0; r < 3; r++)
            rows[r] = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            rows[0][j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            if (FillRow(a, b, i, rows) > cutOff)
                return cutOff + 1;
        }
        return Math.Min(rows[a.Length % 3][b.Length], cutOff + 1);
    }

    private static int FillRow(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int i, int[][] rows)
    {
        var (current, above, before) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
        var smallest = current[0] = i;
        for (var j = 1; j <= b.Length; j++)
        {
            var cost = Math.Min(Math.Min(above[j], current[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost = Math.Min(cost, before[j - 2] + 1);
            current[j] = cost;
            smallest = Math.Min(smallest, cost);
        }
        return smallest;
    }
}
