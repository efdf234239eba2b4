using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.DirectLineCaller;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The door as it is set up: the secret, the origins and the address.</summary>
public sealed class DirectLineSettingsTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private const string Home = "https://www.example.kr";

    [Fact]
    public async Task The_secret_opens_every_conversation_and_is_no_token()
    {
        await using var host = new LibraryHost().With("DirectLine:Secret", Secret);
        var resident = await Opens(host);
        var server = new DirectLineCaller(host) { Token = Secret };

        var started = await Json(await server.Posts("/conversations", new { user = new { id = "dl_server" } }));
        await Json(await server.Gets($"/conversations/{resident.Conversation}/activities"));
        await Json(await server.Gets($"/conversations/{started.GetProperty("conversationId")}"));

        await Refused(403, "Forbidden", server.Posts("/tokens/refresh"));
        server.Token = Secret[..^1] + "g";
        await Refused(403, "Forbidden", server.Posts("/conversations"));
    }

    [Fact]
    public async Task A_secret_that_was_not_set_is_not_accepted()
    {
        await using var host = new LibraryHost();

        await Refused(403, "Forbidden", new DirectLineCaller(host) { Token = Secret }.Posts("/conversations"));
    }

    [Theory]
    [InlineData("DirectLine:Secret", "short")]
    [InlineData("DirectLine:TokenMinutes", "0")]
    [InlineData("DirectLine:TokenMinutes", "soon")]
    [InlineData("DirectLine:TokensPerMinute", "-1")]
    [InlineData("DirectLine:LargestBodyBytes", "0")]
    [InlineData("DirectLine:KeepAliveSeconds", "0")]
    [InlineData("DirectLine:AllowedOrigins:0", "www.example.kr/")]
    [InlineData("DirectLine:PublicUrl", "chat.example.kr")]
    [InlineData("DirectLine:PublicUrl", "ftp://chat.example.kr")]
    public async Task A_setting_that_cannot_be_meant_stops_the_start_by_its_name(string setting, string value)
    {
        await using var host = new LibraryHost().With(setting, value);

        var refusal = Assert.ThrowsAny<Exception>(() => host.Services);

        Assert.Contains(setting.Replace(":0", "", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_trusted_origins_is_of_use_on_those_alone()
    {
        await using var host = new LibraryHost();
        var made = new DirectLineCaller(host);
        await made.Generates(new { trustedOrigins = new[] { Home, "https://m.example.kr" } });

        await Refused(
            403,
            "Forbidden",
            new DirectLineCaller(host) { Token = made.Token, Origin = "https://evil.example" }.Posts("/conversations")
        );
        var trusted = new DirectLineCaller(host) { Token = made.Token, Origin = Home };
        var opened = await Json(await trusted.Posts("/conversations"));

        var again = new DirectLineCaller(host)
        {
            Token = opened.GetProperty("token").GetString(),
            Origin = "https://evil.example",
        };
        await Refused(403, "Forbidden", again.Posts("/tokens/refresh"));
    }

    [Fact]
    public async Task Pages_of_allowed_origins_may_call_and_no_others()
    {
        await using var host = new LibraryHost().With("DirectLine:AllowedOrigins:0", Home);

        Assert.Equal(Home, AllowOrigin(await Preflight(host, Home)));
        Assert.Null(AllowOrigin(await Preflight(host, "https://evil.example")));
        Assert.Null(AllowOrigin(await Preflight(host, "null")));
        var call = new DirectLineCaller(host) { Origin = Home };
        Assert.Equal(Home, AllowOrigin(await call.Posts("/tokens/generate")));
        Assert.Equal(Home, AllowOrigin(await call.Posts("/conversations")));
        Assert.Equal(Home, AllowOrigin(await call.Gets("/nothing")));
        var other = new DirectLineCaller(host) { Origin = "https://evil.example" };
        Assert.Null(AllowOrigin(await other.Posts("/tokens/generate")));
    }

    [Fact]
    public async Task Behind_a_proxy_the_stream_has_the_public_address()
    {
        await using var host = new LibraryHost().With("DirectLine:PublicUrl", "https://chat.example.kr/");
        var client = new DirectLineCaller(host);
        await client.Generates();

        var opened = await Json(await client.Posts("/conversations"));

        Assert.StartsWith("wss://chat.example.kr/v3/", opened.GetProperty("streamUrl").GetString());
    }

    private static async Task<HttpResponseMessage> Preflight(LibraryHost host, string origin)
    {
        using var http = host.CreateClient();
        var call = new HttpRequestMessage(HttpMethod.Options, $"{Api}/tokens/generate");
        call.Headers.Add("Origin", origin);
        call.Headers.Add("Access-Control-Request-Method", "POST");
        call.Headers.Add("Access-Control-Request-Headers", "authorization");
        return await http.SendAsync(call);
    }

    private static string? AllowOrigin(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
}
