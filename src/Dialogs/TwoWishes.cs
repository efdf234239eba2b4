using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>"연장하고 내일 몇 시까지인지도": where one message may hold two wishes.</summary>
public static class TwoWishes
{
    private const int ShortestWish = 2;

    private static readonly HashSet<string> Services =
    [
        "find-book",
        "book-availability",
        "branch-hours",
        "branch-place",
        "find-program",
        "library-rule",
        "my-loans",
        "renew-loan",
        "reserve",
        "my-holds",
        "cancel-hold",
        "my-account",
    ];

    /// <summary>What is asked before it is done: two of these are asked one after the other.</summary>
    private static readonly HashSet<string> Acts = ["renew-loan", "reserve", "cancel-hold"];

    /// <summary>Every place after 고, 그리고 or a comma where something stands on both sides.</summary>
    public static IEnumerable<(string First, string Second)> Splits(string text)
    {
        for (var i = ShortestWish; i < text.Length - ShortestWish; i++)
        {
            if (!IsSeam(text, i))
                continue;
            var first = text[..(i + 1)].Trim(' ', ',');
            var second = text[(i + 1)..].Trim(' ', ',');
            if (first.Length >= ShortestWish && second.Length >= ShortestWish)
                yield return (first, second);
        }
    }

    /// <summary>Two different services, each sure by itself.</summary>
    public static bool AreTwo(Recognition one, Recognition two) =>
        one.Intent != two.Intent && IsSureService(one) && IsSureService(two);

    public static bool IsAct(Recognition wish) => Acts.Contains(wish.Intent);

    private static bool IsSureService(Recognition wish) =>
        wish.Score >= Confidence.Sure && Services.Contains(wish.Intent) && !wish.IsFollowUp;

    /// <summary>"빼고" and "말고" leave something out and join nothing.</summary>
    private static bool IsSeam(string text, int at) =>
        text[at] is ',' or '.' or '?' or '\n'
        || (text[at] is '고' && text[at + 1] is ' ' or ',' && text[at - 1] is not ('빼' or '말'));
}
