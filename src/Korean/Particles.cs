namespace Bupyeong.Chatbot.Korean;

/// <summary>조사 that fit the word before them: 「토지」를, 「데미안」을.</summary>
public static class Particles
{
    /// <summary>Pairs whose sides share no ending; every other pair is 이 or 으 and the open side, such as 이나/나, 으로/로.</summary>
    private static readonly HashSet<(string Closed, string Open)> Unlike =
    [
        ("은", "는"),
        ("이", "가"),
        ("을", "를"),
        ("과", "와"),
        ("아", "야"),
        ("이에요", "예요"),
        ("이었어요", "였어요"),
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
            // 한글 맞춤법: 서울로, 연필로써 — ㄹ counts as a vowel before 로 alone.
            EndSound.Rieul => closed.StartsWith("으로", StringComparison.Ordinal) ? open : closed,
            EndSound.Consonant => closed,
            _ => closed.EndsWith(open, StringComparison.Ordinal)
                ? $"({closed[..^open.Length]}){open}"
                : $"{closed}({open})",
        };
    }

    /// <summary>Either side may be written first.</summary>
    private static (string Closed, string Open) Sides(string pair)
    {
        var slash = pair.IndexOf('/');
        if (slash < 0)
            throw new ArgumentException($"'{pair}' is not a pair of particles such as 은/는", nameof(pair));
        var (first, second) = (pair[..slash], pair[(slash + 1)..]);
        return IsPair(second, first) ? (second, first) : (first, second);
    }

    private static bool IsPair(string closed, string open) =>
        Unlike.Contains((closed, open)) || closed == "이" + open || closed == "으" + open;
}
