using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>What goes into a sentence encoder and what comes out: numbers of pieces, and vectors of pieces or of the whole.</summary>
internal static class OnnxShape
{
    public const string Ids = "input_ids";
    public const string Mask = "attention_mask";
    public const string Types = "token_type_ids";

    private const int OfTexts = 2;
    private const int OfPieces = 3;

    /// <summary>The name of the output that is taken.</summary>
    /// <exception cref="InvalidDataException">Names the file and what does not fit.</exception>
    public static string Check(InferenceSession session, string file, string wanted)
    {
        foreach (var (name, input) in session.InputMetadata)
        {
            if (name is not (Ids or Mask or Types))
                throw Wrong(file, $"has an input \"{name}\"; only {Ids}, {Mask} and {Types} are known");
            if (input.ElementDataType is not TensorElementType.Int64)
                throw Wrong(file, $"wants \"{name}\" as {input.ElementDataType}; only Int64 is known");
        }
        if (!session.InputMetadata.ContainsKey(Ids))
            throw Wrong(file, $"has no input \"{Ids}\"");
        var taken = wanted is "" ? session.OutputNames[0] : wanted;
        if (!session.OutputMetadata.TryGetValue(taken, out var output))
            throw new InvalidDataException(
                $"{EmbeddingSettings.Section}:{nameof(EmbeddingSettings.Output)} is \"{wanted}\", but {file} has only "
                    + $"{string.Join(", ", session.OutputNames)}."
            );
        if (output.ElementDataType is not TensorElementType.Float)
            throw Wrong(file, $"gives \"{taken}\" as {output.ElementDataType}; only Float is known");
        if (output.Dimensions.Length is not (OfTexts or OfPieces))
            throw Wrong(file, $"gives \"{taken}\" in rank {output.Dimensions.Length}; it must be 2 or 3");
        return taken;
    }

    /// <summary>A vector of length one for each row; what only fills a row up does not count.</summary>
    public static float[][] Pooled(OrtValue output, int[] lengths, Pooling pooling)
    {
        var shape = output.GetTensorTypeAndShape().Shape;
        var values = output.GetTensorDataAsSpan<float>();
        if (shape.Length is not (OfTexts or OfPieces) || shape[0] != lengths.Length || values.Length == 0)
            throw new EmbeddingsUnavailableException(
                $"The model gave vectors of the shape {string.Join('×', shape)} for {lengths.Length} texts."
            );
        var dimensions = (int)shape[^1];
        var pooled = new float[lengths.Length][];
        for (var row = 0; row < lengths.Length; row++)
        {
            var all = values.Slice(row * (values.Length / lengths.Length), values.Length / lengths.Length);
            var pieces = shape.Length == OfTexts || pooling is Pooling.Cls ? 1 : lengths[row];
            pooled[row] = UnitVector.Of(Sum(all[..(pieces * dimensions)], dimensions));
        }
        return pooled;
    }

    /// <summary>As good as the mean, since only the direction is taken.</summary>
    private static float[] Sum(ReadOnlySpan<float> pieces, int dimensions)
    {
        var sum = pieces[..dimensions].ToArray();
        for (var at = dimensions; at < pieces.Length; at += dimensions)
            TensorPrimitives.Add(sum, pieces.Slice(at, dimensions), sum);
        return sum;
    }

    private static InvalidDataException Wrong(string file, string what) =>
        new($"{EmbeddingSettings.Section}:{nameof(EmbeddingSettings.Folder)}: {file} {what}.");
}
