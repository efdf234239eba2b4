using System.Collections.Immutable;
using System.Text.Json;

namespace Bupyeong.Chatbot.Tests.Support.Qdrant;

/// <summary>A point as it was sent.</summary>
internal sealed record QdrantPoint(string Id, JsonElement Vectors, JsonElement Payload)
{
    public static QdrantPoint Of(JsonElement point) =>
        new(
            point.GetProperty("id").GetString()!,
            point.GetProperty("vector"),
            point.TryGetProperty("payload", out var payload) ? payload : JsonSerializer.SerializeToElement(new { })
        );
}

/// <summary>
/// A collection of the double with the scores of Qdrant's documentation: sparse dot product with ln((N - n + 0.5) /
/// (n + 0.5) + 1) as IDF, cosine, RRF as 1 / (k + place) with k = 2 and places from 0, and DBSF, each list brought to
/// [0, 1] by its mean and three standard deviations. All in exact order: the approximations of a real index are not played.
/// </summary>
internal sealed record QdrantCollection(string Name, JsonElement Config)
{
    private const double DefaultK = 2;
    private const int DefaultLimit = 10;

    public ImmutableDictionary<string, QdrantPoint> Points { get; init; } =
        ImmutableDictionary<string, QdrantPoint>.Empty;

    /// <summary>Payload fields with an index, and their types.</summary>
    public ImmutableDictionary<string, string> Indexed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What a request or one of its prefetches finds, best first.</summary>
    public IReadOnlyList<(QdrantPoint Point, double Score)> Find(JsonElement request)
    {
        var limit = request.TryGetProperty("limit", out var most) ? most.GetInt32() : DefaultLimit;
        var admitted = Points.Values.Where(point => Admits(request, point));
        var query = request.GetProperty("query");
        var found =
            query.ValueKind is JsonValueKind.Array ? Nearest(admitted, Using(request), query)
            : query.TryGetProperty("indices", out _) ? Sharing(admitted, Using(request), query)
            : Fused(query, Prefetches(request).ToList()).Where(hit => Admits(request, hit.Point));
        return [.. found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Point.Id).Take(limit)];
    }

    private static bool Admits(JsonElement request, QdrantPoint point) =>
        !request.TryGetProperty("filter", out var filter) || QdrantConditions.Admits(filter, point.Payload);

    private static string Using(JsonElement request) => request.GetProperty("using").GetString()!;

    private IEnumerable<IReadOnlyList<(QdrantPoint Point, double Score)>> Prefetches(JsonElement request) =>
        request.GetProperty("prefetch") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().Select(Find)
            : [Find(request.GetProperty("prefetch"))];

    private IEnumerable<(QdrantPoint Point, double Score)> Sharing(
        IEnumerable<QdrantPoint> points,
        string name,
        JsonElement query
    )
    {
        var asked = Sparse(query);
        var modifier = Config.GetProperty("sparse_vectors").GetProperty(name).GetProperty("modifier").GetString();
        if (modifier == "idf")
        {
            var all = Points.Values.Where(point => point.Vectors.TryGetProperty(name, out _));
            var having = all.SelectMany(point => Sparse(point.Vectors.GetProperty(name)).Keys).CountBy(term => term);
            var counts = having.ToDictionary();
            foreach (var term in asked.Keys)
            {
                var n = counts.GetValueOrDefault(term);
                asked[term] *= Math.Log((Points.Count - n + 0.5) / (n + 0.5) + 1);
            }
        }
        foreach (var point in points)
        {
            if (!point.Vectors.TryGetProperty(name, out var vector))
                continue;
            var shared = Sparse(vector).Where(term => asked.ContainsKey(term.Key)).ToList();
            if (shared.Count > 0)
                yield return (point, shared.Sum(term => term.Value * asked[term.Key]));
        }
    }

    private static IEnumerable<(QdrantPoint Point, double Score)> Nearest(
        IEnumerable<QdrantPoint> points,
        string name,
        JsonElement query
    ) =>
        from point in points
        where point.Vectors.TryGetProperty(name, out _)
        let vector = Dense(point.Vectors.GetProperty(name))
        let asked = Dense(query)
        let dot = vector.Zip(asked, (one, other) => one * other).Sum()
        select (point, dot / Math.Sqrt(vector.Sum(x => x * x) * asked.Sum(x => x * x)));

    private static IEnumerable<(QdrantPoint Point, double Score)> Fused(
        JsonElement query,
        List<IReadOnlyList<(QdrantPoint Point, double Score)>> lists
    )
    {
        var isScores = query.TryGetProperty("fusion", out var fusion) && fusion.GetString() == "dbsf";
        var k =
            query.TryGetProperty("rrf", out var rrf) && rrf.TryGetProperty("k", out var given)
                ? given.GetDouble()
                : DefaultK;
        return lists
            .SelectMany(list =>
                isScores ? Normal(list) : list.Select((hit, place) => (hit.Point, Score: 1 / (k + place)))
            )
            .GroupBy(hit => hit.Point.Id)
            .Select(same => (same.First().Point, same.Sum(hit => hit.Score)));
    }

    private static IEnumerable<(QdrantPoint Point, double Score)> Normal(
        IReadOnlyList<(QdrantPoint Point, double Score)> list
    )
    {
        if (list.Count == 0)
            return [];
        var mean = list.Average(hit => hit.Score);
        var variance = list.Count > 1 ? list.Sum(hit => Math.Pow(hit.Score - mean, 2)) / (list.Count - 1) : 0;
        var three = 3 * Math.Sqrt(variance);
        return list.Select(hit => (hit.Point, three == 0 ? 0.5 : (hit.Score - (mean - three)) / (2 * three)));
    }

    private static Dictionary<uint, double> Sparse(JsonElement vector) =>
        vector
            .GetProperty("indices")
            .EnumerateArray()
            .Zip(vector.GetProperty("values").EnumerateArray())
            .ToDictionary(term => term.First.GetUInt32(), term => term.Second.GetDouble());

    private static double[] Dense(JsonElement vector) => [.. vector.EnumerateArray().Select(x => x.GetDouble())];
}
