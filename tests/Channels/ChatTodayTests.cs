using System.Net.Http.Json;
using System.Text.Json;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>How many libraries are open now, for the line at the top of the window.</summary>
public sealed class ChatTodayTests
{
    private const string Home = "https://www.example.kr";

    [Theory]
    [InlineData("2026-11-24 10:00", """{"open":6,"until":{"name":"부개도서관","closes":"22:00"},"next":null}""")]
    [InlineData("2026-11-24 20:00", """{"open":3,"until":{"name":"부개도서관","closes":"22:00"},"next":null}""")]
    [InlineData("2026-11-26 19:59", """{"open":4,"until":{"name":"부개도서관","closes":"22:00"},"next":null}""")]
    [InlineData(
        "2026-11-24 22:00",
        """{"open":0,"until":null,"next":{"name":"부개어린이도서관","day":"2026-11-25","opens":"09:00"}}"""
    )]
    [InlineData(
        "2026-11-23 12:00",
        """{"open":0,"until":null,"next":{"name":"부개어린이도서관","day":"2026-11-24","opens":"09:00"}}"""
    )]
    [InlineData("2029-03-07 12:00", """{"open":0,"until":null,"next":null}""")]
    public async Task It_says_how_many_are_open_until_when_or_who_opens_next(string moment, string expected)
    {
        await using var host = new LibraryHost().With("Conversations:SignOutAfterMinutes", "7");
        host.Clock.Set(Clock.Seoul(moment));

        var answer = await Get(host);

        var today = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var told = JsonElement.Parse($"{expected[..^1]},\"signOutAfterMinutes\":7}}");
        Assert.True(JsonElement.DeepEquals(told, today), $"{today}");
    }

    [Fact]
    public async Task It_is_kept_for_a_minute_and_read_by_pages_of_allowed_origins()
    {
        await using var host = new LibraryHost().With("DirectLine:AllowedOrigins:0", Home);

        var answer = await Get(host, Home);
        var stranger = await Get(host, "https://evil.example");

        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.CacheControl!.MaxAge);
        Assert.False(answer.Headers.CacheControl.NoStore);
        Assert.Contains("Origin", answer.Headers.Vary);
        Assert.Equal(Home, answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(stranger.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Contains("Origin", stranger.Headers.Vary);
    }

    private static async Task<HttpResponseMessage> Get(LibraryHost host, string? origin = null)
    {
        var call = new HttpRequestMessage(HttpMethod.Get, "/chat/today");
        if (origin is not null)
            call.Headers.Add("Origin", origin);
        return await host.CreateClient().SendAsync(call, TestContext.Current.CancellationToken);
    }
}
