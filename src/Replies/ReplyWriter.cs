using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Bupyeong.Chatbot.Korean;
using HandlebarsDotNet;

namespace Bupyeong.Chatbot.Replies;

/// <summary>A reply becomes words: its template, with particles, dates and numbers as people say them.</summary>
public sealed class ReplyWriter
{
    private const int MostChoices = 4;

    private readonly FrozenDictionary<(string Language, string Name), ReplyTemplate> templates;
    private readonly HashSet<string> languages;
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = new();
    private readonly IHandlebars handlebars = MakeHandlebars();

    private readonly ProperNames names;

    public ReplyWriter(IEnumerable<ReplyTemplate> templates, ProperNames? names = null)
    {
        this.names = names ?? ProperNames.None;
        this.templates = templates.ToFrozenDictionary(template => (template.Language, template.Name));
        languages = [.. this.templates.Keys.Select(key => key.Language)];
    }

    public bool Knows(string name) => templates.ContainsKey((Speaking.Language, name));

    /// <summary>The text with its names as the language that is spoken calls them.</summary>
    public string Named(string text) => names.Say(text);

    /// <summary>There are words in the language: whoever writes it is answered in it.</summary>
    public bool Speaks(string language) => languages.Contains(language);

    /// <summary>
    /// Compiles every template, which takes seconds, when words have changed since <paramref name="folder"/> was told that
    /// they are whole; otherwise each is compiled when it is first said. Throws <see cref="InvalidDataException"/> with file and
    /// line of those that are broken.
    /// </summary>
    public void Check(string folder)
    {
        var seen = Path.Combine(folder, $"replies-{Digest()}.checked");
        if (File.Exists(seen))
            return;
        var errors = templates.Values.Select(Broken).OfType<string>().Order(StringComparer.Ordinal).ToList();
        if (errors.Count > 0)
            throw new InvalidDataException(string.Join(Environment.NewLine, errors));
        Directory.CreateDirectory(folder);
        File.WriteAllText(seen, "");
    }

    /// <summary>Changes with the words and with the build.</summary>
    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(ReplyWriter).Module.ModuleVersionId.ToByteArray());
        foreach (var (key, template) in templates.OrderBy(pair => $"{pair.Key}", StringComparer.Ordinal))
        foreach (var words in template.Variants.Concat(template.Choices).Prepend(key.Name))
            hash.AppendData(Encoding.UTF8.GetBytes($"{words}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    /// <summary>The finished bubble; <paramref name="turn"/> rotates the variants so that a repeated answer varies.</summary>
    public Message Write(Line line, int turn)
    {
        var template = Template(line.Name);
        var text = Filled(template.Variants[turn % template.Variants.Count], line.Values);
        var own = template.Choices.Select(choice => Filled(choice, line.Values)).SelectMany(Split);
        // What a person or a rule says is not touched.
        var isQuoted = line.IsMarkdown || line.IsGenerated || line.Person is not null;
        return new Message(line.Name, isQuoted ? text : names.Say(text), template.Language)
        {
            Cards = [.. line.Cards.Select(names.Say)],
            Choices = [.. line.Choices.Concat(own).Select(names.Say).Distinct().Take(MostChoices)],
            IsMarkdown = line.IsMarkdown,
            Handoff = line.Handoff,
            Person = line.Person,
            IsGenerated = line.IsGenerated,
        };
    }

    /// <summary>The words of a card: the first variant of a template.</summary>
    public string Print(string name, object? values = null) => Filled(Template(name).Variants[0], values);

    private ReplyTemplate Template(string name) =>
        templates.TryGetValue((Speaking.Language, name), out var template)
            ? template
            : throw new KeyNotFoundException($"No reply '{name}' in dialogs/{Speaking.Language}.");

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

    private string Filled(string source, object? values) =>
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
            (writer, _, arguments) => writer.WriteSafeString(SpokenNumber.Ordinal((int)arguments[0]!))
        );
        handlebars.RegisterHelper(
            "won",
            (writer, _, arguments) => writer.WriteSafeString(SpokenNumber.Won(arguments[0]!))
        );
        return handlebars;
    }
}
