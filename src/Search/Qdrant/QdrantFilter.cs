using System.Text.Json.Nodes;

namespace Bupyeong.Chatbot.Search.Qdrant;

/// <summary>A <see cref="SearchFilter"/> in Qdrant's words, and the payload that it looks at.</summary>
internal static class QdrantFilter
{
    private const string Id = "id";
    private const string From = "from";
    private const string To = "to";

    /// <summary>What is stored beside the vectors of a document: its id for whoever looks, tags and days for filters.</summary>
    public static IReadOnlyDictionary<string, object> PayloadOf(SearchDocument document)
    {
        var payload = document
            .Tags.GroupBy(tag => Tag(tag.Name), tag => tag.Value)
            .ToDictionary(tag => tag.Key, object (tag) => tag.ToArray());
        payload[Id] = document.Id;
        if (document.From is { } from)
            payload[From] = Moment(from);
        if (document.To is { } to)
            payload[To] = Moment(to);
        return payload;
    }

    /// <summary>The fields that filters look at, with their types: without an index every point would be read.</summary>
    public static IEnumerable<CreateFieldIndex> FieldsOf(IReadOnlyList<SearchDocument> documents) =>
        documents
            .SelectMany(document => document.Tags)
            .Select(tag => Tag(tag.Name))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(tag => new CreateFieldIndex(tag, "keyword"))
            .Append(new(From, "datetime"))
            .Append(new(To, "datetime"));

    public static JsonObject? Of(SearchFilter? within)
    {
        if (within is null)
            return null;
        var must = new JsonArray([.. within.Tags.Select(Of)]);
        if (within.Day is { } day)
        {
            must.Add(Either(Range(From, "lte", day), Empty(From)));
            must.Add(Either(Range(To, "gte", day), Empty(To)));
        }
        return must.Count == 0 ? null : new JsonObject { ["must"] = must };
    }

    private static JsonNode Of(TagCondition condition)
    {
        var key = Tag(condition.Name);
        var any = new JsonArray([.. condition.AnyOf.Select(value => JsonValue.Create(value))]);
        var bears = new JsonObject
        {
            ["key"] = key,
            ["match"] = new JsonObject { ["any"] = any },
        };
        return condition.OrNone ? Either(bears, Empty(key)) : bears;
    }

    private static JsonObject Either(JsonObject one, JsonObject other) =>
        new() { ["should"] = new JsonArray(one, other) };

    private static JsonObject Range(string key, string bound, DateOnly day) =>
        new()
        {
            ["key"] = key,
            ["range"] = new JsonObject { [bound] = Moment(day) },
        };

    private static JsonObject Empty(string key) => new() { ["is_empty"] = new JsonObject { ["key"] = key } };

    // A name of its own, whatever a tag is called; a dot would mean a field within a field.
    private static string Tag(string name) => $"tag_{name}";

    // Days are compared with days, so that any one zone does.
    private static string Moment(DateOnly day) => $"{day:yyyy-MM-dd}T00:00:00Z";
}
