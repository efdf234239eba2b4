namespace Bupyeong.Chatbot.Search;

/// <summary>How alike two texts look when both are taken apart into letters (자모), from 0 to 1.</summary>
internal static class JamoSimilarity
{
    private const int Longest = 256;

    /// <summary>Whole against whole; below the least that matters the rest of the work is spared and 0 comes back.</summary>
    public static double Between(ReadOnlySpan<char> letters, ReadOnlySpan<char> other, double least = 0)
    {
        var longer = Math.Max(letters.Length, other.Length);
        if (longer is 0 or > Longest || Math.Min(letters.Length, other.Length) < least * longer)
            return 0;
        var most = (int)Math.Ceiling((1 - least) * longer);
        var similarity = 1 - (double)Distance(letters, other, most) / longer;
        return similarity < least ? 0 : similarity;
    }

    /// <summary>The letters against the part of the other text that fits them best.</summary>
    public static double Within(ReadOnlySpan<char> letters, ReadOnlySpan<char> other) =>
        letters.Length is 0 or > Longest || other.Length > Longest
            ? 0
            : 1 - (double)DistanceWithin(letters, other) / letters.Length;

    /// <summary>
    /// How many letters differ, given up as soon as it is more than the most that matters: beyond that many places off
    /// the diagonal no way is short enough.
    /// </summary>
    private static int Distance(ReadOnlySpan<char> letters, ReadOnlySpan<char> other, int most)
    {
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            row[j] = j;
        for (var i = 1; i <= letters.Length; i++)
        {
            var first = Math.Max(1, i - most);
            var last = Math.Min(other.Length, i + most);
            var diagonal = row[first - 1];
            row[first - 1] = first == 1 ? i : most + 1;
            var least = row[first - 1];
            for (var j = first; j <= last; j++)
            {
                var substituted = diagonal + (letters[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                var above = j == i + most ? most + 1 : diagonal;
                row[j] = Math.Min(substituted, Math.Min(above, row[j - 1]) + 1);
                least = Math.Min(least, row[j]);
            }
            if (least > most)
                return most + 1;
        }
        return row[^1];
    }

    private static int DistanceWithin(ReadOnlySpan<char> letters, ReadOnlySpan<char> other)
    {
        Span<int> row = stackalloc int[other.Length + 1];
        row.Clear();
        for (var i = 1; i <= letters.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var substituted = diagonal + (letters[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        var best = letters.Length;
        foreach (var distance in row)
            best = Math.Min(best, distance);
        return best;
    }
}
