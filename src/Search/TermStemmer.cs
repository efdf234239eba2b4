using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Search;

/// <summary>A word without the particle (조사) at its end: "편의점을" → "편의점".</summary>
internal static class TermStemmer
{
    /// <summary>The word as it is when no particle fits its end, or when too little would be left.</summary>
    public static string Stem(string word, int shortest = 2) =>
        Stemmer.WithoutParticle(word) is var stem && stem.Length >= shortest ? stem : word;
}
