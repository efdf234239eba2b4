namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>Where vectors come from.</summary>
public enum EmbeddingSource
{
    None,
    Onnx,
    OpenAi,
}

/// <summary>How the vectors of a text's pieces become one: their mean, or that of the first piece.</summary>
public enum Pooling
{
    Mean,
    Cls,
}

/// <summary>The section "Embeddings": which sentence encoder there is, if any, and how it is asked.</summary>
public sealed record EmbeddingSettings
{
    public const string Section = "Embeddings";

    public EmbeddingSource Source { get; init; }

    /// <summary>The folder of model.onnx and its vocabulary.</summary>
    public string Folder { get; init; } = "";

    public Pooling Pooling { get; init; }

    /// <summary>Which of the model's outputs is taken; empty: the first.</summary>
    public string Output { get; init; } = "";

    /// <summary>How many threads work on one batch; 0: one for each core.</summary>
    public int Threads { get; init; }

    /// <summary>In pieces; what is longer is cut.</summary>
    public int LongestSequence { get; init; } = 512;

    /// <summary>What stands before /v1/embeddings.</summary>
    public string Address { get; init; } = "";

    public string Key { get; init; } = "";

    public string Model { get; init; } = "";

    /// <summary>How long a batch of passages may take at an endpoint.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>How many numbers a vector has; 0: as many as come.</summary>
    public int Dimensions { get; init; }

    public string QueryPrefix { get; init; } = "";

    public string PassagePrefix { get; init; } = "";

    public int BatchSize { get; init; } = 32;

    /// <summary>How long a question waits for its vector before it is answered by its words alone.</summary>
    public int QueryMilliseconds { get; init; } = 1000;

    /// <summary>How long an encoder that failed is left alone.</summary>
    public int RestSeconds { get; init; } = 30;

    /// <summary>The k of reciprocal rank fusion.</summary>
    public int RankConstant { get; init; } = 60;

    /// <exception cref="InvalidOperationException">Names the setting that cannot be meant.</exception>
    public static EmbeddingSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var settings =
            configuration
                .GetSection(Section)
                .Get<EmbeddingSettings>(binder => binder.ErrorOnUnknownConfiguration = true)
            ?? new();
        settings.Check(isDevelopment);
        return settings;
    }

    private void Check(bool isDevelopment)
    {
        Demand(Enum.IsDefined(Source), nameof(Source), "must be None, Onnx or OpenAi");
        Demand(Enum.IsDefined(Pooling), nameof(Pooling), "must be Mean or Cls");
        Demand(Threads >= 0, nameof(Threads), "must not be negative");
        Demand(LongestSequence >= 3, nameof(LongestSequence), "must be 3 or more");
        Demand(TimeoutSeconds > 0, nameof(TimeoutSeconds), "must be 1 or more");
        Demand(Dimensions >= 0, nameof(Dimensions), "must not be negative");
        Demand(BatchSize is > 0 and <= 2048, nameof(BatchSize), "must be between 1 and 2048");
        Demand(QueryMilliseconds > 0, nameof(QueryMilliseconds), "must be 1 or more");
        Demand(RestSeconds > 0, nameof(RestSeconds), "must be 1 or more");
        Demand(RankConstant > 0, nameof(RankConstant), "must be 1 or more");
        if (Source is EmbeddingSource.Onnx)
            Demand(Folder is not "", nameof(Folder), "is empty; it must name the folder of model.onnx");
        if (Source is not EmbeddingSource.OpenAi)
            return;
        Demand(IsAddress(Address), nameof(Address), $"is \"{Address}\"; it must be an http or https address");
        Demand(Model is not "", nameof(Model), "is empty; it must name the model of the endpoint");
        Demand(Key is not "" || isDevelopment, nameof(Key), "is empty; only in Development an endpoint may need none");
        Demand(
            isDevelopment || IsKeptFromOthers(),
            nameof(Address),
            $"is \"{Address}\"; the key must not travel in the clear, so it must be https"
        );
        Demand(Key.All(letter => letter is > ' ' and <= '~'), nameof(Key), "has letters that no header can carry");
    }

    private bool IsKeptFromOthers() => Key is "" || new Uri(Address) is { Scheme: "https" } or { IsLoopback: true };

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static void Demand(bool holds, string name, string what)
    {
        if (!holds)
            throw new InvalidOperationException($"{Section}:{name} {what}.");
    }
}
