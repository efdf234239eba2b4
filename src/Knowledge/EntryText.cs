using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>The body of an entry: sentences, and references to rules such as {{rule "loan.limit"}}.</summary>
internal static partial class EntryText
{
    /// <summary>A passage that is longer begins a new one with its next paragraph.</summary>
    private const int EnoughSentences = 6;

    /// <summary>Paragraphs of one heading together while they are short; a text of one paragraph is one passage.</summary>
    public static IReadOnlyList<Passage> Passages(string body)
    {
        var passages = new List<Passage>();
        var (heading, sentences) = ("", new List<string>());
        foreach (var paragraph in ParagraphEnd().Split(Spoken(body)))
        {
            if (sentences.Count >= EnoughSentences)
                Close();
            foreach (var line in SentenceEnd().Split(paragraph).Select(line => line.Trim()))
            {
                if (line.StartsWith('#'))
                {
                    Close();
                    heading = line.TrimStart('#').Trim();
                }
                else if (line.Length > 0)
                    sentences.Add(line);
            }
        }
        Close();
        return passages;

        void Close()
        {
            if (sentences.Count > 0)
                passages.Add(new Passage(heading, sentences));
            sentences = [];
        }
    }

    /// <summary>The text with each row of a table as a line that can be said: "구분: 어린이, 권수: 5권".</summary>
    public static string Spoken(string body) =>
        Table()
            .Replace(
                body,
                table =>
                {
                    var heads = Cells(table.Groups["head"].Value);
                    var rows = table.Groups["row"].Captures.Select(row => Cells(row.Value));
                    return string.Concat(rows.Select(row => $"{Row(heads, row)}\n"));
                }
            );

    private static string Row(string[] heads, string[] cells) =>
        string.Join(
            ", ",
            cells
                .Zip(heads)
                .Where(cell => cell.First.Length > 0)
                .Select(cell => cell.Second.Length > 0 ? $"{cell.Second}: {cell.First}" : cell.First)
        );

    /// <summary>A bar that is written as a letter is none between cells.</summary>
    private static string[] Cells(string row) =>
        [
            .. CellEnd()
                .Split(row.Trim())
                .Skip(1)
                .SkipLast(1)
                .Select(cell => cell.Replace("\\|", "|", StringComparison.Ordinal).Trim()),
        ];

    public static IEnumerable<(string Key, int Index)> RulesIn(string body) =>
        Reference().Matches(body).Select(match => (match.Groups["key"].Value, match.Index));

    /// <summary>The text with the values in force on the day, those of the case where it has its own.</summary>
    public static string Fill(string text, Rules rules, DateOnly date, RuleCase asked = default) =>
        Reference().Replace(text, match => rules.Print(match.Groups["key"].Value, date, asked));

    /// <summary>The text without its references, as it is searched.</summary>
    public static string Plain(string body) => Reference().Replace(body, " ");

    [GeneratedRegex("""\{\{\s*rule\s+"(?<key>[^"]*)"\s*\}\}""")]
    private static partial Regex Reference();

    [GeneratedRegex(
        @"^(?<head>\|[^\n]*\|)[ \t]*\n\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*(?:\n|\z)(?<row>\|[^\n]*\|[ \t]*(?:\n|\z))*",
        RegexOptions.Multiline
    )]
    private static partial Regex Table();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellEnd();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex ParagraphEnd();

    // A full stop between digits, as in a date, ends no sentence.
    [GeneratedRegex(@"(?<=[^\d\s][.!?])\s+|\n+")]
    private static partial Regex SentenceEnd();
}
