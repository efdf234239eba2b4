using System.Collections.Concurrent;
using System.Collections.Frozen;
using Bupyeong.Chatbot.Korean;
using HandlebarsDotNet;

namespace Bupyeong.Chatbot.Replies;

/// <summary>A reply becomes words: its template, with particles, dates and numbers as people say them.</summary>
public sealed class ReplyWriter
{
    private const int MostChoices = 4;

    private readonly FrozenDictionary<(string Language, string Name), ReplyTemplate> templates;
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = new();
    private readonly IHandlebars handlebars = MakeHandlebars();

    public ReplyWriter(IEnumerable<ReplyTemplate> templates) =>
        this.templates = templates.ToFrozenDictionary(template => (template.Language, template.Name));

    public bool Knows(string language, string name) => templates.ContainsKey((language, name));

    /// <summary>Compiles every template. Throws <see cref="InvalidDataException"/> with file and line of those that are broken.</summary>
    public void Check()
    {
        var errors = templates.Values.Select(Broken).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (errors.Count > 0)
            throw new InvalidDataException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>The finished bubble; <paramref name="turn"/> rotates the variants so that a repeated answer varies.</summary>
    public Message Write(Line line, string language, int turn)
    {
        var template = Template(language, line.Name);
        var text = Print(template.Variants[turn % template.Variants.Count], line.Values);
        var own = template.Choices.Select(choice => Print(choice, line.Values)).SelectMany(Split);
        return new Message(line.Name, text, language)
        {
            Cards = line.Cards,
            Choices = [.. line.Choices.Concat(own).Distinct().Take(MostChoices)],
            IsMarkdown = line.IsMarkdown,
            Handoff = line.Handoff,
            Person = line.Person,
        };
    }

    /// <summary>The words of a card: the first variant of a template.</summary>
    public string Print(string name, string language, object? values = null) =>
        Print(Template(language, name).Variants[0], values);

    private ReplyTemplate Template(string language, string name) =>
        templates.TryGetValue((language, name), out var template)
            ? template
            : throw new KeyNotFoundException($"No reply '{name}' in dialogs/{language}.");

    private string? Broken(ReplyTemplate template)
    {
        try
        {
            foreach (var source in template.Variants.Concat(template.Choices).Where(HasValues))
                Compile(source);
            return null;
        }
        catch (HandlebarsException broken)
        {
            return $"{template.File}:{template.LineNumber}: '{template.Name}' cannot be printed: {broken.Message}";
        }
    }

    private string Print(string source, object? values) =>
        HasValues(source) ? Compile(source)(values ?? new object()).Trim() : source;

    private HandlebarsTemplate<object, object> Compile(string source) =>
        compiled.GetOrAdd(source, text => handlebars.Compile(text));

    private static bool HasValues(string source) => source.Contains("{{", StringComparison.Ordinal);

    /// <summary>One choice template may print several choices out of a list.</summary>
    private static IEnumerable<string> Split(string choices) =>
        choices.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IHandlebars MakeHandlebars()
    {
        var handlebars = Handlebars.Create(
            new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true }
        );
        handlebars.RegisterHelper(
            "josa",
            (writer, _, arguments) =>
                writer.WriteSafeString(Particles.Of(arguments[0]?.ToString() ?? "", arguments[1]?.ToString() ?? ""))
        );
        handlebars.RegisterHelper(
            "date",
            (writer, _, arguments) => writer.WriteSafeString(SpokenTime.Date((DateOnly)arguments[0]!))
        );
        handlebars.RegisterHelper(
            "full-date",
            (writer, _, arguments) => writer.WriteSafeString(SpokenTime.FullDate((DateOnly)arguments[0]!))
        );
        handlebars.RegisterHelper(
            "ordinal",
            (writer, _, arguments) => writer.WriteSafeString(Numerals.Ordinal((int)arguments[0]!))
        );
        handlebars.RegisterHelper(
            "won",
            (writer, _, arguments) =>
                writer.WriteSafeString(
                    string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{arguments[0]:N0}원")
                )
        );
        return handlebars;
    }
}
