using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MarkdownHeading = Markdig.Syntax.HeadingBlock;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>A Markdown file: somebody's text, or an entry in the form of this house.</summary>
internal static partial class MarkdownDocument
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static ImportedDocument Read(string name, string source)
    {
        var front = FrontMatter().Match(source);
        if (front.Success && Slug().IsMatch(front.Value))
            return new(name, [new("", [], "", "") { Entry = source }]);
        var text = new DocumentText();
        text.Leave(LeftOut.Front, front.Success ? 1 : 0);
        var shown = Comment()
            .Replace(
                source[front.Length..],
                _ =>
                {
                    text.Leave(LeftOut.Comment);
                    return "";
                }
            );
        shown = HtmlInMarkdown.WithoutHidden(shown, out var hidden);
        text.Leave(LeftOut.Hidden, hidden);
        foreach (var block in Markdown.Parse(shown, Pipeline))
        {
            var raw = shown.Substring(block.Span.Start, Math.Max(0, block.Span.Length));
            if (block is MarkdownHeading heading)
                text.AddHeading(
                    heading.Level,
                    shown.Substring(heading.Span.Start, heading.Span.Length).Trim('#', ' ', '=', '-', '\n', '\r')
                );
            else if (block is HtmlBlock)
                HtmlInMarkdown.Read(raw, text);
            else if (block is CodeBlock)
                text.AddMarkdown(raw, isTable: false);
            else if (HtmlInMarkdown.WithoutTags(raw) is var words && !string.IsNullOrWhiteSpace(words))
                text.AddMarkdown(words, block is Table);
        }
        return text.ToDocument(name);
    }

    [GeneratedRegex(
        @"\A---[ \t]*\r?\n(?:.*\r?\n)*?---[ \t]*(?:\r?\n|\z)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^slug:", RegexOptions.Multiline)]
    private static partial Regex Slug();

    /// <summary>Not shown, and so not read; one without an end reaches to the end.</summary>
    [GeneratedRegex(@"<!--.*?(?:-->|\z)", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
