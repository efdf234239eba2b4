using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Embeddings;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>The search engine that "evaluate answers --engine" measures, with the settings of the house.</summary>
internal static class EvaluatedEngine
{
    public const string Lucene = "lucene";
    private const string Qdrant = "qdrant";
    private const string Hybrid = "hybrid";

    /// <summary>Opens an index with the engine of that name; the embedded one needs no services.</summary>
    /// <exception cref="InvalidDataException">There is no such engine, or the settings have none that answers.</exception>
    public static Func<IndexContent, ISearchIndex> Of(string name, IServiceProvider? services) =>
        name switch
        {
            Lucene => content => InMemory(content),
            Qdrant => content => OpenQdrant(services!, content),
            Hybrid => content => OpenHybrid(services!, content),
            _ => throw new InvalidDataException($"--engine {name}: it is {Lucene}, {Qdrant} or {Hybrid}."),
        };

    private static LuceneIndex InMemory(IndexContent content) =>
        LuceneIndex.InMemory(content.Fields, content.Documents);

    /// <summary>Under a name of its own: what residents search stays as it is.</summary>
    private static ISearchIndex OpenQdrant(IServiceProvider services, IndexContent content)
    {
        var isDevelopment = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        try
        {
            var read = SearchOptions.From(services.GetRequiredService<IConfiguration>(), isDevelopment);
            var options = read with
            {
                Engine = SearchOptions.Qdrant,
                Prefix = $"{read.Prefix}-evaluate",
                KeepEmbedded = false,
            };
            options.Validate(isDevelopment);
            var engine = new SearchEngine(options, "", NullLogger<SearchEngine>.Instance)
            {
                Embedding = services.GetService<TextEmbedding>(),
            };
            var index = engine.Open(content);
            return index is FallbackIndex { IsOpen: false }
                ? throw new InvalidDataException($"Qdrant does not answer at {options.Address}.")
                : index;
        }
        catch (InvalidOperationException wrong)
        {
            throw new InvalidDataException(wrong.Message, wrong);
        }
    }

    /// <summary>Waits until every text has its vector.</summary>
    private static ISearchIndex OpenHybrid(IServiceProvider services, IndexContent content)
    {
        var hybrid =
            services.GetService<HybridSearch>()
            ?? throw new InvalidDataException("--engine hybrid needs a sentence encoder: Embeddings:Source is None.");
        var index = hybrid.Over(InMemory(content), content.Documents);
        hybrid.FilledAsync().GetAwaiter().GetResult();
        return hybrid.State == "hybrid"
            ? index
            : throw new InvalidDataException("The sentence encoder gives no vectors: see the log.");
    }
}
