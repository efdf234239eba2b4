namespace Bupyeong.Chatbot.Search;

/// <summary>Texts that are searched by their words, by any number of threads; what is in it never changes.</summary>
public interface ISearchIndex : IDisposable
{
    int Count { get; }

    /// <summary>Ends when every text has its meaning; null where no model gives any.</summary>
    Task? Meanings => null;

    /// <summary>Documents that share words or parts of words with the text, best first.</summary>
    IReadOnlyList<SearchHit> Search(string text, int max, SearchFilter? within = null);

    /// <summary>Documents whose spelled fields look like the text: for when the words themselves found nothing.</summary>
    IReadOnlyList<SearchHit> SearchSpelling(string text, int max, SearchFilter? within = null);

    /// <summary>Documents by how alike in meaning their nearest text is, from -1 to 1; one that is the very same says nothing.</summary>
    IReadOnlyList<SearchHit> SearchMeaning(string text, int max, SearchFilter? within = null) => [];
}
