using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>"연장하고 내일 몇 시까지인지도": where one message holds two wishes.</summary>
public static class TwoWishes
{
    private const int ShortestWish = 2;

    /// <summary>Nobody puts two wishes into a page; what is longer is a story.</summary>
    private const int LongestMessage = 200;

    private const int MostHeard = 5;

    /// <summary>
    /// Both wishes must be as likely as this together: less where a mark or a word parts them, more where only the ending
    /// does, and more than a mark asks for where both are about one thing. Chosen on messages that are in no test.
    /// </summary>
    private const double LeastParted = 0.5;
    private const double Least = 0.65;
    private const double LeastOfEach = 0.45;
    private const double LeastOfOneThing = 0.6;

    private static readonly HashSet<string>[] OneThing =
    [
        ["find-book", "book-availability", "book-details", "related-books", "where-on-shelf", "not-on-shelf"],
        ["branch-hours", "due-day"],
        ["find-program", "program-details"],
        ["my-loans", "due-day", "my-account"],
        ["reserve", "my-holds", "cancel-hold"],
        ["tell-library", "talk-to-person"],
    ];

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

    /// <summary>How a wish ends that another one follows; 는데, 려고 and 니까 end a circumstance.</summary>
    private static readonly string[] Ends =
    [
        .. "고 고요 고여 구요 랑 그리고 하고 및 요 죠 쥬 까 는지 은지 인지 한지 줘 냐".Split(' '),
    ];

    /// <summary>How a wish ends that was put beside another.</summary>
    private static readonly string[] Partings =
    [
        "는지랑",
        "은지랑",
        "ㄴ지랑",
        "인지랑",
        "한지랑",
        "지랑",
        "는지하고",
        "주시고",
        "주고",
        "고요",
        "구요",
        "는지도",
    ];

    /// <summary>How a second verb begins that goes with 고: 싶다, 있다, 가다, 오다, 나다, and what did not happen.</summary>
    private static readonly string[] GoingOn =
    [
        .. "싶 있 가서 가도 가는 가면 가야 가고 갔 와서 와도 오는 왔 나서 나면 다니 안 못 해서 하는데 하니".Split(' '),
    ];

    private static readonly string[] Circumstances =
    [
        "데요",
        "서요",
        "거든요",
        "니까요",
        "라서요",
        "때문에요",
        "말고",
        "빼고",
        "말고요",
        "빼고요",
    ];

    /// <summary>What says no more than that another wish comes.</summary>
    private static readonly string[] Links = ["그리고", "그리구", "또한", "겸사겸사", "그다음", "아", "참", "혹시"];

    public static bool IsAct(Recognition wish) => Acts.Contains(wish.Intent);

    /// <summary>The two wishes of a message, or null where it holds one; <paramref name="whole"/> is how it reads as one.</summary>
    public static (string First, string Second)? Of(string text, Recognition whole, Func<string, Recognition> read)
    {
        if (text.Length > LongestMessage)
            return null;
        // A message that holds a wish sounds like it as a whole, too.
        var heard = whole.Ranked.Take(MostHeard).Select(ranked => ranked.Intent).ToHashSet();
        var best = (Score: 0d, First: "", Second: "");
        foreach (var (first, second, least) in Splits(text))
        {
            var one = read(first);
            if (!IsWish(one, heard) || one.Intent is "talk-to-person")
                continue;
            var two = read(second);
            var score = one.Score * two.Score;
            if (one.Intent == two.Intent || !IsWish(two, heard) || score <= best.Score)
                continue;
            if (score >= (AreOfOneThing(one.Intent, two.Intent) ? LeastOfOneThing : least))
                best = (score, first, second);
        }
        return best.Score > 0 ? (best.First, best.Second) : null;
    }

    private static IEnumerable<(string First, string Second, double Least)> Splits(string text)
    {
        for (var at = ShortestWish; at < text.Length - ShortestWish; at++)
        {
            if (text[at] is not (' ' or ',' or '.' or '?' or '!' or '\n'))
                continue;
            var first = text[..(at + 1)].Trim(' ', ',', '\n');
            var rest = text[(at + 1)..].Trim(' ', ',', '\n');
            var second = WithoutLink(rest);
            if (first.Length < ShortestWish || second.Length < ShortestWish)
                continue;
            var isParted =
                text[at] is not ' ' && !EndsWith(first.TrimEnd('.'), Circumstances)
                || second.Length < rest.Length
                || EndsWith(first, Partings);
            if (isParted || EndsWish(first) && !GoesOn(first, second))
                yield return (first, second, isParted ? LeastParted : Least);
        }
    }

    private static bool EndsWish(string words) =>
        EndsWith(words, Ends)
        && !EndsWith(words, Circumstances)
        // 콘센트랑 사물함: two things, and one question.
        && (!words.EndsWith('랑') || words.Contains(' ', StringComparison.Ordinal));

    /// <summary>가고 싶어요, 들고 가도 돼요: one verb, and no wish after it.</summary>
    private static bool GoesOn(string first, string second) =>
        first.EndsWith('고') && Array.Exists(GoingOn, verb => second.StartsWith(verb, StringComparison.Ordinal));

    private static bool EndsWith(string words, string[] ends) =>
        Array.Exists(ends, end => words.EndsWith(end, StringComparison.Ordinal));

    private static bool AreOfOneThing(string one, string two) =>
        Array.Exists(OneThing, thing => thing.Contains(one) && thing.Contains(two));

    private static bool IsWish(Recognition part, HashSet<string> heard) =>
        part.Score >= LeastOfEach && heard.Contains(part.Intent) && !NoService.Contains(part.Intent) && !IsBare(part);

    /// <summary>A title or a branch and nothing else is what the rest is about.</summary>
    private static bool IsBare(Recognition wish) =>
        wish.IsFollowUp
        || wish.Intent is "find-book" && wish.Entities is [var only] && only.Length >= wish.Text.Length - 2;

    private static string WithoutLink(string wish) =>
        Array.Find(Links, link => wish.StartsWith(link + " ", StringComparison.Ordinal)) is { } said
            ? wish[(said.Length + 1)..]
            : wish;
}
