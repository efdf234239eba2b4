namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>
/// What words find and what vectors find, as one list by reciprocal rank fusion: a document's score is the sum, over the
/// lists that have it, of 1 / (k + its rank there). (Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion Outperforms
/// Condorcet and Individual Rank Learning Methods", SIGIR 2009; k = 60 there.) Without vectors the words alone find.
/// </summary>
internal sealed class HybridIndex(ISearchIndex words, EmbeddingModel model, int constant) : ISearchIndex
{
    private volatile VectorIndex? vectors;

    /// <summary>What the texts' vectors are at this moment; null until there are any.</summary>
    public VectorIndex? Vectors
    {
        get => vectors;
        set => vectors = value;
    }

    public int Count => words.Count;

    public IReadOnlyList<SearchHit> Search(string text, int max, SearchFilter? within = null)
    {
        var byWords = words.Search(text, max, within);
        return Vectors is { } near && model.OfQuestion(text) is { } question
            ? Fuse(max, byWords, near.Nearest(question, max, within))
            : byWords;
    }

    public IReadOnlyList<SearchHit> SearchSpelling(string text, int max, SearchFilter? within = null) =>
        words.SearchSpelling(text, max, within);

    public void Dispose() => words.Dispose();

    /// <summary>Best first; of two that score alike the one that an earlier list has.</summary>
    private SearchHit[] Fuse(int max, params IReadOnlyList<SearchHit>[] lists)
    {
        var scores = new Dictionary<string, float>();
        foreach (var list in lists)
            for (var place = 0; place < list.Count; place++)
                scores[list[place].Id] = scores.GetValueOrDefault(list[place].Id) + 1f / (constant + place + 1);
        return
        [
            .. scores
                .OrderByDescending(scored => scored.Value)
                .Take(max)
                .Select(scored => new SearchHit(scored.Key, scored.Value)),
        ];
    }
}
