using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Replies;

/// <summary>Libraries, rooms and holidays as other languages call them (dialogs/entities/names/*.md).</summary>
public sealed class ProperNames
{
    public static readonly ProperNames None = new(new Dictionary<string, IReadOnlyDictionary<string, string>>());

    private readonly Dictionary<string, Names> languages;

    /// <summary>For each language, its names by the Korean ones.</summary>
    public ProperNames(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> languages) =>
        this.languages = languages.ToDictionary(language => language.Key, language => new Names(language.Value));

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
    private sealed class Names(IReadOnlyDictionary<string, string> called)
    {
        private readonly Regex known = new(
            $"「[^」]*」|『[^』]*』|(?<![가-힣0-9])(?:{string.Join('|', called.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape))})(?![가-힣])",
            RegexOptions.CultureInvariant
        );

        public string Put(string text) =>
            known.Replace(text, match => called.GetValueOrDefault(match.Value, match.Value));
    }
}
