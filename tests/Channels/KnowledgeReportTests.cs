using System.Net;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>"이 안내가 틀렸나요?": what a reader writes is kept masked, a few times a minute, and never lost from the form.</summary>
public sealed class KnowledgeReportTests
{
    private const string Kept = "SELECT count(*) FROM requests WHERE conversation = 'knowledge:renewal-rule'";

    [Fact]
    public async Task Words_are_kept_masked_and_get_a_receipt()
    {
        await using var host = new LibraryHost();

        var page = await Report(host, "두 번까지 된다고 들었어요. 010-2345-6789로 알려 주세요");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.All("1124-[2-9A-Z]{6}"));
        Assert.Empty(page.All("<textarea"));
        using var store = new Store(host);
        Assert.Equal(1, store.Count($"{Kept} AND kind = 'report' AND words LIKE '두 번까지 된다고 들었어요.%'"));
        Assert.Equal(0, store.Count($"{Kept} AND words LIKE '%2345%'"));
    }

    [Fact]
    public async Task The_address_of_the_answer_opened_anew_is_the_entry_again()
    {
        await using var host = new LibraryHost();
        using var http = host.CreateClient();

        var opened = await http.GetAsync("/knowledge/renewal-rule/report", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal("/knowledge/renewal-rule", opened.RequestMessage?.RequestUri?.AbsolutePath);
    }

    [Fact]
    public async Task The_same_words_sent_again_keep_their_receipt()
    {
        await using var host = new LibraryHost();

        var first = await Report(host, "날짜가 달라요");
        var again = await Report(host, "날짜가 달라요");

        Assert.Equal(first, again);
        using var store = new Store(host);
        Assert.Equal(1, store.Count(Kept));
    }

    [Fact]
    public async Task What_is_empty_or_too_long_is_said_at_the_field_and_the_words_stay()
    {
        await using var host = new LibraryHost();
        var words = new string('가', 1001);

        var empty = await Report(host, " \r\n ");
        var tooLong = await Report(host, words);
        var justRight = await Report(host, $"{new string('가', 998)}\r\n나");

        Assert.All([empty, tooLong], page => Assert.Equal(HttpStatusCode.BadRequest, page.Status));
        Assert.All([empty, tooLong], page => page.Says("aria-describedby=\"hint problem\""));
        Assert.All([empty, tooLong], page => page.Says("id=\"problem\" class=\"problem\" role=\"alert\""));
        tooLong.Says($">{words}</textarea>");
        Assert.Equal(HttpStatusCode.OK, justRight.Status);
        using var store = new Store(host);
        Assert.Equal(1, store.Count(Kept));
    }

    [Fact]
    public async Task The_eleventh_within_a_minute_is_asked_to_wait_and_keeps_its_words()
    {
        await using var host = new LibraryHost();
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, (await Report(host, $"틀린 곳 {i}")).Status);

        var refused = await Report(host, "틀린 곳 하나 더");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        refused.Says(">틀린 곳 하나 더</textarea>");
        refused.Says("role=\"alert\"");
        using var store = new Store(host);
        Assert.Equal(10, store.Count(Kept));
    }

    [Fact]
    public async Task Markup_is_only_words_and_what_is_no_form_is_refused()
    {
        await using var host = new LibraryHost();
        var http = host.CreateClient();

        var answer = await Post(host, new string('a', 1001) + "</textarea><script>alert(1)</script>");
        var json = await http.PostAsync(
            "/knowledge/renewal-rule/report",
            new StringContent("{}"),
            TestContext.Current.CancellationToken
        );

        Assert.DoesNotContain(
            "<script>alert",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
    }

    private static async Task<Page> Report(LibraryHost host, string words) => await Page.Of(await Post(host, words));

    private static Task<HttpResponseMessage> Post(LibraryHost host, string words) =>
        host.CreateClient()
            .PostAsync(
                "/knowledge/renewal-rule/report",
                new FormUrlEncodedContent([KeyValuePair.Create("words", words)]),
                TestContext.Current.CancellationToken
            );
}
