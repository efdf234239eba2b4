namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>
/// What words find and what vectors find, as one list by reciprocal rank fusion: a document's score is the sum, over the
/// lists that have it, of 1 / (k + its rank there). (Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion Outperforms
/// Condorcet and Individual Rank Learning Methods", SIGIR 2009; k = 60 there.) Without vectors the words alone find.
/// </summary>
internal sealed class HybridIndex(ISearchIndex words, int constant) : ISearchIndex
{
    private volatile Meaning? meaning;
    private volatile Fill? fill;

    /// <summary>What the texts mean to the model that is asked at this moment; null until there is one.</summary>
    public Meaning? Meaning
    {
        get => meaning;
        set => meaning = value;
    }

    /// <summary>How far the texts are embedded; null when all are, or when nobody works at it.</summary>
    public Fill? Fill
    {
        get => fill;
        set => fill = value;
    }

    public Task? Meanings { get; set; }

    public int Count => words.Count;

    public IReadOnlyList<SearchHit> Search(string text, int max, SearchFilter? within = null)
    {
        var byWords = words.Search(text, max, within);
        return Meaning is { } now && now.Model.OfQuestion(text) is { } question
            ? Fuse(max, byWords, now.Vectors.Nearest(question, max, within))
            : byWords;
    }

    public IReadOnlyList<SearchHit> SearchSpelling(string text, int max, SearchFilter? within = null) =>
        words.SearchSpelling(text, max, within);

    public IReadOnlyList<SearchHit> SearchMeaning(string text, int max, SearchFilter? within = null) =>
        Meaning is { IsFormer: false } now && now.Model.OfQuestion(text) is { } question
            ? now.Vectors.Nearest(question, max, within, EmbeddedText.KeyOf(text))
            : [];

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

/// <summary>The texts' vectors with the model that made them: those of another do not compare with its questions.</summary>
/// <param name="IsFormer">By the model before, which only brings candidates: what is tried is the new one.</param>
internal sealed record Meaning(VectorIndex Vectors, EmbeddingModel Model, bool IsFormer);

/// <summary>How many texts have their vector, of how many.</summary>
internal sealed record Fill(int Done, int All)
{
    public int Percent => (int)(100L * Done / All);
}
