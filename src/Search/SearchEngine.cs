using System.Collections.Concurrent;
using Bupyeong.Chatbot.Search.Embeddings;
using Bupyeong.Chatbot.Search.Qdrant;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bupyeong.Chatbot.Search;

/// <summary>Opens the indexes of the house with the engine that the settings name.</summary>
public sealed class SearchEngine : IDisposable
{
    private readonly SearchOptions options;
    private readonly string folder;
    private readonly Outage outage;
    private readonly QdrantClient? client;
    private readonly ConcurrentDictionary<string, FallbackIndex> newest = new();
    private readonly ConcurrentDictionary<string, Lock> opening = new();

    public SearchEngine(SearchOptions options, string folder, ILogger<SearchEngine> logger)
    {
        this.options = options;
        this.folder = folder;
        outage = new Outage(logger);
        client = options.Engine is SearchOptions.Qdrant ? new QdrantClient(options, TimeProvider.System) : null;
    }

    /// <summary>The model that turns texts into vectors of their meaning, when there is one.</summary>
    public TextEmbedding? Embedding { get; init; }

    /// <summary>The same model beside the embedded engine: documents that only it finds are found as well.</summary>
    internal HybridSearch? Hybrid { get; init; }

    /// <summary>"hybrid", or "lexical only" while neither the model nor the engine gives more; null where there is none.</summary>
    public string? Meaning =>
        client is null ? Hybrid?.State
        : Embedding is null ? null
        : Embedding.IsWell() && outage.IsOver && newest.Values.All(index => index.IsOpen) ? "hybrid"
        : "lexical only";

    /// <summary>The embedded engine, with its indexes in the folder.</summary>
    public static SearchEngine In(string folder) => new(new SearchOptions(), folder, NullLogger<SearchEngine>.Instance);

    /// <summary>The index of the content; what was open under its name before goes on and is written no more.</summary>
    /// <exception cref="QdrantException">The key was refused, or Qdrant cannot do what is asked of it.</exception>
    public ISearchIndex Open(IndexContent content)
    {
        if (client is null && Hybrid is not null && content.HasSentences)
            return Hybrid.Over(OpenEmbedded(content), content.Documents);
        if (client is null)
            return OpenEmbedded(content);
        var collections = new QdrantCollections(client, options);
        RequireKey(collections);
        if (newest.TryGetValue(content.Name, out var before))
            before.Retire();
        var whole = content with { Embedding = Embedding };
        var one = opening.GetOrAdd(content.Name, _ => new Lock());
        var index = new FallbackIndex(
            stop =>
            {
                // Two editions at once would move the alias to and fro.
                lock (one)
                    return QdrantIndex.Open(collections, whole, stop);
            },
            options.KeepEmbedded ? OpenEmbedded(content) : null,
            TimeSpan.FromMilliseconds(options.RestMilliseconds),
            away => outage.Tell(content.Name, away)
        );
        newest[content.Name] = index;
        return index;
    }

    /// <summary>Whether another index answers while the engine is away.</summary>
    public bool IsReplaced => client is not null && options.KeepEmbedded;

    /// <summary>Whether the engine answers; the embedded one always does.</summary>
    public bool Answers()
    {
        if (client is null)
            return true;
        try
        {
            var named = new QdrantCollections(client, options).Aliases().Select(alias => alias.AliasName).ToHashSet();
            return newest.All(index => index.Value.IsOpen && named.Contains($"{options.Prefix}-{index.Key}"));
        }
        catch (Exception e) when (e is SearchUnavailableException or QdrantException)
        {
            return false;
        }
    }

    /// <summary>Copies of what Qdrant holds; null when another engine is chosen.</summary>
    internal QdrantSnapshots? Snapshots() =>
        client is null ? null : new QdrantSnapshots(new QdrantCollections(client, options));

    public void Dispose() => client?.Dispose();

    private LuceneIndex OpenEmbedded(IndexContent content) =>
        LuceneIndex.Open(Path.Combine(folder, content.Name), content.Fields, content.Documents);

    /// <summary>A key that is refused is a mistake of the settings; that nobody answers may pass.</summary>
    private static void RequireKey(QdrantCollections collections)
    {
        try
        {
            collections.Aliases();
        }
        catch (SearchUnavailableException)
        {
            // Opened as soon as it answers.
        }
    }
}
