using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Embeddings;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>The host with a sentence encoder: what it says of it, and when it refuses to start.</summary>
public sealed class EmbeddingsHostTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_an_encoder_nothing_is_said_of_one()
    {
        await using var host = new LibraryHost();

        Assert.Null(await StateOf(host));
        Assert.Null(host.Services.GetService(typeof(HybridSearch)));
        Assert.False(Directory.Exists(Path.Combine(host.DataFolder, "index", "embeddings")));
    }

    [Fact]
    public async Task With_a_model_beside_it_questions_are_found_by_vectors_too_and_answered_as_before()
    {
        WriteModel();
        await using var plain = new LibraryHost();
        await using var host = WithModel();
        await host.Get<HybridSearch>().FilledAsync();

        Assert.Equal("hybrid", await StateOf(host));
        var today = host.Get<KnowledgeStore>().Today;
        string[] questions = ["몇 권까지 빌릴 수 있어요?", "연체하면 어떻게 돼요?", "화성에 가는 배는 언제 떠나요?"];
        foreach (var question in questions)
            Assert.Equal(
                plain.Get<PublishedKnowledge>().Current.Ask(question, today)?.Entry.Slug,
                host.Get<PublishedKnowledge>().Current.Ask(question, today)?.Entry.Slug
            );
        Assert.Single(Directory.GetFiles(Path.Combine(host.DataFolder, "index", "embeddings"), "*.vectors"));
    }

    [Fact]
    public async Task An_entry_that_only_vectors_find_is_a_candidate_and_is_still_not_told()
    {
        WriteModel();
        await using var host = WithModel();
        await host.Get<HybridSearch>().FilledAsync();
        var (knowledge, today) = (host.Get<PublishedKnowledge>().Current, host.Get<KnowledgeStore>().Today);

        // Words that no entry has; to the model all that it does not know is alike.
        var near = knowledge.Rank("qqqq wwww", today, 5);

        Assert.NotEmpty(near);
        Assert.All(near, hit => Assert.Equal(0, hit.Score));
        Assert.Null(knowledge.Ask("qqqq wwww", today));
        Assert.Empty(knowledge.Nearest("qqqq wwww", today, 3));
    }

    [Fact]
    public async Task An_endpoint_that_dies_is_told_and_the_host_stays_ready()
    {
        await using var endpoint = new EmbeddingEndpoint();
        await using var host = WithEndpoint(endpoint.Address);
        await host.Get<HybridSearch>().FilledAsync();
        Assert.Equal("hybrid", await StateOf(host));

        await endpoint.DisposeAsync();
        var answer = host.Get<PublishedKnowledge>()
            .Current.Ask("몇 권까지 빌릴 수 있어요?", host.Get<KnowledgeStore>().Today);

        Assert.NotNull(answer);
        Assert.Equal("lexical only", await StateOf(host));
    }

    [Fact]
    public async Task An_endpoint_that_is_away_at_the_start_does_not_stop_it()
    {
        await using var host = WithEndpoint("http://127.0.0.1:9");

        Assert.Equal("lexical only, embedding 0 %", await StateOf(host));
        Assert.Contains(host.Log.Entries, entry => entry.Message.Contains("words alone", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task An_endpoint_that_refuses_stops_the_start(int status)
    {
        await using var endpoint = new EmbeddingEndpoint { Instead = EmbeddingEndpoint.Status(status) };

        Stopped(WithEndpoint(endpoint.Address), "Embeddings", "Key", "Model", $"{status}");
    }

    [Fact]
    public async Task Other_dimensions_than_were_set_stop_the_start()
    {
        await using var endpoint = new EmbeddingEndpoint();

        Stopped(WithEndpoint(endpoint.Address).With("Embeddings:Dimensions", "384"), "Dimensions", "4", "384");
    }

    [Theory]
    [InlineData("Embeddings:Source", "Word2Vec")]
    [InlineData("Embeddings:Source", "7")]
    [InlineData("Embeddings:Pooling", "Max")]
    [InlineData("Embeddings:Threads", "-1")]
    [InlineData("Embeddings:LongestSequence", "2")]
    [InlineData("Embeddings:BatchSize", "0")]
    [InlineData("Embeddings:RankConstant", "0")]
    [InlineData("Embeddings:Address", "ftp://127.0.0.1")]
    [InlineData("Embeddings:Address", "")]
    [InlineData("Embeddings:Address", "http://192.0.2.1")]
    [InlineData("Embeddings:Model", "")]
    [InlineData("Embeddings:Modell", "tiny")]
    [InlineData("Embeddings:Key", "of two\nlines")]
    public async Task A_setting_that_cannot_be_meant_stops_the_start_by_its_name(string setting, string value)
    {
        await using var host = WithEndpoint("http://127.0.0.1:9").With(setting, value);
        using var real = host.WithWebHostBuilder(builder => builder.UseEnvironment("Production"));

        Stopped(real, setting.Split(':'));
    }

    [Fact]
    public async Task A_missing_model_stops_the_start()
    {
        await using var host = WithModel();

        Stopped(host, "Embeddings:Folder", "model.onnx");
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Development", false)]
    public async Task Only_in_Development_an_endpoint_may_need_no_key(string environment, bool stops)
    {
        await using var host = WithEndpoint("http://127.0.0.1:9").With("Embeddings:Key", "");
        using var there = host.WithWebHostBuilder(builder => builder.UseEnvironment(environment));

        if (stops)
            Assert.Contains(
                "Embeddings:Key",
                Assert.ThrowsAny<Exception>(() => there.Services).Message,
                StringComparison.Ordinal
            );
        else
            Assert.NotNull(there.Services);
    }

    private LibraryHost WithModel() =>
        new LibraryHost().With("Embeddings:Source", "Onnx").With("Embeddings:Folder", folder.Path);

    private static LibraryHost WithEndpoint(string address) =>
        new LibraryHost()
            .With("Embeddings:Source", "OpenAi")
            .With("Embeddings:Address", address)
            .With("Embeddings:Model", "tiny")
            .With("Embeddings:Key", "sample-key");

    private void WriteModel()
    {
        string[] words = [.. "[PAD] [UNK] [CLS] [SEP] [MASK] 연체 ##하 대출 ? 책".Split(' ')];
        File.WriteAllLines(Path.Combine(folder.Path, "vocab.txt"), words);
        new TinyEncoder(TinyEncoder.Rows(words.Length, 8)).WriteTo(folder.Path);
    }

    private static void Stopped(WebApplicationFactory<Program> host, params string[] words)
    {
        var refusal = Assert.ThrowsAny<Exception>(() => host.Services);
        Assert.All(words, word => Assert.Contains(word, refusal.Message, StringComparison.Ordinal));
    }

    private static async Task<string?> StateOf(LibraryHost host)
    {
        var answer = await host.CreateClient().GetAsync("/readyz", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var parts = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return parts.TryGetProperty("embeddings", out var state) ? state.GetString() : null;
    }
}
