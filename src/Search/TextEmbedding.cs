namespace Bupyeong.Chatbot.Search;

/// <summary>Texts as vectors of their meaning, by a model that is named so that a change of it is noticed.</summary>
/// <param name="VectorsOf">A vector for each text, in their order.</param>
public sealed record TextEmbedding(
    string Model,
    Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlyList<float[]>>> VectorsOf
)
{
    /// <summary>The vector of what is asked, in time or not at all; as of any other text where nothing else is said.</summary>
    public Func<string, CancellationToken, float[]?>? VectorOfQuestion { get; init; }

    public Func<bool> IsWell { get; init; } = () => true;
}
