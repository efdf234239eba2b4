using System.Net.Http.Json;
using System.Text.Json;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Search.Embeddings;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>Another sentence encoder takes the place of the one before: who answers until all texts are embedded anew.</summary>
public sealed class ModelChangeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TaskCompletionSource released = new();

    private string Data => Path.Combine(folder.Path, "data");
    private string Vectors => Path.Combine(Data, "index", "embeddings");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_model_before_answers_until_the_new_one_has_embedded_all()
    {
        await Fill(WriteModel("before", dimensions: 8));
        await using var host = Host(WriteModel("after", dimensions: 6), isHeld: true);

        Assert.NotEmpty(Found(host));
        Assert.Equal("hybrid, embedding 0 %", await StateOf(host));
        Assert.Contains(host.Log.Entries, entry => entry.Message.Contains("the one before", StringComparison.Ordinal));

        released.SetResult();
        await host.Get<HybridSearch>().FilledAsync();
        Assert.NotEmpty(Found(host, "eeee rrrr"));
        Assert.Equal("hybrid", await StateOf(host));
        Assert.Single(Directory.GetFiles(Vectors, "*.vectors"));
        Assert.Single(Directory.GetFiles(Vectors, "*.json"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task When_the_model_before_is_gone_or_is_another_words_answer_until_then(bool isGone)
    {
        var before = WriteModel("before", dimensions: 8);
        await Fill(before);
        if (isGone)
            Directory.Delete(before, recursive: true);
        else
            WriteModel("before", dimensions: 7);
        await using var host = Host(WriteModel("after", dimensions: 6), isHeld: true);

        Assert.Empty(Found(host));
        Assert.Equal("lexical only, embedding 0 %", await StateOf(host));

        released.SetResult();
        await host.Get<HybridSearch>().FilledAsync();
        Assert.NotEmpty(Found(host, "eeee rrrr"));
    }

    [Fact]
    public async Task A_key_is_not_written_beside_the_vectors()
    {
        await using var endpoint = new EmbeddingEndpoint();
        await using var host = new LibraryHost(Data)
            .With("Embeddings:Source", "OpenAi")
            .With("Embeddings:Address", endpoint.Address)
            .With("Embeddings:Model", "tiny")
            .With("Embeddings:Key", "sample-key");
        await host.Get<HybridSearch>().FilledAsync();

        var manifest = await File.ReadAllTextAsync(
            Directory.GetFiles(Vectors, "*.json").Single(),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("tiny", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("sample-key", manifest, StringComparison.Ordinal);
    }

    private async Task Fill(string model)
    {
        await using var host = Host(model, isHeld: false);
        await host.Get<HybridSearch>().FilledAsync();
        Assert.Equal("hybrid", await StateOf(host));
    }

    private LibraryHost Host(string model, bool isHeld) =>
        new LibraryHost(Data, services => Hold(services, isHeld))
            .With("Embeddings:Source", "Onnx")
            .With("Embeddings:Folder", model);

    /// <summary>Questions are answered at once, passages when they are released.</summary>
    private void Hold(IServiceCollection services, bool isHeld)
    {
        if (isHeld)
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => new HeldEncoder(
                OnnxEncoder.Open(provider.GetRequiredService<EmbeddingSettings>()),
                released.Task
            ));
    }

    private string WriteModel(string name, int dimensions)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
        string[] words = [.. "[PAD] [UNK] [CLS] [SEP] [MASK] 연체 ##하 대출 ? 책".Split(' ')];
        File.WriteAllLines(Path.Combine(place, "vocab.txt"), words);
        new TinyEncoder(TinyEncoder.Rows(words.Length, dimensions)).WriteTo(place);
        return place;
    }

    /// <summary>By words that no entry has; to a model all that it does not know is alike.</summary>
    private static IReadOnlyList<(KnowledgeEntry Entry, double Score)> Found(
        LibraryHost host,
        string unknown = "qqqq wwww"
    ) => host.Get<PublishedKnowledge>().Current.Rank(unknown, host.Get<KnowledgeStore>().Today, 5);

    private static async Task<string?> StateOf(LibraryHost host)
    {
        var parts = await host.CreateClient()
            .GetFromJsonAsync<JsonElement>("/readyz", TestContext.Current.CancellationToken);
        return parts.GetProperty("embeddings").GetString();
    }

    private sealed class HeldEncoder(IEmbeddingGenerator<string, Embedding<float>> encoder, Task released)
        : DelegatingEmbeddingGenerator<string, Embedding<float>>(encoder)
    {
        public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values,
            EmbeddingGenerationOptions? options = null,
            CancellationToken cancellationToken = default
        )
        {
            if (values.Skip(1).Any())
                await released.WaitAsync(cancellationToken);
            return await base.GenerateAsync(values, options, cancellationToken);
        }
    }
}
