using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Embeddings;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>Hybrid search over a folder and an endpoint, as the host puts it together; opened anew it is a restart.</summary>
internal sealed class EmbeddingHouse : IDisposable
{
    private static readonly SearchField[] Fields = [new("title", 3), new("body", 1)];

    private readonly OpenAiEncoder encoder;

    public EmbeddingHouse(string folder, EmbeddingEndpoint endpoint, string model = "tiny", int batch = 2)
    {
        var settings = new EmbeddingSettings
        {
            Source = EmbeddingSource.OpenAi,
            Address = endpoint.Address,
            Model = model,
            BatchSize = batch,
            RestSeconds = 1,
        };
        encoder = new OpenAiEncoder(settings);
        Model = new EmbeddingModel(encoder, settings, TimeProvider.System, Logs.Of<EmbeddingModel>(Log));
        Search = new HybridSearch(
            Model,
            settings,
            new VectorFile(folder, model),
            TimeProvider.System,
            Logs.Of<HybridSearch>(Log)
        );
    }

    public CollectedLog Log { get; } = new();
    public EmbeddingModel Model { get; }
    public HybridSearch Search { get; }

    /// <summary>What words find over the documents, with vectors beside it as soon as they are there.</summary>
    public ISearchIndex Over(params SearchDocument[] documents) =>
        Search.Over(LuceneIndex.InMemory(Fields, documents), documents);

    public static SearchDocument Entry(string id, params string[] texts) =>
        new(id, [.. texts.Select((text, at) => new SearchText(at == 0 ? "title" : "body", text))]);

    public void Dispose()
    {
        Search.Dispose();
        encoder.Dispose();
    }
}
