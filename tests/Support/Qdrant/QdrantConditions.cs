using System.Globalization;
using System.Text.Json;

namespace Bupyeong.Chatbot.Tests.Support.Qdrant;

/// <summary>Filters of the double: must, should, must_not with match, range of moments and is_empty, as Qdrant documents them.</summary>
internal static class QdrantConditions
{
    public static bool Admits(JsonElement filter, JsonElement payload)
    {
        var should = Several(filter, "should");
        return Several(filter, "must").TrueForAll(condition => Holds(condition, payload))
            && !Several(filter, "must_not").Exists(condition => Holds(condition, payload))
            && (should is [] || should.Exists(condition => Holds(condition, payload)));
    }

    private static bool Holds(JsonElement condition, JsonElement payload)
    {
        if (condition.TryGetProperty("is_empty", out var empty) && empty.ValueKind is JsonValueKind.Object)
            return Several(payload, empty.GetProperty("key").GetString()!) is [];
        if (!condition.TryGetProperty("key", out var key))
            return Admits(condition, payload);
        var values = Several(payload, key.GetString()!);
        if (condition.TryGetProperty("match", out var match))
            return values.Exists(value => Matches(match, value));
        return condition.TryGetProperty("range", out var range)
            ? values.Exists(value => Within(range, value))
            : throw new NotSupportedException($"The double does not know this condition: {condition}");
    }

    private static bool Matches(JsonElement match, JsonElement value) =>
        match.TryGetProperty("any", out var any) ? any.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value))
        : match.TryGetProperty("value", out var same) ? JsonElement.DeepEquals(same, value)
        : throw new NotSupportedException($"The double does not know this match: {match}");

    private static bool Within(JsonElement range, JsonElement value) =>
        range
            .EnumerateObject()
            .All(bound =>
                Moment(value).CompareTo(Moment(bound.Value)) is var order
                && bound.Name switch
                {
                    "gt" => order > 0,
                    "gte" => order >= 0,
                    "lt" => order < 0,
                    "lte" => order <= 0,
                    var other => throw new NotSupportedException(other),
                }
            );

    private static DateTimeOffset Moment(JsonElement value) =>
        DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    /// <summary>One or an array of them, or none.</summary>
    private static List<JsonElement> Several(JsonElement from, string name) =>
        !from.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.Null ? []
        : value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()]
        : [value];
}
