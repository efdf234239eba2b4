using System.Net;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The files of the pages and of the window: who may load them, how long they are kept, and what is compressed.</summary>
public sealed class WebFilesTests
{
    private const string Home = "https://www.example.kr";
    private const string OfWindow = "/chat/tokens.css";

    [Fact]
    public async Task Files_of_the_window_are_for_pages_of_allowed_origins()
    {
        await using var host = new LibraryHost().With("DirectLine:AllowedOrigins:0", Home);

        Assert.Equal(Home, AllowOrigin(await Get(host, OfWindow, ("Origin", Home))));
        Assert.Null(AllowOrigin(await Get(host, OfWindow, ("Origin", "https://evil.example"))));
        Assert.Null(AllowOrigin(await Get(host, OfWindow, ("Origin", "null"))));
        Assert.Null(AllowOrigin(await Get(host, OfWindow)));
        Assert.Null(AllowOrigin(await Get(host, "/look.css", ("Origin", Home))));
    }

    [Fact]
    public async Task A_cache_keeps_them_apart_by_origin_and_asks_whether_they_have_changed()
    {
        await using var host = new LibraryHost().With("DirectLine:AllowedOrigins:0", Home);

        var first = await Get(host, OfWindow);
        var again = await Get(host, OfWindow, ("If-None-Match", first.Headers.ETag!.ToString()), ("Origin", Home));

        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.False(first.Headers.CacheControl.NoStore);
        Assert.Contains("Origin", first.Headers.Vary);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(Home, AllowOrigin(again));
    }

    [Theory]
    [InlineData("/chat/tokens.css", "text/css", "gzip")]
    [InlineData("/sign-in.js", "text/javascript", "gzip")]
    [InlineData("/audiences.svg", "image/svg+xml", "gzip")]
    public async Task Scripts_styles_and_pictures_are_compressed(string path, string type, string encoding)
    {
        await using var host = new LibraryHost();

        var answer = await Get(host, path, ("Accept-Encoding", encoding));

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/knowledge")]
    [InlineData("/chat/today")]
    public async Task What_may_hold_words_of_somebody_is_not_compressed(string path)
    {
        await using var host = new LibraryHost();

        var answer = await Get(host, path, ("Accept-Encoding", "gzip, br"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("/chat/..%2F..%2Fappsettings.json")]
    [InlineData("/chat/")]
    [InlineData("/chat")]
    [InlineData("/index.html")]
    public async Task What_is_no_file_is_not_found(string path)
    {
        await using var host = new LibraryHost();

        Assert.Equal(HttpStatusCode.NotFound, (await Get(host, path)).StatusCode);
    }

    private static async Task<HttpResponseMessage> Get(
        LibraryHost host,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        var call = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            call.Headers.TryAddWithoutValidation(name, value);
        return await host.CreateClient().SendAsync(call, TestContext.Current.CancellationToken);
    }

    private static string? AllowOrigin(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
}
