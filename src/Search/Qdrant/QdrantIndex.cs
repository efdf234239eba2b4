using System.IO.Hashing;
using System.Net;
using System.Text;

namespace Bupyeong.Chatbot.Search.Qdrant;

/// <summary>The search engine elsewhere: words and letters as sparse vectors, and the meaning as a dense one when there is a model.</summary>
internal sealed class QdrantIndex : ISearchIndex
{
    public const string Words = "words";
    public const string Letters = "letters";
    public const string Meaning = "meaning";

    /// <summary>Part of the content hash: raise it when the same content is to be written otherwise.</summary>
    private const int Version = 1;
    private const int LeastCandidates = 50;

    private readonly QdrantCollections collections;
    private readonly string alias;
    private readonly Dictionary<Guid, string> ids;
    private readonly TextEmbedding? embedding;

    private QdrantIndex(QdrantCollections collections, IndexContent content)
    {
        this.collections = collections;
        alias = collections.AliasOf(content.Name);
        ids = content.Documents.ToDictionary(document => PointOf(document.Id), document => document.Id);
        embedding = content.Embedding;
    }

    /// <summary>True when the index was written by this call rather than found.</summary>
    public bool WasBuilt { get; private init; }

    public int Count => ids.Count;

    /// <summary>Finds the collection of this content behind its alias; else writes it beside the old one and moves the alias.</summary>
    public static QdrantIndex Open(QdrantCollections collections, IndexContent content, CancellationToken stop)
    {
        var alias = collections.AliasOf(content.Name);
        var collection = $"{alias}-{content.Hash(KoreanAnalyzer.Version * 1000 + Version)}";
        var isNamed = collections.Aliases().Contains(new Alias(alias, collection));
        var count = collections.CountOf(collection);
        if (isNamed && count == content.Documents.Count)
            return new QdrantIndex(collections, content);
        if (count != content.Documents.Count)
        {
            Write(collections, collection, content, exists: count is not null, stop);
            if (collections.CountOf(collection) != content.Documents.Count)
                throw new SearchUnavailableException($"Not every document has arrived in {collection}.");
        }
        stop.ThrowIfCancellationRequested();
        collections.PointAt(alias, collection);
        RemoveOthers(collections, alias, collection);
        return new QdrantIndex(collections, content) { WasBuilt = true };
    }

    public IReadOnlyList<SearchHit> Search(string text, int max, SearchFilter? within = null)
    {
        if (Count == 0 || max < 1 || string.IsNullOrWhiteSpace(text))
            return [];
        var filter = QdrantFilter.Of(within);
        var most = Math.Min(max, Count);
        var candidates = Math.Max(most, LeastCandidates);
        Prefetch?[] ways =
        [
            TermWeights.Asked(text) is { } words ? new Prefetch(words, Words, filter, candidates) : null,
            MeaningOf(text) is { } meaning ? new Prefetch(meaning, Meaning, filter, candidates) : null,
        ];
        return ways.OfType<Prefetch>().ToList() switch
        {
            [] => [],
            [var only] => Find(new QueryRequest(only.Query, most) { Using = only.Using, Filter = filter }),
            var both => Find(new QueryRequest(new FusionQuery(collections.Options.Fusion), most) { Prefetch = both }),
        };
    }

    public IReadOnlyList<SearchHit> SearchSpelling(string text, int max, SearchFilter? within = null) =>
        Count == 0 || max < 1 || string.IsNullOrWhiteSpace(text) || TermWeights.AskedLetters(text) is not { } letters
            ? []
            : Find(
                new QueryRequest(letters, Math.Min(max, Count)) { Using = Letters, Filter = QdrantFilter.Of(within) }
            );

    // The client belongs to whoever opened it, and the collection outlives this process.
    public void Dispose() { }

    private List<SearchHit> Find(QueryRequest query)
    {
        var consistency = collections.Options.ReadConsistency;
        var path = $"collections/{alias}/points/query" + (consistency is "" ? "" : $"?consistency={consistency}");
        try
        {
            // After the alias has moved there may be documents of another edition, which this one does not know.
            return
            [
                .. collections
                    .Client.Ask<QueryResponse>(HttpMethod.Post, path, query)
                    .Points.Where(point => ids.ContainsKey(point.Id))
                    .Select(point => new SearchHit(ids[point.Id], point.Score)),
            ];
        }
        catch (QdrantException refused)
        {
            var isGone = refused.Status is HttpStatusCode.NotFound;
            throw new SearchUnavailableException(refused.Message, refused) { IsGone = isGone };
        }
    }

    private float[]? MeaningOf(string text)
    {
        if (embedding is null)
            return null;
        using var end = new CancellationTokenSource(collections.Options.QueryMilliseconds);
        try
        {
            return embedding.VectorOfQuestion is { } ask
                ? ask(text, end.Token)
                : embedding.VectorsOf([text], end.Token).GetAwaiter().GetResult()[0];
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or TimeoutException)
        {
            // Words alone still find what shares words.
            return null;
        }
    }

    private static void Write(
        QdrantCollections collections,
        string collection,
        IndexContent content,
        bool exists,
        CancellationToken stop
    )
    {
        var weights = new TermWeights(content.Fields, content.Documents);
        var isThere = exists;
        foreach (var batch in content.Documents.Chunk(collections.Options.BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            var meanings = content.Embedding?.VectorsOf([.. batch.Select(TextOf)], stop).GetAwaiter().GetResult();
            if (!isThere)
                collections.Create(collection, meanings?[0].Length, QdrantFilter.FieldsOf(content.Documents));
            isThere = true;
            collections.Upsert(collection, [.. batch.Select((document, i) => Point(document, weights, meanings?[i]))]);
        }
        if (!isThere)
            collections.Create(collection, null, []);
    }

    private static PointStruct Point(SearchDocument document, TermWeights weights, float[]? meaning)
    {
        var vectors = new Dictionary<string, object>();
        if (weights.Words(document) is { } words)
            vectors[Words] = words;
        if (weights.Letters(document) is { } letters)
            vectors[Letters] = letters;
        if (meaning is not null)
            vectors[Meaning] = meaning;
        return new PointStruct(PointOf(document.Id), vectors, QdrantFilter.PayloadOf(document));
    }

    /// <summary>Qdrant's ids are numbers or UUIDs: the same text is always the same one.</summary>
    private static Guid PointOf(string id) => new(XxHash128.Hash(Encoding.UTF8.GetBytes(id)), bigEndian: true);

    private static string TextOf(SearchDocument document) =>
        string.Join('\n', document.Texts.Select(text => text.Text).Where(text => text.Length > 0));

    private static void RemoveOthers(QdrantCollections collections, string alias, string collection)
    {
        try
        {
            collections.RemoveOthers(alias, collection);
        }
        catch (Exception e) when (e is SearchUnavailableException or QdrantException)
        {
            // They take room and do no harm; the next index that is written removes them.
        }
    }
}
