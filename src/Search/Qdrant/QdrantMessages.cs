using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.Search.Qdrant;

// The messages of Qdrant's REST API, as far as they are used, under the names that its OpenAPI file gives them.

internal sealed record SparseVector(uint[] Indices, float[] Values);

internal sealed record VectorParams(int Size, string Distance);

internal sealed record SparseVectorParams(string Modifier);

internal sealed record CreateCollection(
    IReadOnlyDictionary<string, VectorParams> Vectors,
    IReadOnlyDictionary<string, SparseVectorParams> SparseVectors,
    int ShardNumber,
    int ReplicationFactor,
    int WriteConsistencyFactor
);

internal sealed record CreateFieldIndex(string FieldName, string FieldSchema);

/// <summary>A document: its vectors by their names, each an array of numbers or a <see cref="SparseVector"/>.</summary>
internal sealed record PointStruct(
    Guid Id,
    IReadOnlyDictionary<string, object> Vector,
    IReadOnlyDictionary<string, object> Payload
);

internal sealed record PointsList(IReadOnlyList<PointStruct> Points);

internal sealed record UpdateResult(string Status);

internal sealed record CountRequest(bool Exact);

internal sealed record CountResult(long Count);

internal sealed record Prefetch(object Query, string Using, object? Filter, int Limit);

internal sealed record FusionQuery(string Fusion);

internal sealed record QueryRequest(object Query, int Limit)
{
    public IReadOnlyList<Prefetch>? Prefetch { get; init; }
    public string? Using { get; init; }
    public object? Filter { get; init; }
    public bool WithPayload { get; init; }
}

internal sealed record QueryResponse(IReadOnlyList<ScoredPoint> Points);

internal sealed record ScoredPoint(Guid Id, float Score);

internal sealed record DeleteAlias(string AliasName);

internal sealed record CreateAlias(string CollectionName, string AliasName);

/// <summary>One of the two.</summary>
internal sealed record AliasAction
{
    public DeleteAlias? DeleteAlias { get; init; }
    public CreateAlias? CreateAlias { get; init; }
}

internal sealed record ChangeAliases(IReadOnlyList<AliasAction> Actions);

internal sealed record Alias(string AliasName, string CollectionName);

internal sealed record AliasList(IReadOnlyList<Alias> Aliases);

internal sealed record CollectionName(string Name);

internal sealed record CollectionList(IReadOnlyList<CollectionName> Collections);

internal sealed record CollectionExistence(bool Exists);

/// <summary>A snapshot as Qdrant describes it.</summary>
public sealed record SnapshotDescription(string Name, string? CreationTime, long Size);

internal sealed record SnapshotRecover(string Location, string Priority);

/// <summary>Every answer, with what was asked for or with what was wrong.</summary>
internal sealed record Answer<T>(T? Result, JsonElement Status)
{
    public string? Error =>
        Status.ValueKind is JsonValueKind.Object && Status.TryGetProperty("error", out var error)
            ? error.GetString()
            : null;
}

internal static class QdrantJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
