using System.Net;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The calls of Direct Line 3.0 as a client makes them.</summary>
public sealed class DirectLineTests(OneHost one) : IClassFixture<OneHost>
{
    private readonly LibraryHost host = one.Host;

    [Fact]
    public async Task Anybody_gets_a_token_for_a_conversation_that_does_not_exist_yet()
    {
        var client = new DirectLineCaller(host);

        var token = await client.Generates();

        Assert.Equal(1800, token.GetProperty("expires_in").GetInt32());
        await Refused(404, "NotFound", client.Gets($"/conversations/{client.Conversation}/activities"));
    }

    [Fact]
    public async Task A_conversation_is_made_once_and_found_again()
    {
        var client = new DirectLineCaller(host);
        await client.Generates();

        var made = await client.Posts("/conversations");
        var found = await client.Posts("/conversations");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (made.StatusCode, found.StatusCode));
        var opened = await Json(made);
        Assert.Equal(client.Conversation, opened.GetProperty("conversationId").GetString());
        Assert.StartsWith("ws://localhost/v3/directline/", opened.GetProperty("streamUrl").GetString());
    }

    [Fact]
    public async Task The_welcome_comes_once_however_often_the_conversation_is_opened()
    {
        var client = new DirectLineCaller(host);
        await client.Generates();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Posts("/conversations")));
        await client.Says("안녕하세요", "first");

        var read = await client.ReadsUntil(read => read.Answered().Count == 2);

        Assert.Single(
            read,
            activity => activity.GetProperty("channelData").ToString().Contains("welcome/", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_conversation_that_is_reconnected_goes_on_after_its_watermark()
    {
        var client = await Opens(host);

        var again = await Json(await client.Gets($"/conversations/{client.Conversation}?watermark=7"));
        var unmarked = await Json(await client.Gets($"/conversations/{client.Conversation}?watermark="));

        Assert.Contains("watermark=7&", again.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal(client.Conversation, unmarked.GetProperty("conversationId").GetString());
    }

    [Fact]
    public async Task Reading_goes_on_after_the_watermark_until_nothing_is_left()
    {
        var client = await Opens(host);
        await client.Says("삼산도서관 전화번호 알려줘");
        await client.ReadsUntil(read => read.Answered().Count == 2);

        var all = await client.Reads();
        var rest = await client.Reads(all.GetProperty("watermark").GetString()!);

        Assert.Empty(rest.GetProperty("activities").EnumerateArray());
        Assert.Equal(all.GetProperty("watermark").GetString(), rest.GetProperty("watermark").GetString());
    }

    [Fact]
    public async Task Reading_without_a_watermark_begins_at_the_beginning()
    {
        var client = await Opens(host);
        await client.ReadsUntil(read => read.Answered().Count == 1);

        foreach (var path in (string[])["activities", "activities?watermark="])
        {
            var set = await Json(await client.Gets($"/conversations/{client.Conversation}/{path}"));
            Assert.NotEmpty(set.GetProperty("activities").EnumerateArray());
        }
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_of_somebody_else_is_refused(string watermark)
    {
        var client = await Opens(host);

        await Refused(
            400,
            "BadArgument",
            client.Gets($"/conversations/{client.Conversation}/activities?watermark={watermark}")
        );
        await Refused(400, "BadArgument", client.Gets($"/conversations/{client.Conversation}?watermark={watermark}"));
    }

    [Fact]
    public async Task A_file_is_refused_and_the_conversation_goes_on()
    {
        var client = await Opens(host);

        await Refused(
            400,
            "UploadNotSupported",
            client.Calls(
                HttpMethod.Post,
                $"/conversations/{client.Conversation}/upload?userId=dl_a",
                new ByteArrayContent([1, 2, 3])
            )
        );
        (await client.Says("안녕")).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("GET", "/nothing/here")]
    [InlineData("DELETE", "/conversations")]
    [InlineData("GET", "/tokens/generate")]
    public async Task A_call_that_the_protocol_does_not_have_is_not_found(string method, string path) =>
        await Refused(404, "NotFound", new DirectLineCaller(host).Calls(new HttpMethod(method), path, null));

    [Fact]
    public async Task The_resident_is_who_the_token_says()
    {
        var client = new DirectLineCaller(host);
        await client.Generates(new { user = new { id = "dl_minji" } });
        await client.Posts("/conversations");
        await client.Sends(
            new
            {
                type = "message",
                text = "안녕하세요",
                from = new { id = "bupyeong", role = "bot" },
            }
        );

        var read = await client.ReadsUntil(read => read.Answered().Count == 2);

        var own = Assert.Single(read, activity => activity.ReplyTo() is null);
        Assert.Equal("dl_minji", own.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("user", own.GetProperty("from").GetProperty("role").GetString());
    }

    [Fact]
    public async Task An_activity_shows_the_reply_s_name_and_what_it_answers()
    {
        var client = await Opens(host);
        var id = await IdOf(await client.Says("고마워요", "a-1"));

        var read = await client.ReadsUntil(read => read.Answered().Contains(id));

        var own = Assert.Single(read, activity => activity.Id() == id);
        Assert.Equal("a-1", own.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        var reply = Assert.Single(read, activity => activity.ReplyTo() == id);
        Assert.StartsWith("thanks/", reply.GetProperty("channelData").GetProperty("reply").GetString());
        Assert.Equal(JsonValueKind.String, reply.GetProperty("text").ValueKind);
    }
}
