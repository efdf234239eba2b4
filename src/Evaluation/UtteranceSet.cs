using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>A sentence with what it should be taken for; what is left out is not judged.</summary>
public sealed record LabelledUtterance(string Text, string Intent)
{
    /// <summary>The second of two wishes, where there are two.</summary>
    public string? Then { get; init; }

    public string Language { get; init; } = "ko";
    public string Style { get; init; } = "clean";

    /// <summary>The number of the kind of question, of the 124 that residents ask.</summary>
    public int? Kind { get; init; }

    /// <summary>
    /// By type: "branch" and "title" by their right names, "date" and "age" as the words stand in the text. Null when
    /// nobody has marked the set, empty when there are none.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Entities { get; init; }

    /// <summary>The names of a type; none when there are none or nobody has marked them.</summary>
    public IReadOnlyList<string> Named(string type) =>
        Entities is not null && Entities.TryGetValue(type, out var names) ? names : [];
}

/// <summary>A set of labelled sentences: JSON Lines of {"text", "intent", "entities", "language", "style"}.</summary>
public static class UtteranceSet
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new OneOrMany() },
    };

    /// <summary>Reads a file. Throws <see cref="InvalidDataException"/> with the file and the line that is wrong.</summary>
    public static IReadOnlyList<LabelledUtterance> Read(string path)
    {
        var lines = File.ReadLines(path).Index().Where(line => !string.IsNullOrWhiteSpace(line.Item));
        var read = lines.Select(line => Read(line.Item, $"{path}:{line.Index + 1}")).ToList();
        return read is not [] ? read : throw new InvalidDataException($"{path}:1: there is no sentence.");
    }

    private static LabelledUtterance Read(string line, string place)
    {
        try
        {
            var read = JsonSerializer.Deserialize<LabelledUtterance>(line, Json);
            return string.IsNullOrWhiteSpace(read?.Text) || string.IsNullOrWhiteSpace(read.Intent)
                ? throw new InvalidDataException($"{place}: \"text\" and \"intent\" are needed.")
                : read;
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{place}: {wrong.Message}", wrong);
        }
    }

    /// <summary>An entity may be written alone or in a list.</summary>
    private sealed class OneOrMany : JsonConverter<IReadOnlyList<string>>
    {
        public override IReadOnlyList<string> Read(
            ref Utf8JsonReader reader,
            Type type,
            JsonSerializerOptions options
        ) =>
            reader.TokenType is JsonTokenType.String
                ? [reader.GetString()!]
                : JsonSerializer.Deserialize<string[]>(ref reader) ?? [];

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray());
    }
}
