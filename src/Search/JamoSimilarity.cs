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
        var similarity = 1 - (double)Distance(letters, other, anywhere: false) / longer;
        return similarity < least ? 0 : similarity;
    }

    /// <summary>The letters against the part of the other text that fits them best.</summary>
    public static double Within(ReadOnlySpan<char> letters, ReadOnlySpan<char> other) =>
        letters.Length is 0 or > Longest || other.Length > Longest
            ? 0
            : 1 - (double)Distance(letters, other, anywhere: true) / letters.Length;

    private static int Distance(ReadOnlySpan<char> letters, ReadOnlySpan<char> other, bool anywhere)
    {
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            row[j] = anywhere ? 0 : j;
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
        if (!anywhere)
            return row[^1];
        var best = letters.Length;
        foreach (var distance in row)
            best = Math.Min(best, distance);
        return best;
    }
}
