using System.Globalization;
using System.Net;

namespace Bupyeong.Chatbot.Search.Qdrant;

/// <summary>
/// The collections behind one alias: each is named by the hash of its content and written once; the alias says which one
/// is searched, and moves at once.
/// </summary>
internal sealed class QdrantCollections(QdrantClient client, SearchOptions options)
{
    private const string Completed = "completed";

    public SearchOptions Options => options;
    public QdrantClient Client => client;

    public string AliasOf(string name) => $"{options.Prefix}-{name}";

    /// <summary>Every alias of ours with its collection.</summary>
    public IReadOnlyList<Alias> Aliases() =>
        [
            .. client
                .Ask<AliasList>(HttpMethod.Get, "aliases")
                .Aliases.Where(alias => alias.AliasName.StartsWith($"{options.Prefix}-", StringComparison.Ordinal)),
        ];

    /// <summary>How many documents there are, or null when there is no such collection.</summary>
    public long? CountOf(string collection)
    {
        if (!client.Ask<CollectionExistence>(HttpMethod.Get, $"collections/{collection}/exists").Exists)
            return null;
        var path = $"collections/{collection}/points/count";
        return client.Ask<CountResult>(HttpMethod.Post, path, new CountRequest(Exact: true)).Count;
    }

    public void Create(string collection, int? size, IEnumerable<CreateFieldIndex> fields)
    {
        var vectors = new Dictionary<string, VectorParams>();
        if (size is { } numbers)
            vectors[QdrantIndex.Meaning] = new VectorParams(numbers, "Cosine");
        var words = new SparseVectorParams("idf");
        var body = new CreateCollection(
            vectors,
            new Dictionary<string, SparseVectorParams> { [QdrantIndex.Words] = words, [QdrantIndex.Letters] = words },
            options.Shards,
            options.Replicas,
            options.WriteConsistency
        );
        try
        {
            var path = string.Create(
                CultureInfo.InvariantCulture,
                $"collections/{collection}?timeout={options.WriteSeconds}"
            );
            client.Tell<bool>(HttpMethod.Put, path, body);
        }
        catch (QdrantException e) when (e.Status is HttpStatusCode.Conflict)
        {
            // Another process began with the same content: its documents and ours are the same.
        }
        foreach (var field in fields)
            Write(HttpMethod.Put, $"collections/{collection}/index", field);
    }

    public void Upsert(string collection, IReadOnlyList<PointStruct> points) =>
        Write(HttpMethod.Put, $"collections/{collection}/points", new PointsList(points));

    /// <summary>The alias moves in one step: whoever searches meets the old collection or the new one.</summary>
    public void PointAt(string alias, string collection)
    {
        List<AliasAction> actions = [new() { CreateAlias = new(collection, alias) }];
        if (Aliases().Any(known => known.AliasName == alias))
            actions.Insert(0, new() { DeleteAlias = new(alias) });
        client.Tell<bool>(HttpMethod.Post, "collections/aliases", new ChangeAliases(actions));
    }

    /// <summary>
    /// Removes what the alias no longer names, also what a killed process left half written. A process that is writing
    /// other content meanwhile begins again.
    /// </summary>
    public void RemoveOthers(string alias, string collection)
    {
        var all = client.Ask<CollectionList>(HttpMethod.Get, "collections").Collections;
        foreach (var other in all.Where(other => other.Name != collection && IsOf(alias, other.Name)))
            client.Tell<bool>(HttpMethod.Delete, $"collections/{other.Name}");
    }

    /// <summary>The alias that a collection of ours stands behind or may stand behind; null when it is none of ours.</summary>
    public string? AliasOfCollection(string collection)
    {
        var end = collection.LastIndexOf('-');
        return
            end > 0
            && collection.StartsWith($"{options.Prefix}-", StringComparison.Ordinal)
            && IsOf(collection[..end], collection)
            ? collection[..end]
            : null;
    }

    private static bool IsOf(string alias, string collection) =>
        collection.Length == alias.Length + 1 + IndexContent.HashLength
        && collection.StartsWith($"{alias}-", StringComparison.Ordinal)
        && collection[(alias.Length + 1)..].All(char.IsAsciiHexDigitLower);

    private void Write(HttpMethod method, string path, object body)
    {
        var result = client.Tell<UpdateResult>(method, $"{path}?wait=true&ordering={options.WriteOrdering}", body);
        if (result.Status != Completed)
            throw new SearchUnavailableException($"Qdrant left {path} as \"{result.Status}\".");
    }
}
