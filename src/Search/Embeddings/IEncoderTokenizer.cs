namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>Text as the numbers of its pieces, the way an encoder was trained, with its first and last mark.</summary>
internal interface IEncoderTokenizer
{
    /// <summary>The number that fills a row up.</summary>
    int Padding { get; }

    /// <summary>The vocabulary file it was read from.</summary>
    string File { get; }

    /// <summary>At most so many numbers; what is longer is cut before the last mark.</summary>
    IReadOnlyList<int> Encode(string text, int longest);
}
