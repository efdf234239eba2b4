using System.Net;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What comes through the door that no client should send: a clear refusal, or a clear answer.</summary>
public sealed class DirectLineBadInputTests(OneHost one) : IClassFixture<OneHost>
{
    private const string From = "\"from\":{\"id\":\"a\"}";
    private readonly LibraryHost host = one.Host;

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":"message","text":"안녕"}""")]
    [InlineData("""{"type":"message","text":"안녕","from":{}}""")]
    [InlineData("""{"type":"message","text":"안녕","from":"me"}""")]
    [InlineData("{\"text\":\"안녕\"," + From + "}")]
    [InlineData("{\"type\":7,\"text\":\"안녕\"," + From + "}")]
    [InlineData("{\"type\":\"\",\"text\":\"안녕\"," + From + "}")]
    [InlineData("{\"type\":\"invoke\",\"text\":\"안녕\"," + From + "}")]
    [InlineData("{\"type\":\"message\",\"text\":{\"a\":1}," + From + "}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"," + From + "}")]
    [InlineData("{\"type\":\"\\ud800\",\"text\":\"안녕\"," + From + "}")]
    [InlineData("{\"type\":\"message\",\"id\":\"\\udc00\"," + From + "}")]
    [InlineData("{\"type\":\"message\",\"id\":\"host:join\"," + From + "}")]
    [InlineData("{\"type\":\"message\",\"value\":\"\\ud800\"," + From + "}")]
    [InlineData("{\"type\":\"message\",\"channelData\":{\"clientActivityID\":\"\\ud800\"}," + From + "}")]
    public async Task What_is_no_activity_is_refused_and_nothing_is_kept(string body)
    {
        var client = await Opens(host);
        var before = await client.ReadsUntil(read => read.Answered().Count == 1);

        await Refused(400, "BadArgument", client.SendsRaw(body));

        Assert.Equal(before.Count, (await client.Reads()).GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused()
    {
        var client = await Opens(host);
        var deep = new string('[', 5000) + new string(']', 5000);

        await Refused(400, "BadArgument", client.SendsRaw($$"""{"type":"message",{{From}},"value":{{deep}}}"""));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var client = await Opens(host);
        var body = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xff, 0xfe, .. "\"}"u8]);

        await Refused(
            400,
            "BadArgument",
            client.Calls(HttpMethod.Post, $"/conversations/{client.Conversation}/activities", body)
        );
    }

    [Fact]
    public async Task A_megabyte_is_too_large()
    {
        var client = await Opens(host);

        await Refused(413, "RequestEntityTooLarge", client.Says(new string('가', 1 << 20)));
        await Refused(413, "RequestEntityTooLarge", client.SendsRaw(new string(' ', 1 << 20)));
        await Refused(
            413,
            "RequestEntityTooLarge",
            client.Calls(
                HttpMethod.Post,
                $"/conversations/{client.Conversation}/activities",
                new Unmeasured(new byte[1 << 20])
            )
        );
        await Refused(
            413,
            "RequestEntityTooLarge",
            client.Posts("/tokens/generate", new { a = new string('a', 1 << 20) })
        );
    }

    [Theory]
    [InlineData("", "fallback/empty")]
    [InlineData(" \t\r\n ", "fallback/empty")]
    [InlineData("\0\u0001\u001b[31m\u007f\u0085", null)]
    [InlineData("😀😀😀👍🏽👨‍👩‍👧‍👦", null)]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(1)>", null)]
    [InlineData("{{text}} {{#each this}} ' OR 1=1; DROP TABLE transcript; --", null)]
    [InlineData("\u202e\u200b\ufeff\ufffd\uffff", null)]
    [InlineData("\u1100\u1161\u11a8 ㅋㅋㅋㅋ ㅠㅠ", null)]
    public async Task Odd_words_get_an_answer(string text, string? reply)
    {
        var client = await Opens(host);

        var id = await IdOf(await client.Says(text));

        var read = await client.ReadsUntil(read => read.Answered().Contains(id));
        var name = read.First(activity => activity.ReplyTo() == id).GetProperty("channelData").GetProperty("reply");
        Assert.NotEqual("fallback/failed", name.GetString());
        if (reply is not null)
            Assert.Equal(reply, name.GetString());
    }

    [Fact]
    public async Task Twenty_thousand_characters_are_answered()
    {
        var client = await Opens(host);
        string[] texts =
        [
            new('가', 20_000),
            string.Concat(Enumerable.Repeat("토지 있어요? ", 2500)),
            new('1', 20_000),
            string.Concat(Enumerable.Repeat("a@", 10_000)),
        ];
        foreach (var text in texts)
        {
            var id = await IdOf(await client.Says(text));
            var read = await client.ReadsUntil(read => read.Answered().Contains(id));
            var reply = read.First(activity => activity.ReplyTo() == id).GetProperty("channelData");
            Assert.Matches("fallback/too-long|personal-number/masked", reply.GetProperty("reply").GetString());
        }
    }

    [Fact]
    public async Task What_needs_no_answer_is_accepted_and_not_kept()
    {
        var client = await Opens(host);
        var before = await client.ReadsUntil(read => read.Answered().Count == 1);

        foreach (var type in (string[])["typing", "event", "conversationUpdate"])
            Assert.StartsWith(
                client.Conversation,
                await IdOf(await client.Sends(new { type, from = new { id = "a" } }))
            );

        Assert.Equal(before.Count, (await client.Reads()).GetProperty("activities").GetArrayLength());
    }

    /// <summary>A body that does not say how long it is.</summary>
    private sealed class Unmeasured(byte[] bytes) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            stream.WriteAsync(bytes, 0, bytes.Length);

        protected override bool TryComputeLength(out long length) => (length = -1) >= 0;
    }
}
