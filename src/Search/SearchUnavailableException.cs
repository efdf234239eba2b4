namespace Bupyeong.Chatbot.Search;

/// <summary>The search engine cannot be asked: nothing is known, which is not the same as nothing found.</summary>
public sealed class SearchUnavailableException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The engine answers and the index is not there: it has to be made again.</summary>
    public bool IsGone { get; init; }
}
