using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Replies;

/// <summary>Libraries, rooms and holidays as other languages call them (dialogs/entities/names/*.md).</summary>
public sealed class ProperNames
{
    public static readonly ProperNames None = new([]);

    private readonly Dictionary<string, Names> languages;

    private ProperNames(Dictionary<string, Names> languages) => this.languages = languages;

    /// <summary>Reads one file for each language; an error names file and line.</summary>
    public static ProperNames Read(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*.md")
                .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => new Names(NamedLines.Read(file)))
        );

    /// <summary>The text with the Korean names in it as the language that is spoken calls them.</summary>
    public string Say(string text) => languages.TryGetValue(Speaking.Language, out var names) ? names.Put(text) : text;

    /// <summary>The card with its own words so; what a button opens stays as it is.</summary>
    public Card Say(Card card) =>
        languages.ContainsKey(Speaking.Language)
            ? card with
            {
                Title = card.Kind is "book" or "loan" ? card.Title : Say(card.Title),
                Subtitle = card.Subtitle is null ? null : Say(card.Subtitle),
                Footnote = card.Footnote is null ? null : Say(card.Footnote),
                Rows = [.. card.Rows.Select(row => row with { Label = Say(row.Label), Text = Say(row.Text) })],
            }
            : card;

    /// <summary>The longest name first; a name that goes on in Hangul is another word, and a title is not touched.</summary>
    private sealed class Names(NamedLines lines)
    {
        private readonly Dictionary<string, string> called = lines.ToDictionary(line => line.Name, line => line.Text);
        private readonly Regex known = new(
            $"『[^』]*』|(?<![가-힣0-9])(?:{string.Join('|', lines.Select(line => line.Name).OrderByDescending(name => name.Length).Select(Regex.Escape))})(?![가-힣])",
            RegexOptions.CultureInvariant
        );

        public string Put(string text) =>
            known.Replace(text, match => called.GetValueOrDefault(match.Value, match.Value));
    }
}
