using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>The encoder that settings mean, and the name under which its vectors are kept.</summary>
internal static class Encoder
{
    /// <exception cref="InvalidDataException">Names the setting and the file that is missing or wrong.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> Open(EmbeddingSettings settings) =>
        settings.Source is EmbeddingSource.Onnx ? OnnxEncoder.Open(settings) : new OpenAiEncoder(settings);

    /// <summary>The hash of everything that makes a passage's vector what it is: with another, all are embedded anew.</summary>
    public static string NameOf(IEmbeddingGenerator<string, Embedding<float>> encoder, EmbeddingSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var meant =
            $"{settings.Source}\n{settings.Address}\n{settings.Model}\n{settings.Dimensions}\n{settings.Pooling}\n"
            + $"{settings.Output}\n{settings.LongestSequence}\n{settings.PassagePrefix}";
        hash.AppendData(Encoding.UTF8.GetBytes(meant));
        foreach (var path in (encoder as OnnxEncoder)?.Files ?? [])
        {
            using var file = File.OpenRead(path);
            hash.AppendData(SHA256.HashData(file));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
