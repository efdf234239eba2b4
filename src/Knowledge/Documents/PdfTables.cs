using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The tables of a page by the lines that are drawn: rules that cross are one grid.</summary>
internal static class PdfTables
{
    private const double Thin = 3;
    private const double Near = 3;

    /// <summary>More is a drawing.</summary>
    private const int MostRules = 3_000;

    public static IReadOnlyList<PdfGrid> Find(IReadOnlyList<PdfPath> paths)
    {
        List<Rule> rules = [.. paths.SelectMany(RulesOf).Take(MostRules + 1)];
        if (rules.Count > MostRules)
            return [];
        var (across, down) = (rules.FindAll(rule => rule.IsAcross), rules.FindAll(rule => !rule.IsAcross));
        var grids = new List<PdfGrid>();
        var left = new HashSet<Rule>(down, ReferenceEqualityComparer.Instance);
        while (left.FirstOrDefault() is { } first)
        {
            var crossing = new HashSet<Rule>(ReferenceEqualityComparer.Instance) { first };
            var open = new Queue<Rule>(crossing);
            while (open.TryDequeue(out var rule))
            {
                foreach (var other in (rule.IsAcross ? down : across).Where(other => rule.Crosses(other, Near)))
                {
                    if (crossing.Add(other))
                        open.Enqueue(other);
                }
            }
            left.ExceptWith(crossing);
            if (
                PdfGrid.Of(
                    [.. crossing.Where(rule => rule.IsAcross)],
                    [.. crossing.Where(rule => !rule.IsAcross)],
                    Near
                ) is
                { } grid
            )
                grids.Add(grid);
        }
        return grids;
    }

    private static IEnumerable<Rule> RulesOf(PdfPath path)
    {
        if (!path.IsStroked && !path.IsFilled)
            yield break;
        foreach (var subpath in path)
        {
            if (subpath.GetDrawnRectangle() is { } box)
            {
                foreach (var rule in SidesOf(box, path.IsStroked))
                    yield return rule;
            }
            else if (path.IsStroked)
            {
                foreach (var line in subpath.Commands.OfType<PdfSubpath.Line>())
                {
                    if (Rule.Between(line.From, line.To, Thin) is { } rule)
                        yield return rule;
                }
            }
        }
    }

    /// <summary>A thin box is a line that somebody filled; of others the frame counts where it is drawn.</summary>
    private static IEnumerable<Rule> SidesOf(PdfRectangle box, bool isStroked)
    {
        var (width, height) = (box.Right - box.Left, box.Top - box.Bottom);
        if (height <= Thin && width > Thin)
            yield return new(true, (box.Top + box.Bottom) / 2, box.Left, box.Right);
        else if (width <= Thin && height > Thin)
            yield return new(false, (box.Left + box.Right) / 2, box.Bottom, box.Top);
        else if (isStroked && width > Thin)
        {
            yield return new(true, box.Top, box.Left, box.Right);
            yield return new(true, box.Bottom, box.Left, box.Right);
            yield return new(false, box.Left, box.Bottom, box.Top);
            yield return new(false, box.Right, box.Bottom, box.Top);
        }
    }
}

/// <summary>A straight line across or down a page, at a height or a distance, from one end to the other.</summary>
internal sealed record Rule(bool IsAcross, double At, double From, double To)
{
    public static Rule? Between(PdfPoint one, PdfPoint other, double thin) =>
        Math.Abs(one.Y - other.Y) <= thin && Math.Abs(one.X - other.X) > thin
            ? new(true, (one.Y + other.Y) / 2, Math.Min(one.X, other.X), Math.Max(one.X, other.X))
        : Math.Abs(one.X - other.X) <= thin && Math.Abs(one.Y - other.Y) > thin
            ? new(false, (one.X + other.X) / 2, Math.Min(one.Y, other.Y), Math.Max(one.Y, other.Y))
        : null;

    public bool Crosses(Rule other, double near) => Reaches(other.At, near) && other.Reaches(At, near);

    public bool Reaches(double place, double near) => From - near <= place && place <= To + near;
}

/// <summary>Rows and columns between rules; cells without a rule between them are one.</summary>
internal sealed class PdfGrid
{
    private readonly IReadOnlyList<Rule> across;
    private readonly IReadOnlyList<Rule> down;
    private readonly double near;
    private readonly double[] heights;
    private readonly double[] edges;

    private PdfGrid(IReadOnlyList<Rule> across, IReadOnlyList<Rule> down, double near)
    {
        (this.across, this.down, this.near) = (across, down, near);
        heights = [.. Apart(across.Select(rule => rule.At), near).Reverse()];
        // Tables are often open at both sides.
        edges =
        [
            .. Apart(
                down.Select(rule => rule.At).Append(across.Min(rule => rule.From)).Append(across.Max(rule => rule.To)),
                near
            ),
        ];
    }

    /// <summary>Null where the rules frame a text or underline it.</summary>
    public static PdfGrid? Of(IReadOnlyList<Rule> across, IReadOnlyList<Rule> down, double near)
    {
        if (across.Count < 3 || down is [])
            return null;
        var grid = new PdfGrid(across, down, near);
        return grid.heights.Length > 2 && grid.edges.Length > 2 ? grid : null;
    }

    /// <summary>Takes the words that stand in the grid; null when there are none.</summary>
    public PdfTable? Take(List<Word> words, int page)
    {
        var box = new PdfRectangle(edges[0], heights[^1], edges[^1], heights[0]);
        var cells = new Dictionary<(int Row, int Column), List<Word>>();
        foreach (var word in words.FindAll(word => IsIn(box, word.BoundingBox.Centroid)))
        {
            var centre = word.BoundingBox.Centroid;
            var place = OwnerOf(Row(centre.Y), Column(centre.X));
            if (!cells.TryGetValue(place, out var cell))
                cells[place] = cell = [];
            cell.Add(word);
            words.Remove(word);
        }
        return cells.Count == 0
            ? null
            : new(page, box, [.. Enumerable.Range(0, heights.Length - 1).Select(row => RowOf(row, cells))]);
    }

    /// <summary>A cell over several rows is said in each of them; of one over several columns the others stay empty.</summary>
    private List<string> RowOf(int row, Dictionary<(int Row, int Column), List<Word>> cells) =>
        [
            .. Enumerable
                .Range(0, edges.Length - 1)
                .Select(column => (Column: column, Owner: OwnerOf(row, column)))
                .Select(one =>
                    one.Owner.Column == one.Column && cells.TryGetValue(one.Owner, out var words) ? TextOf(words) : ""
                ),
        ];

    private (int Row, int Column) OwnerOf(int row, int column)
    {
        var (height, middle) = ((heights[row] + heights[row + 1]) / 2, (edges[column] + edges[column + 1]) / 2);
        while (column > 0 && !down.Any(rule => Math.Abs(rule.At - edges[column]) <= near && rule.Reaches(height, 0)))
            column--;
        while (row > 0 && !across.Any(rule => Math.Abs(rule.At - heights[row]) <= near && rule.Reaches(middle, 0)))
            row--;
        return (row, column);
    }

    /// <summary>The words of a cell line by line.</summary>
    public static string TextOf(IEnumerable<Word> words)
    {
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(word => word.BoundingBox.Centroid.Y))
        {
            if (lines is [.., [var first, ..] line] && first.BoundingBox.Bottom <= word.BoundingBox.Centroid.Y)
                line.Add(word);
            else
                lines.Add([word]);
        }
        return string.Join(
            ' ',
            lines.SelectMany(line => line.OrderBy(word => word.BoundingBox.Left)).Select(word => word.Text)
        );
    }

    private int Row(double height) =>
        Math.Clamp(Array.FindIndex(heights, edge => edge <= height) - 1, 0, heights.Length - 2);

    private int Column(double place) =>
        Math.Clamp(Array.FindLastIndex(edges, edge => edge <= place), 0, edges.Length - 2);

    private static bool IsIn(PdfRectangle box, PdfPoint point) =>
        box.Left <= point.X && point.X <= box.Right && box.Bottom <= point.Y && point.Y <= box.Top;

    private static IEnumerable<double> Apart(IEnumerable<double> places, double near)
    {
        var last = double.NegativeInfinity;
        foreach (var place in places.Order())
        {
            if (place - last > near)
                yield return last = place;
        }
    }
}
