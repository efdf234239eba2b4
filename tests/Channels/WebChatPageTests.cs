using System.Net;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>The official Web Chat, served from a folder that a setting names.</summary>
public sealed class WebChatPageTests : IDisposable
{
    private const string Setting = "WebChat:Folder";
    private readonly string folder = Directory.CreateTempSubdirectory("web-chat-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_setting_or_the_file_it_says_how_to_get_it(bool isSet)
    {
        await using var host = new LibraryHost().With(Setting, isSet ? folder : "");

        var page = await Page.Open(host, "/webchat");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        page.Says("npm install botframework-webchat@4.18.1");
        page.Says(Setting);
        Assert.Equal(HttpStatusCode.NotFound, (await Page.Open(host, "/webchat/webchat.js")).Status);
    }

    [Fact]
    public async Task With_the_file_there_is_the_page_under_a_policy_of_its_own()
    {
        File.WriteAllText(Path.Combine(folder, "webchat.js"), "window.WebChat = {};");
        await using var host = new LibraryHost().With(Setting, folder);
        var http = host.CreateClient();

        var page = await http.GetAsync("/webchat", TestContext.Current.CancellationToken);
        var elsewhere = await http.GetAsync("/", TestContext.Current.CancellationToken);
        var bundle = await http.GetAsync("/webchat/webchat.js", TestContext.Current.CancellationToken);
        var start = await http.GetAsync("/webchat/start.js", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("style-src 'self' 'unsafe-inline'", Policy(page), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(page), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Policy(elsewhere), StringComparison.Ordinal);
        Assert.Equal("text/javascript", bundle.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, start.StatusCode);
    }

    [Theory]
    [InlineData("/webchat/../secret.js")]
    [InlineData("/webchat/..%2Fsecret.js")]
    [InlineData("/webchat/%2e%2e/secret.js")]
    [InlineData("/webchat/notes.json")]
    [InlineData("/webchat/")]
    public async Task Only_the_scripts_of_the_folder_are_served(string path)
    {
        var inner = Directory.CreateDirectory(Path.Combine(folder, "dist")).FullName;
        File.WriteAllText(Path.Combine(folder, "secret.js"), "secret");
        File.WriteAllText(Path.Combine(inner, "notes.json"), "secret");
        await using var host = new LibraryHost().With(Setting, inner);

        var page = await Page.Open(host, path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        page.DoesNotSay("secret");
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_stops_the_start_by_the_name_of_the_setting()
    {
        await using var host = new LibraryHost().With(Setting, Path.Combine(folder, "nowhere"));

        var refusal = Assert.ThrowsAny<Exception>(() => host.Services);

        Assert.Contains(Setting, refusal.Message, StringComparison.Ordinal);
    }

    private static string Policy(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Content-Security-Policy").Single();
}
