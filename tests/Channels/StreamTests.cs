using System.Net.WebSockets;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The WebSocket of a conversation.</summary>
public sealed class StreamTests(OneHost one) : IClassFixture<OneHost>
{
    private readonly LibraryHost host = one.Host;

    [Fact]
    public async Task What_came_before_the_stream_opened_is_replayed()
    {
        var (client, url) = await Connected();
        var id = await IdOf(await client.Says("고마워"));
        await client.ReadsUntil(read => read.Answered().Contains(id));

        using var stream = await StreamClient.Open(host, url);
        var seen = await stream.Until(seen => seen.Answered().Contains(id));

        Assert.Equal(
            (await client.Reads()).GetProperty("activities").EnumerateArray().Select(Activities.Id),
            Ids(seen)
        );
    }

    [Fact]
    public async Task Twenty_quick_messages_are_pushed_in_order_without_gap_or_double()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TwentyQuickMessages()));
    }

    private async Task TwentyQuickMessages()
    {
        var (client, url) = await Connected();
        using var stream = await StreamClient.Open(host, url);
        var ids = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(async _ => await IdOf(await client.Says("고마워")))
        );

        var seen = await stream.Until(seen => seen.Answered().Count == 21);

        Assert.Equal(ids.Order(StringComparer.Ordinal), seen.Answered().Skip(1));
        Assert.Equal(
            (await client.Reads()).GetProperty("activities").EnumerateArray().Select(Activities.Id),
            Ids(seen)
        );
    }

    [Fact]
    public async Task A_stream_that_broke_goes_on_after_its_watermark()
    {
        var (client, url) = await Connected();
        string watermark;
        using (var stream = await StreamClient.Open(host, url))
        {
            await stream.Until(seen => seen.Answered().Count == 1);
            watermark = stream.Watermark;
        }
        var id = await IdOf(await client.Says("고마워"));
        await client.ReadsUntil(read => read.Answered().Contains(id));

        var again = await Json(await client.Gets($"/conversations/{client.Conversation}?watermark={watermark}"));
        using var second = await StreamClient.Open(host, again.GetProperty("streamUrl").GetString()!);
        var seen = await second.Until(seen => seen.Answered().Contains(id));

        Assert.Equal(id, seen[0].Id());
        Assert.Equal(seen.Count, seen.Select(Activities.Id).Distinct().Count());
    }

    [Fact]
    public async Task Two_streams_of_one_conversation_see_the_same()
    {
        var (client, url) = await Connected();
        using var first = await StreamClient.Open(host, url);
        using var second = await StreamClient.Open(host, url);
        var id = await IdOf(await client.Says("고마워"));

        var seen = await Task.WhenAll(
            first.Until(seen => seen.Answered().Contains(id)),
            second.Until(seen => seen.Answered().Contains(id))
        );

        Assert.Equal(Ids(seen[0]), Ids(seen[1]));
    }

    [Fact]
    public async Task A_quiet_stream_is_kept_alive_by_empty_frames()
    {
        await using var impatient = new LibraryHost().With("DirectLine:KeepAliveSeconds", "1");
        var client = new DirectLineCaller(impatient);
        await client.Generates();
        var opened = await Json(await client.Posts("/conversations"));
        using var stream = await StreamClient.Open(impatient, opened.GetProperty("streamUrl").GetString()!);
        await stream.Until(seen => seen.Answered().Count == 1);

        Assert.Equal("", await stream.Frame());
        Assert.Equal("", await stream.Frame());
        var id = await IdOf(await client.Says("고마워"));
        await stream.Until(seen => seen.Answered().Contains(id));
    }

    [Fact]
    public async Task A_client_that_closes_is_answered_with_a_close()
    {
        var (_, url) = await Connected();
        using var stream = await StreamClient.Open(host, url);
        await stream.Until(seen => seen.Answered().Count == 1);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await stream.Close());
    }

    [Fact]
    public async Task The_address_of_a_stream_lasts_a_minute()
    {
        var (_, url) = await Connected();
        host.Clock.Pass(TimeSpan.FromSeconds(60));

        await StreamClient.Refused(403, host, url);
    }

    [Fact]
    public async Task The_address_opens_its_own_conversation_alone()
    {
        var (client, url) = await Connected();
        var (other, _) = await Connected();

        var foreign = url.Replace(client.Conversation, other.Conversation, StringComparison.Ordinal);
        await StreamClient.Refused(403, host, foreign);
        await StreamClient.Refused(403, host, url[..url.IndexOf("&t=", StringComparison.Ordinal)]);
        await StreamClient.Refused(
            403,
            host,
            $"{url[..url.IndexOf("&t=", StringComparison.Ordinal)]}&t={client.Token}"
        );
        await StreamClient.Refused(400, host, url.Replace("watermark=0", "watermark=x", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_it()
    {
        var (_, url) = await Connected();

        await StreamClient.Refused(403, host, url, "https://evil.example");
        using var own = await StreamClient.Open(host, url, "http://localhost");
        await own.Until(seen => seen.Answered().Count == 1);
    }

    [Fact]
    public async Task A_plain_call_is_told_that_a_stream_is_a_socket()
    {
        var (_, url) = await Connected();

        await DirectLineCaller.Refused(
            400,
            "BadArgument",
            new DirectLineCaller(host).Gets(url[url.IndexOf("/conv", StringComparison.Ordinal)..])
        );
    }

    private async Task<(DirectLineCaller Client, string Url)> Connected()
    {
        var client = new DirectLineCaller(host);
        await client.Generates();
        var opened = await Json(await client.Posts("/conversations"));
        return (client, opened.GetProperty("streamUrl").GetString()!);
    }

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> seen) => seen.Select(Activities.Id);
}
