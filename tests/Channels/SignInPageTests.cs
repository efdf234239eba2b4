using System.Net;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The form on which a resident signs in, outside the conversation.</summary>
public sealed class SignInPageTests
{
    private const string Card = "P2026000002";
    private const string Pin = "518306";

    [Fact]
    public async Task The_form_has_labelled_fields_and_stays_in_no_cache()
    {
        await using var host = new LibraryHost();
        var (_, page) = await Asked(host);

        var answer = await host.CreateClient().GetAsync(page, Cancellation);

        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("<label for=\"card\">", html, StringComparison.Ordinal);
        Assert.Contains("<label for=\"pin\">", html, StringComparison.Ordinal);
        Assert.Matches("<input id=\"card\" name=\"card\"", html);
        Assert.Matches("<input id=\"pin\" name=\"pin\" type=\"password\"", html);
        Assert.Contains("lang=\"ko\"", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task An_unknown_card_and_a_wrong_pin_look_the_same()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await Asked(host);

        for (var i = 0; i < 5; i++)
        {
            var wrong = await resident.Fills(page, ("card", Card), ("pin", "000000"));
            var unknown = await resident.Fills(page, ("card", "P2026999999"), ("pin", "000000"));
            Assert.Equal(wrong.StatusCode, unknown.StatusCode);
            Assert.Equal(await Bytes(wrong), await Bytes(unknown));
            Assert.Equal($"{wrong.Headers}", $"{unknown.Headers}");
            Assert.DoesNotContain(Card, await wrong.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_address_works_once()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await Asked(host);

        Assert.Equal(HttpStatusCode.OK, (await resident.SignsIn(Card, Pin)).StatusCode);

        Assert.Equal(HttpStatusCode.Gone, (await resident.Fills(page, ("card", Card), ("pin", Pin))).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await host.CreateClient().GetAsync(page, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Two_who_send_it_at_once_are_one()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await Asked(host);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => resident.Fills(page, ("card", Card), ("pin", Pin)))
        );

        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        await resident.Listens();
        resident.Hears("sign-in/done", "my-loans/loans");
    }

    [Fact]
    public async Task The_address_lasts_ten_minutes()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await Asked(host);
        host.Clock.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(HttpStatusCode.Gone, (await host.CreateClient().GetAsync(page, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await resident.Fills(page, ("card", Card), ("pin", Pin))).StatusCode);
    }

    [Theory]
    [InlineData("/sign-in/unknown")]
    [InlineData("/sign-in/..%2F..%2Fkeys")]
    [InlineData("/message/unknown")]
    public async Task An_address_that_was_never_given_shows_nothing(string page)
    {
        await using var host = new LibraryHost();
        var http = host.CreateClient();

        var answer = await http.GetAsync(page, Cancellation);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.DoesNotContain("<form", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_was_guessed_at_waits_and_then_its_owner_comes_in()
    {
        await using var host = new LibraryHost();
        var (resident, page) = await Asked(host);
        for (var i = 0; i < 4; i++)
            await resident.Fills(page, ("card", Card), ("pin", "000000"));

        var early = await resident.Fills(page, ("card", Card), ("pin", Pin));
        host.Clock.Pass(TimeSpan.FromSeconds(3));
        var right = await resident.SignsIn(Card, Pin);

        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        resident.Hears("sign-in/done", "my-loans/loans");
    }

    [Theory]
    [InlineData("", "518306")]
    [InlineData("P2026000002", "")]
    [InlineData("1234567890123456789012345678901234567890X", "1")]
    public async Task Fields_that_cannot_be_meant_are_asked_for_again(string card, string pin)
    {
        await using var host = new LibraryHost();
        var (resident, page) = await Asked(host);

        var answer = await resident.Fills(page, ("card", card), ("pin", pin));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "role=\"alert\"",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_no_form_is_refused()
    {
        await using var host = new LibraryHost();
        var (_, page) = await Asked(host);
        var http = host.CreateClient();

        var json = await http.PostAsync(page, new StringContent("{}"), Cancellation);
        var huge = await http.PostAsync(
            page,
            new FormUrlEncodedContent([KeyValuePair.Create("card", new string('a', 6 << 20))]),
            Cancellation
        );

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, huge.StatusCode);
    }

    internal static async Task<(Resident Resident, string Page)> Asked(LibraryHost host)
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says("내 대출");
        resident.Hears("sign-in/needed");
        return (resident, new Uri(resident.Heard.SelectMany(bubble => bubble.Links).Single()).AbsolutePath);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Task<byte[]> Bytes(HttpResponseMessage answer) => answer.Content.ReadAsByteArrayAsync(Cancellation);
}
