using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The HTML that a Markdown file may hold, as what a browser would show of it.</summary>
internal static partial class HtmlInMarkdown
{
    /// <summary>Elements that have nothing in them and no end.</summary>
    private static readonly string[] Alone = ["br", "hr", "img", "input", "link", "meta"];

    /// <summary>Takes elements away that are not shown, with all that is in them, and says how many letters these were.</summary>
    public static string WithoutHidden(string source, out int hidden)
    {
        var (shown, from) = (new StringBuilder(), 0);
        hidden = 0;
        while (Hiding().Match(source, from) is { Success: true } begin)
        {
            var end = EndOf(source, begin);
            shown.Append(source, from, begin.Index - from);
            hidden += WithoutTags(source[begin.Index..end]).Count(letter => !char.IsWhiteSpace(letter));
            from = end;
        }
        return shown.Append(source, from, source.Length - from).ToString();
    }

    /// <summary>Its paragraphs and its tables, in their order.</summary>
    public static void Read(string html, DocumentText text)
    {
        var from = 0;
        foreach (Match table in Table().Matches(html))
        {
            text.AddParagraph(TextOf(html[from..table.Index]));
            text.AddTable([.. Row().Matches(table.Value).Select(row => CellsOf(row.Value))]);
            from = table.Index + table.Length;
        }
        text.AddParagraph(TextOf(html[from..]));
    }

    /// <summary>A piece of Markdown without the tags in it.</summary>
    public static string WithoutTags(string source) =>
        Tag().Replace(LineEnd().Replace(source, " "), "").Replace("&nbsp;", " ", StringComparison.Ordinal);

    private static List<string> CellsOf(string row) =>
        [.. Cell().Matches(row).Select(cell => TextOf(cell.Groups[1].Value))];

    private static string TextOf(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(LineEnd().Replace(html, "\n"), "")).Trim();

    /// <summary>Elements of the same name may stand in it; one without an end reaches to the end.</summary>
    private static int EndOf(string source, Match begin)
    {
        var (name, depth) = (begin.Groups["name"].Value, 1);
        if (Alone.Contains(name.ToLowerInvariant()) || begin.Value is [.., '/', '>'])
            return begin.Index + begin.Length;
        for (var tag = Tag().Match(source, begin.Index + begin.Length); tag.Success && depth > 0; tag = tag.NextMatch())
        {
            if (tag.Groups[2].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                depth += tag.Groups[1].Length > 0 ? -1 : 1;
            if (depth == 0)
                return tag.Index + tag.Length;
        }
        return source.Length;
    }

    /// <summary>An address in angle brackets is none.</summary>
    [GeneratedRegex(@"<(/?)([a-z][a-z0-9-]*)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(
        @"<(?:(?<name>script|style|template)\b[^<>]*|(?<name>[a-z][a-z0-9]*)(?=\s)[^<>]*(?:\shidden(?=[\s=>/])|display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0)[^<>]*)>",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Hiding();

    [GeneratedRegex(@"<table\b.*?(?:</table\s*>|\z)", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"<br\s*/?>|</(?:p|div|li|tr|td|th|h[1-6])\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"<tr\b.*?</tr\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex(@"<t[dh]\b[^>]*>(.*?)</t[dh]\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Cell();
}
