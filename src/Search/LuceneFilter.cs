using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Bupyeong.Chatbot.Search;

/// <summary>Lucene's view of a <see cref="SearchFilter"/>: the documents that it admits, each asked when it is met.</summary>
internal sealed class LuceneFilter(SearchFilter within, SearchDocument[] marks) : Filter
{
    private static readonly SearchDocument Unmarked = new("", []);

    /// <summary>What the documents can be narrowed by, in the order of their numbers; their texts are not held.</summary>
    public static SearchDocument[] MarksOf(string[] ids, IReadOnlyList<SearchDocument> documents)
    {
        var marked = new Dictionary<string, SearchDocument>();
        foreach (var document in documents)
        {
            if (document is not { Tags: [], From: null, To: null })
                marked[document.Id] = document with { Texts = [] };
        }
        return Array.ConvertAll(ids, id => marked.GetValueOrDefault(id, Unmarked));
    }

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) =>
        new Admitted(context.AtomicReader.MaxDoc, acceptDocs, number => within.Admits(marks[context.DocBase + number]));

    private sealed class Admitted(int count, IBits acceptDocs, Func<int, bool> admits)
        : FieldCacheDocIdSet(count, acceptDocs)
    {
        protected override bool MatchDoc(int doc) => admits(doc);
    }
}
