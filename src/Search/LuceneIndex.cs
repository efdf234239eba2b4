using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bupyeong.Chatbot.Search;

/// <summary>The embedded search engine: weighted fields of Korean text, searched by any number of threads.</summary>
public sealed class LuceneIndex : ISearchIndex
{
    private const int LongestQuery = 200;
    private const int MostTerms = 64;
    private const int MostPlaces = 20_000;

    /// <summary>So many documents are looked at in two milliseconds, each once for every term that it has.</summary>
    private const int MostMet = 30_000;

    private static readonly BM25Similarity Similarity = new();

    private readonly IReadOnlyList<SearchField> fields;
    private readonly RAMDirectory directory;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly string[] ids;
    private readonly SearchDocument[] marks;
    private readonly ConcurrentDictionary<(string Field, string Term), TermContext?> places = new();

    private LuceneIndex(
        RAMDirectory directory,
        DirectoryReader reader,
        IReadOnlyList<SearchField> fields,
        IReadOnlyList<SearchDocument> documents
    )
    {
        this.fields = fields;
        this.directory = directory;
        this.reader = reader;
        searcher = new IndexSearcher(reader) { Similarity = Similarity };
        ids = IdsOf(reader);
        marks = LuceneFilter.MarksOf(ids, documents);
    }

    /// <summary>True when the index was written by this call rather than found on disk.</summary>
    public bool WasBuilt { get; private init; }

    public int Count => ids.Length;

    /// <summary>
    /// Opens the index of this content under the folder; builds it when the content has changed or what is there is
    /// broken.
    /// </summary>
    public static LuceneIndex Open(
        string folder,
        IReadOnlyList<SearchField> fields,
        IReadOnlyList<SearchDocument> documents
    )
    {
        var place = new IndexFolder(folder);
        var hash = IndexFolder.HashOf(fields, documents);
        if (place.Find(hash) is { } path)
        {
            if (TryOpen(path, fields, documents) is { } found)
                return found;
            place.Remove(hash);
        }
        path = place.Build(hash, workshop => IndexWriting.Write(workshop, fields, documents));
        return OpenAt(path, fields, documents, wasBuilt: true);
    }

    /// <summary>An index that is kept nowhere, for content that is searched once.</summary>
    public static LuceneIndex InMemory(IReadOnlyList<SearchField> fields, IReadOnlyList<SearchDocument> documents)
    {
        var directory = new RAMDirectory();
        IndexWriting.Write(directory, fields, documents);
        return new LuceneIndex(directory, DirectoryReader.Open(directory), fields, documents) { WasBuilt = true };
    }

    /// <summary>Documents that share words, syllable pairs or, when the query is nothing else, initial consonants.</summary>
    public IReadOnlyList<SearchHit> Search(string text, int max, SearchFilter? within = null)
    {
        var terms = fields.SelectMany(field => TermsOf(field.Name, text, field.Weight));
        if (KoreanTerms.IsInitials(text))
            terms = TermsOf(KoreanAnalyzer.InitialsField, text, weight: 1).Concat(terms);
        return Find(terms, max, within);
    }

    /// <summary>Documents whose spelled fields look like the query: for when the words themselves found nothing.</summary>
    public IReadOnlyList<SearchHit> SearchSpelling(string text, int max, SearchFilter? within = null) =>
        Find(TermsOf(KoreanAnalyzer.LettersField, text, weight: 1), max, within);

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
    }

    private IEnumerable<(TermQuery Query, int Documents)> TermsOf(string field, string text, float weight)
    {
        var start = text.Length > LongestQuery ? text[..LongestQuery] : text;
        foreach (var term in KoreanAnalyzer.Terms(field, start).Distinct().Take(MostTerms))
        {
            if (PlaceOf(field, term) is { } place)
                yield return (new TermQuery(new Term(field, term), place) { Boost = weight }, place.DocFreq);
        }
    }

    /// <summary>Where a term stands in the index, or null when it has none; looked up once, since the index never changes.</summary>
    private TermContext? PlaceOf(string field, string term)
    {
        if (places.TryGetValue((field, term), out var known))
            return known;
        var place = TermContext.Build(searcher.TopReaderContext, new Term(field, term));
        if (place.DocFreq == 0)
            place = null;
        if (places.Count >= MostPlaces)
            places.Clear();
        places[(field, term)] = place;
        return place;
    }

    /// <summary>The rarest terms first, as long as there is work that the search can afford: what most documents have says least.</summary>
    private SearchHit[] Find(IEnumerable<(TermQuery Query, int Documents)> terms, int max, SearchFilter? within)
    {
        var query = new BooleanQuery(disableCoord: true);
        var met = 0;
        foreach (var (term, documents) in terms.OrderBy(term => term.Documents).Take(BooleanQuery.MaxClauseCount))
        {
            met += documents;
            if (met > MostMet && query.Clauses.Count > 0)
                break;
            query.Add(term, Occur.SHOULD);
        }
        if (query.Clauses.Count == 0 || ids.Length == 0 || max < 1)
            return [];
        // In the order of documents: the other way makes a table of 2,048 buckets for every search.
        var collector = TopScoreDocCollector.Create(Math.Min(max, ids.Length), docsScoredInOrder: true);
        searcher.Search(query, within is null ? null : new LuceneFilter(within, marks), collector);
        var found = collector.GetTopDocs().ScoreDocs;
        return Array.ConvertAll(found, hit => new SearchHit(ids[hit.Doc], hit.Score));
    }

    private static LuceneIndex? TryOpen(
        string path,
        IReadOnlyList<SearchField> fields,
        IReadOnlyList<SearchDocument> documents
    )
    {
        try
        {
            return OpenAt(path, fields, documents, wasBuilt: false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A torn file can fail in any way inside Lucene, and the content to build it again is at hand.
            return null;
        }
    }

    private static LuceneIndex OpenAt(
        string path,
        IReadOnlyList<SearchField> fields,
        IReadOnlyList<SearchDocument> documents,
        bool wasBuilt
    )
    {
        var directory = Load(path);
        try
        {
            var reader = DirectoryReader.Open(directory);
            foreach (var leaf in reader.Leaves)
                leaf.AtomicReader.CheckIntegrity();
            return new LuceneIndex(directory, reader, fields, documents) { WasBuilt = wasBuilt };
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    // Read as mapped files, every search leaves weak references behind that cost the collector tens of milliseconds.
    private static RAMDirectory Load(string path)
    {
        using var disk = FSDirectory.Open(path);
        return new RAMDirectory(disk, IOContext.READ_ONCE);
    }

    // Ids come from a column in memory: stored fields would take longer than the search itself.
    private static string[] IdsOf(DirectoryReader reader)
    {
        var ids = new string[reader.MaxDoc];
        if (ids is [])
            return ids;
        var column = MultiDocValues.GetBinaryValues(reader, IndexWriting.IdColumn);
        var bytes = new BytesRef();
        for (var document = 0; document < ids.Length; document++)
        {
            column.Get(document, bytes);
            ids[document] = bytes.Utf8ToString();
        }
        return ids;
    }
}
