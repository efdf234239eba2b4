namespace Bupyeong.Chatbot.Search;

/// <summary>Texts as vectors of their meaning, by a model that is named so that a change of it is noticed.</summary>
public sealed record TextEmbedding(
    string Model,
    Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<float[]>>> VectorsOf
);
