using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>The sentences of an entry that are told as the answer to a question.</summary>
internal static class Excerpt
{
    private const int LeadingSentences = 2;

    /// <summary>Of the passage that comes nearest to the question its first sentences, which stand alone, and the nearest of the others.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<Passage> passages, string question)
    {
        var asked = KoreanText.Bigrams(question).ToHashSet();
        var sentences = passages.MaxBy(passage => Shared(passage.Text))?.Sentences ?? [];
        var nearest = sentences.Skip(LeadingSentences).MaxBy(Shared);
        return sentences.Where((sentence, place) => place < LeadingSentences || sentence == nearest);

        int Shared(string text) => KoreanText.Bigrams(text).Distinct().Count(asked.Contains);
    }
}
