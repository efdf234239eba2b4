using Microsoft.Extensions.AI;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>The sentence encoder of the settings, in the house; without one nothing is registered.</summary>
internal static class EmbeddingsRegistration
{
    /// <summary>Vectors are kept under the data folder, beside the index of words.</summary>
    public static IServiceCollection AddEmbeddings(
        this IServiceCollection services,
        IConfiguration configuration,
        bool isDevelopment,
        string data
    )
    {
        var settings = EmbeddingSettings.Read(configuration, isDevelopment);
        if (settings.Source is EmbeddingSource.None)
            return services;
        return services
            .AddSingleton(settings)
            .AddSingleton(_ => Encoder.Open(settings))
            .AddSingleton<EmbeddingModel>()
            .AddSingleton(provider => Embedding(provider, settings))
            .AddSingleton(provider => SearchOf(provider, Path.Combine(data, "index", "embeddings")));
    }

    /// <summary>Tried before anybody asks: a model that is wrong stops the start.</summary>
    private static TextEmbedding Embedding(IServiceProvider provider, EmbeddingSettings settings)
    {
        var model = provider.GetRequiredService<EmbeddingModel>();
        model.Try();
        var encoder = provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();
        return new(
            Encoder.NameOf(encoder, settings),
            async (texts, cancellation) => await model.OfPassagesAsync(texts, cancellation)
        )
        {
            VectorOfQuestion = (text, _) => model.OfQuestion(text),
            IsWell = () => model.IsWell,
        };
    }

    private static HybridSearch SearchOf(IServiceProvider provider, string folder)
    {
        var model = provider.GetRequiredService<TextEmbedding>().Model;
        return ActivatorUtilities.CreateInstance<HybridSearch>(provider, new VectorFile(folder, model));
    }
}
