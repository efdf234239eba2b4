namespace Bupyeong.Chatbot.Korean;

/// <summary>Puts the spaces back into Korean that was typed without them, by the words that somebody knows.</summary>
public sealed class WordSpacing
{
    private const int LongestWord = 12;

    /// <summary>Nobody writes longer without a space, and the work grows with the square of it.</summary>
    private const int LongestRun = 60;

    /// <summary>A word of one syllable is as often the end of another, so it has to save more than it costs.</summary>
    private const double Syllable = 2;
    private const double Word = 1;
    private const double Unknown = 1.5;

    private readonly HashSet<string> words;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public WordSpacing(IEnumerable<string> words)
    {
        this.words = [.. words.Where(word => word.Length is > 0 and <= LongestWord)];
        lookup = this.words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The words of a run without spaces; what nobody knows stays in one piece.</summary>
    public IReadOnlyList<string> Split(string run)
    {
        if (run.Length > LongestRun)
            return [run];
        var starts = Cheapest(run);
        var pieces = new List<string>();
        for (var end = run.Length; end > 0; end = starts[end])
            pieces.Insert(0, run[starts[end]..end]);
        return pieces;
    }

    /// <summary>Per place where the last piece of the cheapest way to it starts.</summary>
    private int[] Cheapest(string run)
    {
        var (costs, starts) = (new double[run.Length + 1], new int[run.Length + 1]);
        for (var end = 1; end <= run.Length; end++)
        {
            costs[end] = double.MaxValue;
            for (var start = 0; start < end; start++)
            {
                var cost = costs[start] + CostOf(run.AsSpan(start, end - start));
                if (cost >= costs[end])
                    continue;
                (costs[end], starts[end]) = (cost, start);
            }
        }
        return starts;
    }

    private double CostOf(ReadOnlySpan<char> piece)
    {
        if (IsVolume(piece))
            return Word;
        if (piece.Length <= LongestWord && lookup.Contains(piece))
            return piece.Length == 1 ? Syllable : Word;
        return Unknown + piece.Length;
    }

    /// <summary>2권, 10권: no list can hold them all.</summary>
    private static bool IsVolume(ReadOnlySpan<char> piece) =>
        piece.Length is > 1 and < 5 && piece[^1] == '권' && !piece[..^1].ContainsAnyExceptInRange('0', '9');
}
