using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>"연장하고 내일 몇 시까지인지도": where one message holds two wishes.</summary>
public sealed class TwoWishes(WishWords words)
{
    private const int ShortestWish = 2;

    /// <summary>Nobody puts two wishes into a page; what is longer is a story.</summary>
    private const int LongestMessage = 200;

    private const int MostHeard = 6;

    /// <summary>What is hardly understood is not answered as a wish of its own.</summary>
    private const double LeastOfEach = Confidence.Miss;

    /// <summary>In log-odds; chosen where of a hundred messages with one wish about one is taken apart.</summary>
    private const double Least = -1.5;

    /// <summary>What is said about the talk, and what takes a message whole: no second wish goes with it.</summary>
    private static readonly HashSet<string> NoService =
    [
        "out-of-scope",
        "other-language",
        "abuse",
        "crisis",
        "greeting",
        "thanks",
        "farewell",
        "help",
        "who-are-you",
        "cancel",
        "start-over",
        "say-again",
        "plain-words",
        "where-from",
        "feedback",
        "child-talks",
    ];

    /// <summary>What is asked before it is done: two of these are asked one after the other.</summary>
    private static readonly HashSet<string> Acts = ["renew-loan", "reserve", "cancel-hold"];

    public static bool IsAct(Recognition wish) => Acts.Contains(wish.Intent);

    /// <summary>The two wishes of a message, or null where it holds one; <paramref name="whole"/> is how it reads as one.</summary>
    public (string First, string Second)? Of(string text, Recognition whole, Func<string, Recognition> read)
    {
        if (text.Length > LongestMessage)
            return null;
        // A message that holds a wish sounds like it as a whole, too.
        var heard = whole.Ranked.Take(MostHeard).Select(ranked => ranked.Intent).ToHashSet();
        (double Odds, WishSeam? Seam) best = (Least, null);
        foreach (var seam in Seams(text))
        {
            var one = read(seam.First);
            if (!IsWish(one, heard) || one.Intent is "talk-to-person")
                continue;
            var two = read(seam.Second);
            if (one.Intent == two.Intent || !IsWish(two, heard))
                continue;
            if (seam.Odds(one, two, whole, words) is var odds && odds > best.Odds)
                best = (odds, seam);
        }
        return best.Seam is { } found ? (found.First, found.Second) : null;
    }

    internal IEnumerable<WishSeam> Seams(string text)
    {
        for (var at = ShortestWish; at < text.Length - ShortestWish; at++)
        {
            if (text[at] is not (' ' or ',' or '.' or '?' or '!' or '\n'))
                continue;
            var first = text[..(at + 1)].Trim(' ', ',', '\n');
            var rest = text[(at + 1)..].Trim(' ', ',', '\n');
            var second = words.WithoutLink(rest);
            if (first.Length < ShortestWish || second.Length < ShortestWish)
                continue;
            var plain = first.TrimEnd('.', '!', '?', ' ');
            var isParted =
                text[at] is not ' ' && !words.IsCircumstance(plain)
                || second.Length < rest.Length
                || words.Parts(plain);
            if (isParted || words.EndsWish(plain) && !words.GoesOn(plain, second))
                yield return new WishSeam(first, second, second.Length < rest.Length, first[^1] is '.' or '!');
        }
    }

    private static bool IsWish(Recognition part, HashSet<string> heard) =>
        part.Score >= LeastOfEach && heard.Contains(part.Intent) && !NoService.Contains(part.Intent) && !IsBare(part);

    /// <summary>A title or a branch and nothing else is what the rest is about.</summary>
    private static bool IsBare(Recognition wish) =>
        wish.IsFollowUp
        || wish.Intent is "find-book" && wish.Entities is [var only] && only.Length >= wish.Text.Length - 2;
}
