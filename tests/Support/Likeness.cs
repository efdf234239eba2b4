using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>How much two sentences share: Jaccard over their pairs of syllables.</summary>
public static class Likeness
{
    private const double TooAlike = 0.8;

    /// <summary>Those of the sentences that are nearly one that is taught.</summary>
    public static IReadOnlyList<string> NearlyTaught(IEnumerable<string> sentences, IEnumerable<string> taught)
    {
        var known = taught.Distinct().Select(Pairs).ToList();
        var having = known
            .SelectMany((pairs, place) => pairs.Select(pair => (pair, place)))
            .ToLookup(one => one.pair, one => one.place);
        return
        [
            .. sentences.Where(sentence =>
            {
                var pairs = Pairs(sentence);
                var shared = pairs.SelectMany(pair => having[pair]).CountBy(place => place);
                return shared.Any(one => one.Value >= TooAlike * (pairs.Count + known[one.Key].Count - one.Value));
            }),
        ];
    }

    private static HashSet<string> Pairs(string text) => [.. KoreanText.Bigrams(text)];
}
