using System.Globalization;
using System.Text.Json;

namespace Bupyeong.Chatbot.Tests.Support.Qdrant;

/// <summary>
/// The words of JSON schemas that Qdrant's OpenAPI file uses. Stricter than Qdrant in one thing: a property that the schema
/// does not name is a mistake, where Qdrant would not read it.
/// </summary>
internal sealed class JsonSchemas(JsonElement named)
{
    /// <summary>What is wrong with a value, and where; null when nothing is.</summary>
    public string? Mistake(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Mistake(Resolve(reference.GetString()!), value, at);
        if (value.ValueKind is JsonValueKind.Null && Says(schema, "nullable"))
            return null;
        // Nothing but "nullable" is the alternative of being absent.
        if (schema.EnumerateObject().All(word => word.Name == "nullable") && Says(schema, "nullable"))
            return $"{at} is not null";
        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => Same(a, value)))
            return $"{at} is {value}, which is none of {allowed}";
        foreach (var choice in new[] { "anyOf", "oneOf" })
        {
            if (!schema.TryGetProperty(choice, out var ways))
                continue;
            var mistakes = ways.EnumerateArray().Select(way => Mistake(way, value, at)).ToList();
            var fitting = mistakes.Count(mistake => mistake is null);
            if (fitting == 0 || (choice == "oneOf" && fitting > 1))
                return $"{at} fits {fitting} ways of {choice}: {string.Join("; ", mistakes.OfType<string>())}";
        }
        return schema.TryGetProperty("type", out var type) ? MistakeOfType(type.GetString()!, schema, value, at) : null;
    }

    private string? MistakeOfType(string type, JsonElement schema, JsonElement value, string at) =>
        (type, value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) => MistakeInObject(schema, value, at),
            ("array", JsonValueKind.Array) => MistakeInArray(schema, value, at),
            ("string", JsonValueKind.String) => MistakeInString(schema, value.GetString()!, at),
            ("integer", JsonValueKind.Number) => value.TryGetDecimal(out var whole) && whole == decimal.Truncate(whole)
                ? MistakeInNumber(schema, (double)whole, at)
                : $"{at} is not whole",
            ("number", JsonValueKind.Number) => MistakeInNumber(schema, value.GetDouble(), at),
            ("boolean", JsonValueKind.True or JsonValueKind.False) => null,
            _ => $"{at} is {value.ValueKind} and not {type}",
        };

    private string? MistakeInObject(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                    return $"{at}.{name} is missing";
            }
        }
        var isOpen = schema.TryGetProperty("additionalProperties", out var others);
        var hasNames = schema.TryGetProperty("properties", out var names);
        foreach (var property in value.EnumerateObject())
        {
            var place = $"{at}.{property.Name}";
            var mistake =
                hasNames && names.TryGetProperty(property.Name, out var known) ? Mistake(known, property.Value, place)
                : isOpen && others.ValueKind is JsonValueKind.Object ? Mistake(others, property.Value, place)
                : (isOpen && others.ValueKind is JsonValueKind.False) || (hasNames && !isOpen) ? $"{place} is unknown"
                : null;
            if (mistake is not null)
                return mistake;
        }
        return null;
    }

    private string? MistakeInArray(JsonElement schema, JsonElement value, string at) =>
        Says(schema, "uniqueItems")
        && value.EnumerateArray().DistinctBy(item => item.GetRawText()).Count() < value.GetArrayLength()
            ? $"{at} has an item twice"
        : schema.TryGetProperty("items", out var items)
            ? value
                .EnumerateArray()
                .Select((item, i) => Mistake(items, item, $"{at}[{i}]"))
                .FirstOrDefault(m => m != null)
        : null;

    private static string? MistakeInNumber(JsonElement schema, double value, string at) =>
        (schema.TryGetProperty("minimum", out var least) && value < least.GetDouble())
        || (schema.TryGetProperty("maximum", out var most) && value > most.GetDouble())
        || (Format(schema) == "uint32" && value > uint.MaxValue)
            ? $"{at} is {value}, out of bounds"
            : null;

    private static string? MistakeInString(JsonElement schema, string value, string at) =>
        Format(schema) switch
        {
            "uuid" when !Guid.TryParseExact(value, "D", out _) => $"{at} is no UUID",
            "uri" when !Uri.TryCreate(value, UriKind.Absolute, out _) => $"{at} is no address",
            "date-time" when !DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _) =>
                $"{at} is no moment",
            _ => null,
        };

    private JsonElement Resolve(string reference) => named.GetProperty(reference.Split('/')[^1]);

    private static bool Says(JsonElement schema, string word) =>
        schema.TryGetProperty(word, out var said) && said.ValueKind is JsonValueKind.True;

    private static string? Format(JsonElement schema) =>
        schema.TryGetProperty("format", out var format) ? format.GetString() : null;

    private static bool Same(JsonElement one, JsonElement other) => JsonElement.DeepEquals(one, other);
}
