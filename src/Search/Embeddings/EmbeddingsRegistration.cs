using System.Security.Cryptography;
using System.Text;
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
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_ =>
                settings.Source is EmbeddingSource.Onnx ? OnnxEncoder.Open(settings) : new OpenAiEncoder(settings)
            )
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
            NameOf(settings, (encoder as OnnxEncoder)?.Files ?? []),
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

    /// <summary>The hash of everything that makes a passage's vector what it is: with another, all are embedded anew.</summary>
    private static string NameOf(EmbeddingSettings settings, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var meant =
            $"{settings.Source}\n{settings.Address}\n{settings.Model}\n{settings.Dimensions}\n{settings.Pooling}\n"
            + $"{settings.Output}\n{settings.LongestSequence}\n{settings.PassagePrefix}";
        hash.AppendData(Encoding.UTF8.GetBytes(meant));
        foreach (var path in files)
        {
            using var file = File.OpenRead(path);
            hash.AppendData(SHA256.HashData(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
