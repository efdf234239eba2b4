using Bupyeong.Chatbot.Search.Embeddings;

namespace Bupyeong.Chatbot.Search;

/// <summary>The room of the engines, chosen by section "Search".</summary>
public static class SearchRegistration
{
    private const int ThreadsThatMayWait = 64;

    /// <summary>A <see cref="TextEmbedding"/> of the house, when there is one, also finds what means the same.</summary>
    public static void AddSearch(this WebApplicationBuilder builder, string data)
    {
        var options = SearchOptions.From(builder.Configuration, builder.Environment.IsDevelopment());
        if (options.Engine is SearchOptions.Qdrant)
            MakeRoomForWaiting();
        builder.Services.AddSingleton(provider => new SearchEngine(
            options,
            Path.Combine(data, "index"),
            provider.GetRequiredService<ILogger<SearchEngine>>()
        )
        {
            Embedding = provider.GetService<TextEmbedding>(),
            Hybrid = options.Engine is SearchOptions.Qdrant ? null : provider.GetService<HybridSearch>(),
        });
    }

    // A search waits on its thread, and the pool by itself adds only a few in a second.
    private static void MakeRoomForWaiting()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, ThreadsThatMayWait), ports);
    }
}
