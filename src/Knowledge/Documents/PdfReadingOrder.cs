using UglyToad.PdfPig.Core;
using PdfBlock = UglyToad.PdfPig.DocumentLayoutAnalysis.TextBlock;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>
/// The blocks of a page as they are read: from the top to the bottom of a column, and the column at the left first unless
/// something stands across both in between.
/// </summary>
internal static class PdfReadingOrder
{
    /// <summary>More are scattered words, which are read from the top.</summary>
    private const int MostBlocks = 200;

    public static IReadOnlyList<PdfBlock> Of(IEnumerable<PdfBlock> blocks)
    {
        List<PdfBlock> left =
        [
            .. blocks.OrderByDescending(block => block.BoundingBox.Top).ThenBy(block => block.BoundingBox.Left),
        ];
        if (left.Count > MostBlocks)
            return left;
        var all = left.ToList();
        var before = left.ToDictionary(
            block => block,
            block => all.Where(other => other != block && Precedes(other, block, all)).ToHashSet()
        );
        var ordered = new List<PdfBlock>();
        while (left is not [])
        {
            var next = left.Find(block => before[block].Count == 0) ?? left[0];
            ordered.Add(next);
            left.Remove(next);
            foreach (var waiting in before.Values)
                waiting.Remove(next);
        }
        return ordered;
    }

    private static bool Precedes(PdfBlock one, PdfBlock other, List<PdfBlock> all)
    {
        var (box, next) = (one.BoundingBox, other.BoundingBox);
        if (AreInOneColumn(box, next))
            return box.Centroid.Y > next.Centroid.Y;
        return box.Right <= next.Left
            && !all.Exists(between =>
                between != one
                && between != other
                && AreInOneColumn(between.BoundingBox, box)
                && AreInOneColumn(between.BoundingBox, next)
                && IsBetween(between.BoundingBox.Centroid.Y, box.Centroid.Y, next.Centroid.Y)
            );
    }

    private static bool AreInOneColumn(PdfRectangle one, PdfRectangle other) =>
        one.Left < other.Right && other.Left < one.Right;

    private static bool IsBetween(double height, double one, double other) =>
        Math.Min(one, other) < height && height < Math.Max(one, other);
}
