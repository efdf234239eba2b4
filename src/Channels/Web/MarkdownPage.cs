using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>A text of the library as a part of a page: Markdown without raw HTML, under the page's own title.</summary>
public static class MarkdownPage
{
    private static readonly string[] Schemes = ["http", "https", "tel", "mailto"];

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseReferralLinks("noopener")
        .Build();

    public static MarkupString Render(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(heading.Level + 1, 6);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !IsSafe(link.Url)))
            link.Url = "";
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !IsSafe(link.Url) && !link.IsEmail))
            link.Url = "";
        return new(document.ToHtml(Pipeline));
    }

    /// <summary>A page of our own, or an address that a browser only opens.</summary>
    private static bool IsSafe(string? url) =>
        url is null
        || !Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var uri)
        || !uri.IsAbsoluteUri && !url.Contains(':', StringComparison.Ordinal)
        || uri.IsAbsoluteUri && Schemes.Contains(uri.Scheme);
}
