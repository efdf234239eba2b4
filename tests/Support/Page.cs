using System.Net;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A page as a test reads it: its status, its markup and the words in it.</summary>
public sealed partial record Page(HttpStatusCode Status, string Html)
{
    public static async Task<Page> Open(LibraryHost host, string path) =>
        await Of(await host.CreateClient().GetAsync(path, TestContext.Current.CancellationToken));

    public static async Task<Page> Of(HttpResponseMessage answer) =>
        new(
            answer.StatusCode,
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );

    /// <summary>The text that stands in elements of this class, or of this name.</summary>
    public IReadOnlyList<string> All(string pattern) =>
        [.. Regex.Matches(Html, pattern, RegexOptions.Singleline).Select(match => match.Value)];

    public int Count(string markup) => Regex.Count(Html, Regex.Escape(markup));

    public void Says(string words) => Assert.Contains(words, Html, StringComparison.Ordinal);

    public void DoesNotSay(string words) => Assert.DoesNotContain(words, Html, StringComparison.Ordinal);

    /// <summary>Everything that a browser would run or draw from the page itself, which its policy refuses.</summary>
    public IReadOnlyList<string> Inline => [.. InlineMarkup().Matches(Html).Select(match => match.Value)];

    [GeneratedRegex("""<style|<script(?![^>]*\ssrc=)[^>]*>|<[a-z][^>]*\s(style|on[a-z]+)=[^>]*>""")]
    private static partial Regex InlineMarkup();
}
