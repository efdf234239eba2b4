using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>YAML that people edit: whatever is wrong is said with file and line.</summary>
internal static class YamlFile
{
    public static YamlPart Read(string path) => Parse(path, File.ReadAllText(path), firstLine: 1);

    /// <summary>The first line tells where the YAML begins in its file, as front matter does on the second.</summary>
    public static YamlPart Parse(string path, string yaml, int firstLine)
    {
        var scanner = new Scanner(new StringReader(yaml));
        try
        {
            var stream = new YamlStream();
            stream.Load(new Parser(scanner));
            return stream.Documents is [var document, ..]
                ? new YamlPart(path, document.RootNode, firstLine - 1)
                : throw new InvalidDataException($"{path}({firstLine}): there is no YAML.");
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{path}({e.Start.Line + firstLine - 1}): {e.Message}", e);
        }
        catch (InvalidOperationException e)
        {
            // The scanner fails so, without a place, when a bracket is not closed.
            throw new InvalidDataException(
                $"{path}({scanner.CurrentPosition.Line + firstLine - 1}): the YAML cannot be read, perhaps a bracket is open.",
                e
            );
        }
    }
}

/// <summary>A part of a YAML file, which knows where it stands.</summary>
internal sealed class YamlPart(string path, YamlNode node, long linesBefore)
{
    public IEnumerable<YamlPart> Items() =>
        node is YamlSequenceNode list
            ? list.Select(item => new YamlPart(path, item, linesBefore))
            : throw Wrong("a list is expected here.");

    /// <summary>Keys and values under a key; null when it is not there.</summary>
    public YamlPart? Part(string key) =>
        Find(key) switch
        {
            YamlMappingNode part => new YamlPart(path, part, linesBefore),
            null or YamlScalarNode { Value: null or "" } => null,
            var other => throw Wrong($"{key}: keys and values are expected here.", other),
        };

    public string Text(string key) => Find(key) is YamlScalarNode { Value: { } text } ? text.Trim() : "";

    public string Required(string key) =>
        Text(key) is { Length: > 0 } text ? text : throw Wrong($"{key} is missing.", Find(key));

    public IReadOnlyList<string> List(string key) =>
        Find(key) switch
        {
            YamlSequenceNode list when list.All(item => item is YamlScalarNode { Value.Length: > 0 }) =>
            [
                .. list.Cast<YamlScalarNode>().Select(item => item.Value!.Trim()),
            ],
            null or YamlScalarNode { Value: null or "" } => [],
            var other => throw Wrong($"{key} is not a list of texts.", other),
        };

    /// <summary>The lists whose keys begin so, by the rest of their keys.</summary>
    public Dictionary<string, IReadOnlyList<string>> ListsUnder(string prefix) =>
        node is YamlMappingNode mapping
            ? mapping
                .Children.Keys.OfType<YamlScalarNode>()
                .Select(key => key.Value!)
                .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
                .ToDictionary(key => key[prefix.Length..], List)
            : throw Wrong("keys and values are expected here.");

    /// <summary>A list of which an item may be more than a text: it then has the text under that name.</summary>
    public IReadOnlyList<YamlPart> Parts(string key) =>
        Find(key) switch
        {
            YamlSequenceNode list => [.. list.Select(item => new YamlPart(path, item, linesBefore))],
            null or YamlScalarNode { Value: null or "" } => [],
            var other => throw Wrong($"{key} is not a list.", other),
        };

    /// <summary>This part where it is no more than a text.</summary>
    public string? Whole => node is YamlScalarNode { Value: { } text } ? text.Trim() : null;

    public int Number(string key) =>
        int.TryParse(Required(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"{key}: '{Text(key)}' is not a whole number.", Find(key));

    public DateOnly? Date(string key) =>
        Text(key) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
        : throw Wrong($"{key}: '{text}' is not a date such as 2026-01-31.", Find(key));

    public InvalidDataException Wrong(string what, YamlNode? at = null) =>
        new($"{path}({(at ?? node).Start.Line + linesBefore}): {what}");

    private YamlNode? Find(string key) =>
        node is not YamlMappingNode mapping ? throw Wrong("keys and values are expected here.")
        : mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value
        : null;
}
