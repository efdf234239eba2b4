using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>What a token opens, for whom and for how long.</summary>
public sealed class DirectLineTokenTests(OneHost one) : IClassFixture<OneHost>
{
    private readonly LibraryHost host = one.Host;

    [Fact]
    public async Task A_token_is_refreshed_for_the_same_conversation_while_it_lasts()
    {
        var client = await Opens(host);
        host.Clock.Pass(TimeSpan.FromMinutes(29));

        var refreshed = await Json(await client.Posts("/tokens/refresh"));

        Assert.Equal(client.Conversation, refreshed.GetProperty("conversationId").GetString());
        client.Token = refreshed.GetProperty("token").GetString();
        host.Clock.Pass(TimeSpan.FromMinutes(29));
        await client.Reads();
    }

    [Fact]
    public async Task An_expired_token_is_told_apart_and_opens_nothing()
    {
        var client = await Opens(host);
        host.Clock.Pass(TimeSpan.FromMinutes(30));

        await Refused(403, "TokenExpired", client.Gets($"/conversations/{client.Conversation}/activities"));
        await Refused(403, "TokenExpired", client.Says("안녕"));
        await Refused(403, "TokenExpired", client.Posts("/tokens/refresh"));
        await Refused(403, "TokenExpired", client.Posts("/conversations"));
        await Refused(403, "TokenExpired", client.Posts("/tokens/generate"));
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_alone()
    {
        var (mine, other) = (await Opens(host), await Opens(host));
        var path = $"/conversations/{other.Conversation}";

        await Refused(403, "Forbidden", mine.Gets(path));
        await Refused(403, "Forbidden", mine.Gets($"{path}/activities"));
        await Refused(403, "Forbidden", mine.Posts($"{path}/activities", new { type = "message" }));
        await Refused(403, "Forbidden", mine.Posts($"{path}/upload"));
        await Refused(403, "Forbidden", mine.Gets("/conversations/..%2Fkeys/activities"));
    }

    [Fact]
    public async Task A_token_of_another_host_is_refused()
    {
        await using var elsewhere = new LibraryHost();
        var foreign = await Opens(elsewhere);

        var client = new DirectLineCaller(host) { Token = foreign.Token };

        await Refused(403, "Forbidden", client.Posts("/conversations"));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("garbage.garbage.garbage")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJjb252IjoiYSJ9.")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%00%0A")]
    [InlineData("한글")]
    public async Task Garbage_is_no_token(string token)
    {
        using var http = host.CreateClient();
        var call = new HttpRequestMessage(HttpMethod.Post, $"{Api}/conversations");
        call.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");

        await Refused(403, "Forbidden", http.SendAsync(call, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("token")]
    public async Task A_missing_or_malformed_header_is_unauthorised(string? header)
    {
        using var http = host.CreateClient();
        foreach (var path in (string[])["conversations", "tokens/refresh", "conversations/a/activities"])
        {
            var call = new HttpRequestMessage(HttpMethod.Post, $"{Api}/{path}");
            if (header is not null)
                call.Headers.TryAddWithoutValidation("Authorization", header);
            await Refused(401, "Unauthorized", http.SendAsync(call, TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("""{"user":{"id":"minji"}}""")]
    [InlineData("""{"user":{"id":""}}""")]
    [InlineData("""{"user":{"id":"dl_a\nb"}}""")]
    [InlineData("""{"user":{"id":"dl_\ud800"}}""")]
    [InlineData("""{"trustedOrigins":["https://a.kr\nb"]}""")]
    [InlineData("""{"trustedOrigins":["\ud800"]}""")]
    [InlineData("""{"trustedOrigins":[7]}""")]
    [InlineData("""{"trustedOrigins":"https://a.kr"}""")]
    [InlineData("""{"user":"dl_a"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task Token_parameters_that_cannot_be_meant_are_refused(string parameters)
    {
        var client = new DirectLineCaller(host);

        await Refused(
            400,
            "BadArgument",
            client.Calls(HttpMethod.Post, "/tokens/generate", new StringContent(parameters))
        );
    }

    [Fact]
    public async Task A_user_id_of_any_length_or_kind_does_not_come_through()
    {
        var client = new DirectLineCaller(host);

        await Refused(
            400,
            "BadArgument",
            client.Posts("/tokens/generate", new { user = new { id = "dl_" + new string('a', 98) } })
        );
        await client.Generates(new { user = new { id = "dl_" + new string('a', 97) } });
        (await client.Posts("/conversations")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Tokens_and_conversations_are_never_the_same_twice()
    {
        var ids = new HashSet<string>();
        for (var i = 0; i < 200; i++)
        {
            var client = new DirectLineCaller(host);
            await client.Generates();
            Assert.True(ids.Add(client.Conversation) && ids.Add(client.Token!));
            Assert.Equal(22, client.Conversation.Length);
        }
    }
}
