namespace Bupyeong.Chatbot.Korean;

/// <summary>조사 that fit the word before them: 「토지」를, 「데미안」을.</summary>
public static class Particles
{
    private static readonly HashSet<string> AfterFinal =
    [
        "은",
        "이",
        "을",
        "과",
        "으로",
        "이에요",
        "이나",
        "아",
        "이라",
        "이라고",
        "이랑",
        "이며",
        "이면",
        "이든",
    ];

    /// <summary>The word with the right one of the pair behind it, such as "은/는".</summary>
    public static string Attach(string word, string pair) => word + Of(word, pair);

    /// <summary>The right one of the pair alone; both, as in "을(를)", when nobody can say how the word ends.</summary>
    public static string Of(string word, string pair)
    {
        var (closed, open) = Sides(pair);
        return WordEnding.Of(word) switch
        {
            EndSound.Vowel => open,
            EndSound.Rieul => closed == "으로" ? open : closed,
            EndSound.Consonant => closed,
            _ => closed.EndsWith(open, StringComparison.Ordinal)
                ? $"({closed[..^open.Length]}){open}"
                : $"{closed}({open})",
        };
    }

    private static (string Closed, string Open) Sides(string pair)
    {
        var slash = pair.IndexOf('/');
        if (slash < 0)
            throw new ArgumentException($"'{pair}' is not a pair of particles such as 은/는", nameof(pair));
        var (first, second) = (pair[..slash], pair[(slash + 1)..]);
        return AfterFinal.Contains(second) && !AfterFinal.Contains(first) ? (second, first) : (first, second);
    }
}
