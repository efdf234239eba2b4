using Microsoft.Extensions.AI;
using Microsoft.ML.OnnxRuntime;
using SessionOptions = Microsoft.ML.OnnxRuntime.SessionOptions;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>A sentence encoder that runs inside this process, by the model.onnx of a folder and the vocabulary beside it.</summary>
internal sealed class OnnxEncoder : IEmbeddingGenerator<string, Embedding<float>>
{
    public const string ModelFile = "model.onnx";
    private const string Setting = $"{EmbeddingSettings.Section}:{nameof(EmbeddingSettings.Folder)}";

    private readonly EmbeddingSettings settings;
    private readonly InferenceSession session;
    private readonly IEncoderTokenizer tokenizer;
    private readonly string output;
    private readonly RunOptions options = new();

    private OnnxEncoder(EmbeddingSettings settings, InferenceSession session, IEncoderTokenizer tokenizer)
    {
        this.settings = settings;
        this.session = session;
        this.tokenizer = tokenizer;
        output = OnnxShape.Check(session, ModelPath(settings), settings.Output);
    }

    /// <summary>What makes vectors come out as they do: the model, whatever lies beside it under its name, and the vocabulary.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(settings.Folder, $"{ModelFile}*").Append(tokenizer.File).Order(StringComparer.Ordinal);

    /// <exception cref="InvalidDataException">Names the setting and the file that is missing or wrong.</exception>
    public static OnnxEncoder Open(EmbeddingSettings settings)
    {
        var model = ModelPath(settings);
        if (!File.Exists(model))
            throw new InvalidDataException($"{Setting}: there is no file {model}.");
        var tokenizer = TokenizerOf(settings.Folder);
        var session = SessionOf(settings, model);
        try
        {
            var encoder = new OnnxEncoder(settings, session, tokenizer);
            encoder.Try();
            return encoder;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var made = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var batch in values.Chunk(settings.BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            made.AddRange(Encode(batch).Select(vector => new Embedding<float>(vector)));
        }
        return Task.FromResult(made);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        options.Dispose();
        session.Dispose();
    }

    private float[][] Encode(string[] texts)
    {
        var rows = Array.ConvertAll(texts, text => tokenizer.Encode(text, settings.LongestSequence));
        try
        {
            return Run(rows);
        }
        catch (OnnxRuntimeException failure)
        {
            throw new EmbeddingsUnavailableException("The model could not be run.", failure);
        }
    }

    private float[][] Run(IReadOnlyList<int>[] rows)
    {
        var width = rows.Max(row => row.Count);
        var inputs = new Dictionary<string, OrtValue>();
        try
        {
            foreach (var name in session.InputMetadata.Keys)
                inputs[name] = OrtValue.CreateTensorValueFromMemory(Input(name, rows, width), [rows.Length, width]);
            using var outputs = session.Run(options, inputs, [output]);
            return OnnxShape.Pooled(outputs[0], [.. rows.Select(row => row.Count)], settings.Pooling);
        }
        finally
        {
            foreach (var input in inputs.Values)
                input.Dispose();
        }
    }

    /// <summary>Row after row, each filled up to the width of the longest; of one text alone every type is 0.</summary>
    private long[] Input(string name, IReadOnlyList<int>[] rows, int width)
    {
        var values = new long[rows.Length * width];
        if (name is OnnxShape.Types)
            return values;
        if (name is OnnxShape.Ids)
            Array.Fill(values, tokenizer.Padding);
        for (var row = 0; row < rows.Length; row++)
        for (var place = 0; place < rows[row].Count; place++)
            values[row * width + place] = name is OnnxShape.Ids ? rows[row][place] : 1;
        return values;
    }

    /// <summary>
    /// One sentence before the first resident's, and one as long as any will be: a model that does not fit its vocabulary
    /// or the settings stops the start.
    /// </summary>
    private void Try()
    {
        var vector = Try("도서관은 오늘 몇 시까지 해요?", Setting);
        if (settings.Dimensions > 0 && settings.Dimensions != vector.Length)
            throw new InvalidDataException(
                $"{EmbeddingSettings.Section}:{nameof(EmbeddingSettings.Dimensions)} is {settings.Dimensions}, but "
                    + $"{ModelPath(settings)} gives {vector.Length}."
            );
        Try(
            string.Join(' ', Enumerable.Repeat("책", settings.LongestSequence)),
            $"{EmbeddingSettings.Section}:{nameof(EmbeddingSettings.LongestSequence)} {settings.LongestSequence}"
        );
    }

    private float[] Try(string text, string setting)
    {
        try
        {
            return Encode([text])[0];
        }
        catch (EmbeddingsUnavailableException failure)
        {
            var reason = (failure.InnerException ?? failure).Message;
            throw new InvalidDataException($"{setting}: {ModelPath(settings)} cannot be run: {reason}", failure);
        }
    }

    private static string ModelPath(EmbeddingSettings settings) => Path.Combine(settings.Folder, ModelFile);

    private static InferenceSession SessionOf(EmbeddingSettings settings, string model)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = settings.Threads,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        try
        {
            return new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException failure)
        {
            throw new InvalidDataException($"{Setting}: {model} cannot be read: {failure.Message}", failure);
        }
    }

    private static IEncoderTokenizer TokenizerOf(string folder)
    {
        var (pieces, vocabulary, json) = (
            Path.Combine(folder, XlmRobertaTokens.ModelFile),
            Path.Combine(folder, WordPieceTokens.VocabularyFile),
            Path.Combine(folder, WordPieceTokens.TokenizerFile)
        );
        var file = Array.Find([pieces, vocabulary, json], File.Exists);
        try
        {
            return file == pieces ? XlmRobertaTokens.Read(file)
                : file == vocabulary ? WordPieceTokens.ReadVocabulary(file)
                : (file == json ? WordPieceTokens.ReadTokenizer(json) : null)
                    ?? throw new InvalidDataException(
                        $"{Setting}: {folder} has no vocabulary: neither {XlmRobertaTokens.ModelFile} nor "
                            + $"{WordPieceTokens.VocabularyFile} nor a {WordPieceTokens.TokenizerFile} with WordPiece."
                    );
        }
        catch (Exception wrong) when (wrong is not (InvalidDataException or OutOfMemoryException))
        {
            // The libraries refuse a broken vocabulary in many ways.
            throw new InvalidDataException($"{Setting}: {file} cannot be read: {wrong.Message}", wrong);
        }
    }
}
