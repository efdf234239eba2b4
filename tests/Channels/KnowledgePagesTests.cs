using System.Net;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What the library tells, as pages: the shipped texts, and some that are out of their time or not published.</summary>
public sealed class KnowledgePagesTests : IDisposable
{
    private const string RulesYaml = """
        - { key: a.limit, title: 권수, value: 5, unit: 권, effective_from: 2025-01-01, source: 견본 }
        - { key: a.limit, title: 권수, value: 7, unit: 권, effective_from: 2026-07-01, source: 견본 }
        - { key: a.limit, title: 권수, value: 9, unit: 권, effective_from: 2027-01-01, source: 견본 }
        """;

    private const string Body = """
        ## 몇 권

        **{{rule "a.limit"}}**까지예요. <script>alert(1)</script> [바깥](https://www.example.kr/)과
        [위험](javascript:alert(1)) <img src=x onerror=alert(1)>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("own-knowledge-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_text_in_force_has_a_page_with_todays_values_and_stands_in_the_list()
    {
        await using var host = new LibraryHost();
        var list = await Page.Open(host, "/knowledge");

        foreach (var entry in host.Get<PublishedKnowledge>().Current.On(host.Clock.GetUtcNow().SeoulDate()))
        {
            var page = await Page.Open(host, $"/knowledge/{entry.Slug}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            page.Says($"<h1 id=\"title\">{entry.Title}</h1>");
            page.Says("견본 안내");
            page.Says(entry.Owner);
            page.Says($"data-library-ask=\"{entry.Questions[0]}\"");
            page.DoesNotSay("{{");
            Assert.Single(list.All($"href=\"/knowledge/{entry.Slug}\""));
        }
    }

    [Fact]
    public async Task A_page_says_the_whole_text_from_when_it_holds_and_what_is_near()
    {
        await using var host = new LibraryHost();

        var page = await Page.Open(host, "/knowledge/renewal-rule");

        page.Says("책마다 1번까지 연장할 수 있고");
        page.Says("2026년 1월 1일부터");
        page.Says("부평구립도서관 모두");
        page.Says("연장하는 기간");
        var related = page.All("""(?<=<li><a href="/knowledge/)[a-z-]+""");
        Assert.InRange(related.Count, 1, 3);
        Assert.DoesNotContain("renewal-rule", related);
        Assert.Contains("renewal-when", related);
    }

    [Fact]
    public async Task The_values_that_a_rule_had_has_and_will_have_are_told_newest_first()
    {
        await using var host = Own("now", "sample", "2025-01-01", "");

        var page = await Page.Open(host, "/knowledge/now");

        Assert.Equal(["9권", "7권", "5권"], page.All("(?<=<td>)[0-9]권"));
        page.Says("2027년 1월 1일부터 적용될 값이에요");
        page.Says("2026년 7월 1일부터 2026년 12월 31일까지");
        page.Says("2025년 1월 1일부터 2026년 6월 30일까지");
        page.Says("<strong>7권</strong>까지예요");
    }

    [Fact]
    public async Task Markup_in_a_text_is_Markdown_and_nothing_else()
    {
        await using var host = Own("now", "published", "2025-01-01", "");

        var answer = await host.CreateClient().GetAsync("/knowledge/now", TestContext.Current.CancellationToken);

        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://www.example.kr/\" rel=\"noopener\">", html, StringComparison.Ordinal);
        Assert.Contains("<h3", html, StringComparison.Ordinal);
        Assert.DoesNotContain("견본 안내", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-03-01", "", "2027년 3월 1일부터 적용돼요", "9권")]
    [InlineData("2025-01-01", "2026-06-30", "2026년 6월 30일까지 적용됐어요", "5권")]
    public async Task Out_of_its_time_a_text_says_so_and_is_not_asked_about(
        string from,
        string to,
        string words,
        string value
    )
    {
        await using var host = Own("other", "published", from, to);

        var page = await Page.Open(host, "/knowledge/other");
        var list = await Page.Open(host, "/knowledge");

        page.Says(words);
        page.Says($"<strong>{value}</strong>");
        page.DoesNotSay("data-library-ask");
        list.DoesNotSay("/knowledge/other");
    }

    [Theory]
    [InlineData("draft")]
    [InlineData("unknown")]
    [InlineData("..%2Frules")]
    [InlineData("%3Cscript%3E")]
    public async Task A_draft_and_an_unknown_text_are_not_shown_and_take_no_report(string slug)
    {
        await using var host = Own("draft", "draft", "2025-01-01", "");

        var page = await Page.Open(host, $"/knowledge/{slug}");
        var report = await host.CreateClient()
            .PostAsync(
                $"/knowledge/{slug}/report",
                new FormUrlEncodedContent([KeyValuePair.Create("words", "틀렸어요")]),
                TestContext.Current.CancellationToken
            );

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        page.Says("href=\"/knowledge\"");
        page.DoesNotSay("7권");
        Assert.Equal(HttpStatusCode.NotFound, report.StatusCode);
        using var store = new Store(host);
        Assert.Equal(0, store.Count("SELECT count(*) FROM requests"));
    }

    [Theory]
    [InlineData("연장은 몇 번", "renewal-rule")]
    [InlineData("회원증을 잃어버렸어요", "lost-card")]
    public async Task The_list_is_searched(string words, string slug)
    {
        await using var host = new LibraryHost();

        var page = await Page.Open(host, $"/knowledge?q={Uri.EscapeDataString(words)}");

        page.Says("찾은 안내");
        Assert.Equal(slug, page.All("""(?<=href="/knowledge/)[a-z-]+""")[0]);
        page.Says($"value=\"{words}\"");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("*:*\" AND (")]
    public async Task Any_words_can_be_searched_for(string words)
    {
        await using var host = new LibraryHost();

        var answer = await host.CreateClient()
            .GetAsync($"/knowledge?q={Uri.EscapeDataString(words)}", TestContext.Current.CancellationToken);
        var tooLong = await Page.Open(host, $"/knowledge?q={new string('a', 5000)}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain(
            "<script>alert",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.OK, tooLong.Status);
    }

    private LibraryHost Own(string slug, string status, string from, string to)
    {
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        File.WriteAllText(Path.Combine(folder, "rules.yml"), RulesYaml);
        File.WriteAllText(
            Path.Combine(folder, "policies", "own.md"),
            $"""
            ---
            title: 새 안내
            slug: {slug}
            audience: [senior]
            branches: [samsan]
            effective_from: {from}
            effective_to: {to}
            owner: 담당
            source: 규정
            status: {status}
            questions:
              - 몇 권이에요?
            ---
            {Body}
            """
        );
        return new LibraryHost(change: services =>
            services.AddSingleton(_ => new PublishedKnowledge(
                KnowledgeBase.Open(folder, Chatbot.Korean.Synonyms.None, Path.Combine(folder, "data"))
            ))
        );
    }
}
