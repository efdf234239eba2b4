using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace Bupyeong.Chatbot.Search;

/// <summary>Documents written as one closed Lucene segment.</summary>
internal static class IndexWriting
{
    public const string IdColumn = "id";

    private static readonly FieldType Terms = TermsWithoutPositions();

    public static void Write(string path, IReadOnlyList<SearchField> fields, IReadOnlyList<SearchDocument> documents)
    {
        using var directory = FSDirectory.Open(path);
        Write(directory, fields, documents);
    }

    public static void Write(
        LuceneDirectory directory,
        IReadOnlyList<SearchField> fields,
        IReadOnlyList<SearchDocument> documents
    )
    {
        var spelled = fields.Where(f => f.Spelled).Select(f => f.Name).ToHashSet();
        using var analyzer = new KoreanAnalyzer();
        var settings = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = OpenMode.CREATE,
            Similarity = new BM25Similarity(),
        };
        using var writer = new IndexWriter(directory, settings);
        foreach (var document in documents)
            writer.AddDocument(FieldsOf(document, spelled));
        writer.ForceMerge(1);
        writer.Commit();
    }

    private static Document FieldsOf(SearchDocument document, HashSet<string> spelled)
    {
        var row = new Document { new BinaryDocValuesField(IdColumn, new BytesRef(document.Id)) };
        foreach (var text in document.Texts.Where(t => t.Text.Length > 0))
        {
            row.Add(new Field(text.Field, text.Text, Terms));
            if (!spelled.Contains(text.Field))
                continue;
            row.Add(new Field(KoreanAnalyzer.InitialsField, text.Text, Terms));
            row.Add(new Field(KoreanAnalyzer.LettersField, text.Text, Terms));
        }
        return row;
    }

    private static FieldType TermsWithoutPositions()
    {
        var type = new FieldType(TextField.TYPE_NOT_STORED) { IndexOptions = IndexOptions.DOCS_AND_FREQS };
        type.Freeze();
        return type;
    }
}
