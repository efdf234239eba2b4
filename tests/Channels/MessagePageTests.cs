using System.Net;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The form on which a message is left for a librarian when nobody is there.</summary>
public sealed class MessagePageTests
{
    private const string Words = "어린이실 책상이 흔들려요";
    private const string Contact = "minji.kim@example.kr";

    [Fact]
    public async Task A_message_is_kept_and_its_receipt_is_told_in_the_conversation()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await AtNight(host);

        var answer = await resident.Fills(page, ("words", Words), ("contact", Contact));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await resident.Listens();
        resident.Hears("talk-to-person/left");
        using var store = new Store(host);
        Assert.Equal(1, store.Count($"SELECT count(*) FROM requests WHERE kind = 'message' AND words = '{Words}'"));
    }

    [Fact]
    public async Task It_is_left_once()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await AtNight(host);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => resident.Fills(page, ("words", Words))));

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await resident.Fills(page, ("words", Words))).StatusCode);
        using var store = new Store(host);
        Assert.Equal(1, store.Count("SELECT count(*) FROM requests"));
    }

    [Fact]
    public async Task What_is_too_long_or_empty_is_asked_for_again_with_the_words_kept()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await AtNight(host);

        var empty = await resident.Fills(page, ("words", "  "), ("contact", Contact));
        var longWords = await resident.Fills(page, ("words", new string('가', 2001)));
        var longContact = await resident.Fills(page, ("words", Words), ("contact", new string('1', 101)));

        Assert.All(
            [empty, longWords, longContact],
            answer => Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode)
        );
        var html = await longContact.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(Words, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await resident.Fills(page, ("words", Words))).StatusCode);
    }

    [Fact]
    public async Task The_form_lasts_ten_minutes()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await AtNight(host);
        host.Clock.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(HttpStatusCode.Gone, (await resident.Fills(page, ("words", Words))).StatusCode);
    }

    [Fact]
    public async Task A_store_that_is_away_is_told_and_the_message_can_be_sent_again()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await AtNight(host);
        using var store = new Store(host);
        store.Break();

        var away = await resident.Fills(page, ("words", Words));
        store.Mend();
        var again = await resident.Fills(page, ("words", Words));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.NotNull(away.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(1, store.Count("SELECT count(*) FROM requests"));
    }

    [Fact]
    public async Task Markup_in_a_message_is_only_words()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await AtNight(host);

        var answer = await resident.Fills(
            page,
            ("words", "</textarea><script>alert(1)</script>"),
            ("contact", new string('1', 101))
        );

        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    private static async Task<(Resident Resident, string Page)> AtNight(LibraryHost host)
    {
        host.Clock.Set(Clock.Seoul("2026-11-24 23:00"));
        var resident = await Resident.ComesTo(host);
        await resident.Says("사서 불러줘");
        resident.Hears("talk-to-person/closed");
        return (resident, new Uri(resident.Heard.SelectMany(bubble => bubble.Links).Single()).AbsolutePath);
    }
}
