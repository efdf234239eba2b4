using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Bupyeong.Chatbot.Branches;

/// <summary>A YAML file that librarians edit, read strictly: a mistake names the file, the line and what was wrong.</summary>
internal static class DataFile
{
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private static readonly IDeserializer Yaml = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .WithTypeConverter(new Scalars<OpeningHours>(OpeningHours.Parse))
        .WithTypeConverter(new Scalars<YearlyDay>(YearlyDay.Parse))
        .WithTypeConverter(new Scalars<DateOnly>(DateOf))
        .WithTypeConverter(new Scalars<DayOfWeek>(WeekdayOf))
        .WithTypeConverter(new Scalars<DayOfWeek?>(text => WeekdayOf(text)))
        .WithNodeTypeResolver(new ReadOnlyLists())
        .WithEnforceRequiredMembers()
        .WithDuplicateKeyChecking()
        .Build();

    public static T Read<T>(string path)
    {
        var scanner = new Scanner(new StringReader(File.ReadAllText(path)));
        try
        {
            return Yaml.Deserialize<T>(new Parser(scanner)) ?? throw Wrong(path, 1, "The file is empty.");
        }
        catch (YamlException e)
        {
            throw Wrong(path, e.Start.Line, e.InnerException is { } inner ? $"{e.Message} {inner.Message}" : e.Message);
        }
        catch (InvalidOperationException)
        {
            // The scanner fails so, without a place, when a bracket is not closed.
            throw Wrong(path, scanner.CurrentPosition.Line, "The YAML cannot be read; perhaps a bracket is open.");
        }
    }

    /// <summary>A text of somebody else's as a value on one line: nothing in it can begin another one.</summary>
    public static string Quoted(string text)
    {
        var kept = new StringBuilder("\"");
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.Format)
                kept.Append(kept is [.., ' '] ? "" : " ");
            else
                kept.Append(rune.Value is '"' or '\\' ? "\\" : "").Append(rune.ToString());
        }
        return kept.Append('"').ToString();
    }

    public static InvalidDataException Wrong(string path, long line, string what) => new($"{path}({line}): {what}");

    /// <summary>A mistake in the last entry that begins with these words.</summary>
    public static InvalidDataException WrongAt(string path, string words, string what)
    {
        var lines = File.ReadAllLines(path);
        var line = Array.FindLastIndex(lines, line => line.TrimStart(' ', '-').TrimEnd() == words);
        return Wrong(path, line + 1, what);
    }

    private static DateOnly DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var date)
            ? date
            : throw new FormatException($"\"{text}\" is not a date such as 2026-11-22.");

    private static DayOfWeek WeekdayOf(string text) =>
        Array.IndexOf(Weekdays, text) is >= 0 and var day
            ? (DayOfWeek)day
            : throw new FormatException($"\"{text}\" is not a weekday: {string.Join(", ", Weekdays)}.");

    /// <summary>The reader fills lists that can be written; records show them as lists that cannot.</summary>
    private sealed class ReadOnlyLists : INodeTypeResolver
    {
        public bool Resolve(NodeEvent? nodeEvent, ref Type currentType)
        {
            if (!currentType.IsGenericType)
                return false;
            var list =
                currentType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? typeof(List<>)
                : currentType.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) ? typeof(Dictionary<,>)
                : null;
            currentType = list?.MakeGenericType(currentType.GetGenericArguments()) ?? currentType;
            return false;
        }
    }

    private sealed class Scalars<T>(Func<string, T> parse) : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(T);

        public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            var scalar = parser.Consume<Scalar>();
            try
            {
                return parse(scalar.Value);
            }
            catch (FormatException e)
            {
                throw new YamlException(scalar.Start, scalar.End, e.Message);
            }
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            throw new NotSupportedException("Data files are only read.");
    }
}
