namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>A sentence encoder that gives no vectors now. The message has no word of what was asked.</summary>
/// <param name="message">What happened.</param>
/// <param name="inner">What it came of, if anything.</param>
/// <param name="isLasting">Asked again it would refuse again, as with a wrong key or model.</param>
/// <param name="retryAfter">How long it asked to be left alone.</param>
internal sealed class EmbeddingsUnavailableException(
    string message,
    Exception? inner = null,
    bool isLasting = false,
    TimeSpan? retryAfter = null
) : Exception(message, inner)
{
    public bool IsLasting { get; } = isLasting;
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
