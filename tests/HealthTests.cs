using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bupyeong.Chatbot.Storage;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests;

/// <summary>What the host says of itself, and when it refuses to start.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_host_that_works_is_alive_and_ready()
    {
        await using var host = new LibraryHost();

        Assert.Equal(HttpStatusCode.OK, (await Get(host, "/healthz")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Get(host, "/readyz")).StatusCode);
        Assert.Equal("", await AwayParts(host));
    }

    [Fact]
    public async Task Without_the_library_system_it_is_alive_and_not_ready()
    {
        await using var host = new LibraryHost().With("Circulation:System", "Offline");

        Assert.Equal(HttpStatusCode.OK, (await Get(host, "/healthz")).StatusCode);
        Assert.Equal("librarySystem", await AwayParts(host));
    }

    [Fact]
    public async Task A_library_system_that_does_not_answer_is_away()
    {
        var library = new UnsteadyLibrary();
        await using var host = new LibraryHost(change: library.StandsIn);
        library.IsDown = true;

        Assert.Equal("librarySystem", await AwayParts(host));
    }

    [Fact]
    public async Task Without_its_store_it_is_alive_and_not_ready()
    {
        await using var host = new LibraryHost();
        var file = host.Get<Database>().File;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Move(file, file + ".away");
        Directory.CreateDirectory(file);

        Assert.Equal(HttpStatusCode.OK, (await Get(host, "/healthz")).StatusCode);
        Assert.Equal("store", await AwayParts(host));
    }

    [Theory]
    [InlineData("Circulation:System", "Aleph")]
    [InlineData("Conversations:SignOutAfterMinutes", "0")]
    [InlineData("Conversations:WaitForPersonMinutes", "-5")]
    [InlineData("Proxies:0", "not-an-address")]
    [InlineData("Telemetry:Endpoint", "not an address")]
    public async Task A_setting_that_cannot_be_meant_stops_the_start_by_its_name(string setting, string value)
    {
        await using var host = new LibraryHost().With(setting, value);

        var refusal = Assert.ThrowsAny<Exception>(() => host.Services);

        Assert.Contains(setting.Replace(":0", "", StringComparison.Ordinal), refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<string> AwayParts(LibraryHost host)
    {
        var answer = await Get(host, "/readyz");
        var parts = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        var away = parts.EnumerateObject().Where(part => !part.Value.GetBoolean()).Select(part => part.Name).ToList();
        Assert.Equal(away.Count == 0, answer.StatusCode is HttpStatusCode.OK);
        Assert.Equal(away.Count > 0, answer.StatusCode is HttpStatusCode.ServiceUnavailable);
        return string.Join(' ', away);
    }

    private static Task<HttpResponseMessage> Get(LibraryHost host, string path) =>
        host.CreateClient().GetAsync(path, TestContext.Current.CancellationToken);
}
