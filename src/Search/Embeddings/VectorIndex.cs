using System.Numerics.Tensors;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>
/// Documents by the vectors of their texts. Every vector is compared, so what is found is exactly what is nearest; a
/// document is as near as the nearest of its texts.
/// </summary>
internal sealed class VectorIndex
{
    /// <summary>So many documents are one piece of work: enough to be worth a thread, few enough that all end together.</summary>
    private const int DocumentsOfPiece = 2048;

    private readonly SearchDocument[] documents;
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly VectorTable table;

    private VectorIndex(SearchDocument[] documents, int[] starts, int[] rows, VectorTable table)
    {
        this.documents = documents;
        this.starts = starts;
        this.rows = rows;
        this.table = table;
    }

    /// <summary>The documents of which the table knows a text; null when it knows none.</summary>
    public static VectorIndex? Of(
        IEnumerable<(SearchDocument Document, EmbeddedText[] Texts)> documents,
        VectorTable table
    )
    {
        var (known, starts, rows) = (new List<SearchDocument>(), new List<int>(), new List<int>());
        foreach (var (document, texts) in documents)
        {
            var start = rows.Count;
            foreach (var text in texts)
            {
                if (table.RowOf(text.Key) is { } row)
                    rows.Add(row);
            }
            if (rows.Count == start)
                continue;
            known.Add(document);
            starts.Add(start);
        }
        starts.Add(rows.Count);
        return known is [] ? null : new VectorIndex([.. known], [.. starts], [.. rows], table);
    }

    /// <summary>The documents whose texts, but for one, point most the same way, nearest first; the score is the cosine.</summary>
    public IReadOnlyList<SearchHit> Nearest(
        float[] question,
        int max,
        SearchFilter? within = null,
        UInt128? except = null
    )
    {
        if (max < 1 || question.Length != table.Dimensions)
            return [];
        var passedOver = except is { } key ? table.RowOf(key) : null;
        var pieces = (documents.Length + DocumentsOfPiece - 1) / DocumentsOfPiece;
        var found = new PriorityQueue<int, float>[pieces];
        if (pieces == 1)
            found[0] = Within(0);
        else
            Parallel.For(0, pieces, piece => found[piece] = Within(piece));
        return
        [
            .. found
                .SelectMany(piece => piece.UnorderedItems)
                .OrderByDescending(hit => hit.Priority)
                .ThenBy(hit => hit.Element)
                .Take(max)
                .Select(hit => new SearchHit(documents[hit.Element].Id, hit.Priority)),
        ];

        PriorityQueue<int, float> Within(int piece) =>
            NearestWithin(question, max, piece * DocumentsOfPiece, (within, passedOver));
    }

    private PriorityQueue<int, float> NearestWithin(
        ReadOnlySpan<float> question,
        int max,
        int first,
        (SearchFilter? Filter, int? PassedOver) within
    )
    {
        var end = Math.Min(documents.Length, first + DocumentsOfPiece);
        var nearest = new PriorityQueue<int, float>();
        for (var document = first; document < end; document++)
        {
            if (within.Filter?.Admits(documents[document]) is false)
                continue;
            var likeness = float.MinValue;
            for (var text = starts[document]; text < starts[document + 1]; text++)
            {
                if (rows[text] != within.PassedOver)
                    likeness = Math.Max(likeness, TensorPrimitives.Dot(question, table.At(rows[text])));
            }
            if (likeness == float.MinValue)
                continue;
            if (nearest.Count < max)
                nearest.Enqueue(document, likeness);
            else
                nearest.EnqueueDequeue(document, likeness);
        }
        return nearest;
    }
}
