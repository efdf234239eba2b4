using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>The whole house over Qdrant, and the command that copies what it holds.</summary>
public sealed class QdrantHostTests : IAsyncDisposable
{
    private const string Key = "the-right-key-of-the-library";
    private readonly QdrantDouble qdrant = new(Key);

    public async ValueTask DisposeAsync()
    {
        await qdrant.DisposeAsync();
        Assert.Empty(qdrant.Mistakes);
    }

    [Fact]
    public async Task Residents_are_answered_from_Qdrant_told_when_it_is_away_and_answered_again()
    {
        await using var host = Host().With("Search:KeepEmbedded", "false");
        var resident = await Resident.ComesTo(host);
        await AsksForABook(resident);
        Assert.Equal("", await AwayParts(host));
        Assert.Equal(["bupyeong-catalog", "bupyeong-knowledge"], qdrant.Store.Aliases.Keys.Order());

        await qdrant.KillAsync();
        await resident.Says("불편한 편의점 있어요?");
        resident.Hears("fallback/search-down");
        Assert.Equal("searchEngine", await AwayParts(host));

        qdrant.Revive();
        await QdrantPlace.Until(host.Get<SearchEngine>().Answers);
        await AsksForABook(resident);
    }

    [Fact]
    public async Task Residents_hear_nothing_of_it_when_the_embedded_index_is_kept()
    {
        await qdrant.KillAsync();
        await using var host = Host();
        var resident = await Resident.ComesTo(host);
        await AsksForABook(resident);
        Assert.Equal("", await AwayParts(host));
        Assert.Equal(
            "away, the embedded index answers",
            (await Parts(host)).Parts.GetProperty("searchEngine").GetString()
        );
    }

    [Theory]
    [InlineData("삼산도서관 몇 시까지 하는지 알려주시고 불편한 편의점 있는지도 알려주세요", "branch-hours/open-until")]
    [InlineData("불편한 편의점 있는지 알려주시고 삼산도서관 몇 시까지 하는지도 알려주세요", null)]
    public async Task The_first_of_two_wishes_is_answered_when_the_second_cannot_be(string text, string? first)
    {
        await using var host = Host().With("Search:KeepEmbedded", "false");
        var resident = await Resident.ComesTo(host);
        await qdrant.KillAsync();

        await resident.Says(text);

        string?[] heard = [first, "fallback/search-down"];
        resident.Hears([.. heard.OfType<string>()]);
    }

    [Fact]
    public async Task A_host_whose_key_is_refused_does_not_start()
    {
        await using var host = Host().With("Search:ApiKey", "another");
        var refusal = Assert.ThrowsAny<Exception>(() => host.Services);
        Assert.Contains("Search:ApiKey", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshots_are_made_listed_and_put_back()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal((0, ""), await Runs(folder, "create"));
        await using (var place = new QdrantPlace())
        {
            place.Options = place.Options with { Address = qdrant.Address, ApiKey = Key };
            place.Open(new IndexContent("knowledge", SearchIndexContract.Fields, SearchIndexContract.Books));
        }

        var (made, name) = await Runs(folder, "create");
        Assert.Equal(0, made);
        Assert.StartsWith("bupyeong-knowledge-", name, StringComparison.Ordinal);
        Assert.StartsWith($"{name}\t", (await Runs(folder, "list")).Output, StringComparison.Ordinal);

        qdrant.Store.Clear();
        Assert.Equal(0, (await Runs(folder, "restore", name)).Code);
        Assert.Equal(5, qdrant.Store.Named("bupyeong-knowledge").Points.Count);
    }

    [Fact]
    public async Task A_visit_with_a_store_of_its_own_touches_nothing_there()
    {
        using var folder = new TemporaryFolder();
        var questions = Path.Combine(folder.Path, "questions.jsonl");
        await File.WriteAllTextAsync(
            questions,
            """{"question":"오늘 날씨 어때","slug":null}""",
            TestContext.Current.CancellationToken
        );
        var (code, _, error) = await CommandProcess.RunAsync(
            Path.Combine(folder.Path, "data"),
            ["evaluate", "answers", "--questions", questions, .. Settings()]
        );
        Assert.True(code == 0, error);
        Assert.Empty(qdrant.Calls);
    }

    [Theory]
    [InlineData("not a name such as", "restore", "knowledge")]
    [InlineData("does not exist", "restore", "bupyeong-knowledge-0123456789abcdef/none.snapshot")]
    [InlineData("usage:", "remove")]
    [InlineData("Search:Engine is not", "list", "Search:Engine=Lucene")]
    [InlineData("Search:ApiKey", "list", "Search:ApiKey=another")]
    public async Task What_cannot_be_done_is_said_and_changes_nothing(string why, params string[] words)
    {
        using var folder = new TemporaryFolder();
        var (code, _, error) = await Command(folder, words);
        Assert.Equal(2, code);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.Empty(qdrant.Store.Collections);
    }

    private static async Task AsksForABook(Resident resident)
    {
        await resident.Says("불편한 편의점 있어요?");
        Assert.Contains("불편한 편의점", resident.Heard[0].Shown, StringComparison.Ordinal);
    }

    private LibraryHost Host() =>
        new LibraryHost()
            .With("Search:Engine", "Qdrant")
            .With("Search:Address", qdrant.Address)
            .With("Search:ApiKey", Key)
            .With("Search:QueryMilliseconds", "20000")
            .With("Search:RestMilliseconds", "500");

    private async Task<(int Code, string Output)> Runs(TemporaryFolder folder, params string[] words)
    {
        var (code, output, error) = await Command(folder, words);
        Assert.Equal("", error);
        return (code, output.Trim());
    }

    private Task<(int Code, string Output, string Error)> Command(TemporaryFolder folder, string[] words) =>
        CommandProcess.RunAsync(folder.Path, ["search", "snapshots", .. Settings(), .. words]);

    private string[] Settings() => ["Search:Engine=Qdrant", $"Search:Address={qdrant.Address}", $"Search:ApiKey={Key}"];

    private static async Task<string> AwayParts(LibraryHost host)
    {
        var (status, parts) = await Parts(host);
        var away = parts.EnumerateObject().Where(part => part.Value.ValueKind is JsonValueKind.False).ToList();
        Assert.Equal(away.Count == 0, status is HttpStatusCode.OK);
        return string.Join(' ', away.Select(part => part.Name));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Parts)> Parts(LibraryHost host)
    {
        var answer = await host.CreateClient().GetAsync("/readyz", TestContext.Current.CancellationToken);
        var parts = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (answer.StatusCode, parts);
    }
}
