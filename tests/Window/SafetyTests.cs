using Bupyeong.Chatbot.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Bupyeong.Chatbot.Tests.Window;

/// <summary>
/// Words are only ever words. Most of what is tried here no dialog says today, so it is put into the window's socket.
/// </summary>
public sealed class SafetyTests(Chromium chromium) : WindowTest(chromium)
{
    private static readonly string[] Evil =
    [
        "<script>window.hit = 1</script>",
        "<img src=x onerror=\"window.hit = 1\">",
        "<svg onload=window.hit=1><animate onbegin=window.hit=1>",
        "<iframe srcdoc=\"<script>parent.hit = 1</script>\"></iframe>",
        "</div></section><style>*{display:none}</style>",
        "[책](javascript:window.hit=1)",
        "[책](JaVaScRiPt:window.hit=1)",
        "[책](java\tscript:window.hit=1)",
        "[책](&#106;avascript:window.hit=1)",
        "[책](data:text/html,<script>window.hit=1</script>)",
        "[책](vbscript:window.hit=1)",
        "[책](//evil.example/x)",
        "[책](blob:http://evil.example/x)",
        "javascript:window.hit=1 data:text/html,hit",
        "https://example.kr/\"onmouseover=\"window.hit=1",
        "[<img src=x onerror=window.hit=1>](https://example.kr)",
        "**<b onclick=window.hit=1>굵게</b>** `<script>window.hit=1</script>`",
        "> <img src=x onerror=window.hit=1>\n- <script>window.hit=1</script>\n1. <svg/onload=window.hit=1>",
        "\u202Egnihtemos\u202C \u200F오른쪽\u200E \u2066섞인\u2069 말",
        "ㄱㅏㄴㅏㄷㅏ 가나다 \u1100\u1161\u11A8 \uFFA1",
        "<<<>>> &lt;script&gt; &amp;amp; \0\u0007 <!-- --> ]]> {{title}} ${window.hit = 1}",
    ];

    /// <summary>Elements of the log that neither the window's own bubbles nor the small Markdown makes, and links that lead astray.</summary>
    private const string Strangers = """
        (log) => [...log.querySelectorAll("*")].filter((part) => {
          const known = "P DIV SPAN TIME STRONG EM CODE UL OL LI BLOCKQUOTE A ARTICLE H3 DL DT DD DETAILS SUMMARY BUTTON SMALL B svg path".split(" ");
          const scripts = part.getAttributeNames().some((name) => name.startsWith("on") || name === "srcdoc" || name === "src");
          return scripts || !known.includes(part.tagName) || (part.tagName === "A" && !/^(https?:|tel:)/.test(part.href));
        }).map((part) => part.outerHTML)
        """;

    [Fact]
    public async Task What_a_resident_writes_is_shown_as_it_was_written()
    {
        var visitor = await Comes(Visit.Desktop);
        await visitor.Opens();

        foreach (var words in Evil.Where(words => !words.Contains('\n') && !words.Contains('\0')))
        {
            await visitor.Says(words);
            await Expect(visitor.Mine.Last.Locator(".words")).ToHaveTextAsync(words.Trim());
            await Expect(visitor.Mine.Last).Not.ToContainClassAsync("waiting");
            Assert.Equal(0, await visitor.Mine.Last.Locator(".words *").CountAsync());
        }
        await visitor.Page.ReloadAsync();
        await Expect(visitor.Mine).ToHaveCountAsync(Evil.Length - 2);
        await NothingRan(visitor);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_library_writes_is_never_read_as_markup(bool isMarkdown)
    {
        var (visitor, wire) = await Wired();

        foreach (var words in Evil)
            wire.BringsBubble(words, isMarkdown);

        await Expect(visitor.Entries).ToHaveCountAsync(Evil.Length + 1);
        await NothingRan(visitor);
        if (!isMarkdown)
            await Expect(visitor.LastEntry.Locator(".words")).ToContainTextAsync("&lt;script&gt; &amp;amp;");
    }

    [Fact]
    public async Task Cards_choices_and_names_are_never_read_as_markup()
    {
        var (visitor, wire) = await Wired();

        foreach (var words in Evil)
        {
            foreach (var kind in (string[])["book", "loan", "program", "place", "source", "link", "<b>"])
                wire.BringsBubble(
                    words,
                    channelData: new
                    {
                        reply = words,
                        person = words,
                        cards = new[] { Card(kind, words) },
                    }
                );
        }

        await Expect(visitor.Entries).ToHaveCountAsync(Evil.Length * 7 + 1);
        await NothingRan(visitor);
        Assert.Equal(0, await visitor.Log.Locator("a:not([href^='https://example.kr/'])").CountAsync());
    }

    [Fact]
    public async Task A_link_opens_elsewhere_and_tells_nobody_where_it_was_followed()
    {
        var (visitor, wire) = await Wired();

        wire.BringsBubble("[안내](https://example.kr/a) 전화 032-330-9171", isMarkdown: true);

        var link = visitor.LastEntry.Locator("a").First;
        await Expect(link).ToHaveAttributeAsync("href", "https://example.kr/a");
        await Expect(link).ToHaveAttributeAsync("target", "_blank");
        await Expect(link).ToHaveAttributeAsync("rel", "noopener noreferrer");
        await Expect(visitor.LastEntry.Locator("a").Last).ToHaveAttributeAsync("href", "tel:032-330-9171");
    }

    private static object Card(string kind, string words) =>
        new
        {
            kind,
            title = words,
            subtitle = words,
            footnote = words,
            day = kind is "program" ? "2026-11-28" : null,
            button = new { label = words, url = "javascript:window.hit=1" },
            rows = new[]
            {
                new
                {
                    label = words,
                    text = words,
                    say = kind is "loan" ? words : null,
                    url = kind is "place" ? "data:text/html,<script>window.hit=1</script>" : null,
                },
            },
        };

    private async Task<(Visitor Visitor, Wire Wire)> Wired()
    {
        var wire = new Wire();
        var visitor = await Comes(Visit.Desktop with { Before = wire.Holds });
        await visitor.Opens();
        return (visitor, wire);
    }

    private static async Task NothingRan(Visitor visitor)
    {
        Assert.Empty(await visitor.Log.EvaluateAsync<string[]>(Strangers));
        Assert.False(await visitor.Page.EvaluateAsync<bool>("'hit' in window"));
    }
}
