using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Search;

/// <summary>A word without the particle (조사) at its end: "편의점을" → "편의점".</summary>
internal static class TermStemmer
{
    private const string Any =
        "에서는 에서도 에게서 에서 에게 한테 께서 부터 까지 처럼 만큼 보다 마다 하고 라는 의 에 도 만";
    private const string AfterFinal = "으로는 이라는 이라고 으로 이나 이랑 이란 은 이 을 과";
    private const string AfterVowel = "로는 라고 는 가 를 와 랑 로 나";

    private static readonly (string Particle, bool? Final)[] Particles =
    [
        .. Any.Split(' ')
            .Select(p => (p, (bool?)null))
            .Concat(AfterFinal.Split(' ').Select(p => (p, (bool?)true)))
            .Concat(AfterVowel.Split(' ').Select(p => (p, (bool?)false)))
            .OrderByDescending(p => p.Item1.Length),
    ];

    /// <summary>The word as it is when no particle fits its end, or when too little would be left.</summary>
    public static string Stem(string word, int shortest = 2)
    {
        foreach (var (particle, final) in Particles)
        {
            if (word.Length < particle.Length + shortest || !word.EndsWith(particle, StringComparison.Ordinal))
                continue;
            var last = word[^(particle.Length + 1)];
            // Whether 28 or 太白山脈 ends in a consonant is not seen, so any particle fits.
            if (final is null || !Hangul.IsSyllable(last) || final == (Hangul.FinalOf(last) != '\0'))
                return word[..^particle.Length];
        }
        return word;
    }
}
