using System.Numerics.Tensors;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>Vectors of length one, whose products are the cosines of the angles between them.</summary>
internal static class UnitVector
{
    /// <exception cref="EmbeddingsUnavailableException">The vector has no direction.</exception>
    public static float[] Of(ReadOnlySpan<float> vector)
    {
        var length = TensorPrimitives.Norm(vector);
        if (!float.IsFinite(length) || length == 0)
            throw new EmbeddingsUnavailableException("The encoder gave a vector without a direction.");
        var unit = new float[vector.Length];
        TensorPrimitives.Divide(vector, length, unit);
        return unit;
    }
}
