using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Tests.Support.Qdrant;

/// <summary>The part of Qdrant's published OpenAPI file that lies beside this one, and what it says is wrong with a call.</summary>
internal sealed class OpenApi
{
    private readonly JsonElement root;
    private readonly JsonSchemas schemas;
    private readonly (string Template, Regex Pattern)[] paths;

    public OpenApi()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Support", "Qdrant", "openapi.json");
        root = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file));
        schemas = new JsonSchemas(root.GetProperty("components").GetProperty("schemas"));
        paths =
        [
            .. root.GetProperty("paths")
                .EnumerateObject()
                .Select(path => (path.Name, new Regex($"^{Regex.Replace(path.Name, "{[^}]+}", "([^/]+)")}$"))),
        ];
    }

    /// <summary>The template that a path follows and the names in it; fixed words win over names.</summary>
    public (string Template, string[] Names)? Find(string path) =>
        paths
            .Select(known => (known.Template, Match: known.Pattern.Match(path)))
            .Where(known => known.Match.Success)
            .OrderBy(known => known.Match.Groups.Count)
            .Select(known =>
                ((string, string[])?)
                    (
                        known.Template,
                        [.. known.Match.Groups.Values.Skip(1).Select(g => Uri.UnescapeDataString(g.Value))]
                    )
            )
            .FirstOrDefault();

    /// <summary>What is wrong with a request; null when nothing is.</summary>
    public string? MistakeIn(
        string template,
        string method,
        IEnumerable<(string Name, string Value)> query,
        string body
    )
    {
        if (!root.GetProperty("paths").GetProperty(template).TryGetProperty(Lower(method), out var operation))
            return $"{method} is not for {template}";
        var parameters = operation.GetProperty("parameters").EnumerateArray().ToList();
        foreach (var (name, value) in query)
        {
            var known = parameters.Find(parameter => parameter.GetProperty("name").GetString() == name);
            if (known.ValueKind is JsonValueKind.Undefined)
                return $"there is no parameter {name}";
            var schema = known.GetProperty("schema");
            var asText = JsonSerializer.SerializeToElement(value);
            if (
                schemas.Mistake(schema, asText, name) is { } mistake
                && schemas.Mistake(schema, Bare(value), name) is not null
            )
                return mistake;
        }
        return operation.TryGetProperty("requestBody", out var expected)
                ? schemas.Mistake(SchemaOf(expected), JsonSerializer.Deserialize<JsonElement>(body), "body")
            : body.Length > 0 ? "a body where there is none"
            : null;
    }

    /// <summary>What is wrong with an answer of the double itself.</summary>
    public string? MistakeInAnswer(string template, string method, JsonElement answer)
    {
        var operation = root.GetProperty("paths").GetProperty(template).GetProperty(Lower(method));
        return schemas.Mistake(SchemaOf(operation.GetProperty("responses").GetProperty("200")), answer, "answer");
    }

    private static JsonElement SchemaOf(JsonElement message) =>
        message.GetProperty("content").GetProperty("application/json").GetProperty("schema");

    /// <summary>A parameter that is a number or a truth is written without quotation marks.</summary>
    private static JsonElement Bare(string value)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(value);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(value);
        }
    }

    private static string Lower(string method) => method.ToLowerInvariant();
}
