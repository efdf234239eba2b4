namespace Bupyeong.Chatbot.Search;

/// <summary>Texts that are searched by their words, by any number of threads; what is in it never changes.</summary>
public interface ISearchIndex : IDisposable
{
    int Count { get; }

    /// <summary>Documents that share words or parts of words with the text, best first.</summary>
    IReadOnlyList<SearchHit> Search(string text, int max, SearchFilter? within = null);

    /// <summary>Documents whose spelled fields look like the text: for when the words themselves found nothing.</summary>
    IReadOnlyList<SearchHit> SearchSpelling(string text, int max, SearchFilter? within = null);
}
