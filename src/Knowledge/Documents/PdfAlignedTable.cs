using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>
/// Lines that may be the rows of a table. In doubt they are none: a table that is told as paragraphs can still be read,
/// and two columns of a page that are told as a table cannot.
/// </summary>
internal sealed partial class PdfAlignedTable(IReadOnlyList<PdfBand> bands, IReadOnlyList<PdfColumn> columns)
{
    /// <summary>In sizes of the letters.</summary>
    private const double Gutter = 0.8;
    private const double Short = 8;
    private const double Wide = 11;
    private const double Slack = 0.6;

    /// <summary>Of rows the share that is enough.</summary>
    private const double Most = 0.75;
    private const double Full = 0.85;
    private const double Closer = 0.85;

    private readonly double size = bands[0].Size;

    public IEnumerable<Word> Words => bands.SelectMany(band => band.Pieces).SelectMany(piece => piece.Words);

    /// <summary>Between them all rows are free, but for the first of many: a head may say one thing of two columns.</summary>
    public static IReadOnlyList<PdfColumn> ColumnsOf(IReadOnlyList<PdfBand> bands)
    {
        var rows = bands.Where(band => band.IsRow).ToList();
        var columns = new List<PdfColumn>();
        foreach (
            var piece in rows.Skip(rows.Count > 3 ? 1 : 0).SelectMany(row => row.Pieces).OrderBy(piece => piece.Left)
        )
        {
            if (columns is [.., var last] && piece.Left - last.Right < Gutter * rows[0].Size)
                columns[^1] = last with { Right = Math.Max(last.Right, piece.Right) };
            else
                columns.Add(new(piece.Left, piece.Right));
        }
        return columns;
    }

    public PdfTable ToTable(int page)
    {
        var pieces = bands.SelectMany(band => band.Pieces).ToList();
        var box = new PdfRectangle(
            pieces.Min(piece => piece.Left),
            bands[^1].Bottom,
            pieces.Max(piece => piece.Right),
            bands[0].Top
        );
        return new(page, box, Rows());
    }

    public bool IsLikely()
    {
        var rows = bands.Where(band => band.IsRow).ToList();
        var cells = columns
            .Select((_, at) => rows.Select(row => PieceIn(row, at)).OfType<PdfPiece>().ToList())
            .ToList();
        var all = rows.SelectMany(row => row.Pieces).ToList();
        return columns.Count > 1
            && !all.Exists(piece => Leader().IsMatch(piece.Text))
            && all.Count >= (rows.Count * columns.Count + 1) * 0.6
            && 2 * all.Count(piece => piece.Text is [.., '.' or '?' or '!' or ',']) <= all.Count
            && cells.Exists(column => Median(column) <= Short * size)
            && cells.TrueForAll(column => IsAligned(column) && !column.TrueForAll(one => Marker().IsMatch(one.Text)))
            && !cells.Index().Any(column => Flows(column.Item, column.Index));
    }

    /// <summary>Nearly all of the cells begin, end or have their middle at one place; those of the head may be set otherwise.</summary>
    private bool IsAligned(List<PdfPiece> cells)
    {
        var below = cells.Skip(1).ToList();
        return below is not []
            && (
                Agree(piece => piece.Left)
                || Agree(piece => piece.Right)
                || Agree(piece => (piece.Left + piece.Right) / 2)
            );

        bool Agree(Func<PdfPiece, double> placeOf)
        {
            var places = below.Select(placeOf).Order().ToList();
            var middle = places[places.Count / 2];
            return places.Count(place => Math.Abs(place - middle) <= Slack * size) >= Most * places.Count;
        }
    }

    /// <summary>A text that runs from line to line beside another is a column of the page.</summary>
    private bool Flows(List<PdfPiece> lines, int column)
    {
        if (Median(lines) <= Wide * size)
            return false;
        var full = Full * lines.Max(line => line.Width);
        var pairs = bands
            .Zip(bands.Skip(1))
            .Where(pair => pair is { First.IsRow: true, Second.IsRow: true })
            .Select(pair => (First: PieceIn(pair.First, column), Second: PieceIn(pair.Second, column)))
            .Where(pair => pair is { First: not null, Second: not null })
            .ToList();
        return pairs.Count > 0 && 2 * pairs.Count(pair => pair.First!.Width >= full) >= pairs.Count;
    }

    /// <summary>A line that stands closer than the rows do, or goes on where the one above was full, belongs to the row above.</summary>
    private List<List<string>> Rows()
    {
        var rowGap = bands
            .Zip(bands.Skip(1))
            .Where(pair => Begins(pair.Second))
            .Select(pair => pair.First.Bottom - pair.Second.Bottom)
            .DefaultIfEmpty()
            .Min();
        var (rows, last) = (new List<List<string>>(), default(PdfBand));
        foreach (var band in bands)
        {
            var goesOn =
                last is not null
                && (
                    last.Bottom - band.Bottom < Closer * rowGap
                    || !Begins(band) && band.Pieces.All(piece => GoesOn(last, piece))
                );
            if (!goesOn)
                rows.Add([.. columns.Select(_ => "")]);
            foreach (var piece in band.Pieces)
                rows[^1][ColumnOf(piece)] = $"{rows[^1][ColumnOf(piece)]} {piece.Text}".Trim();
            last = band;
        }
        return rows;
    }

    private bool Begins(PdfBand band) => PieceIn(band, 0) is not null && 2 * band.Pieces.Count >= columns.Count;

    private bool GoesOn(PdfBand above, PdfPiece piece) =>
        PieceIn(above, ColumnOf(piece)) is { } full
        && full.Width >= Short * size
        && full.Right + piece.Words[0].BoundingBox.Width > columns[ColumnOf(piece)].Right;

    private PdfPiece? PieceIn(PdfBand band, int column) =>
        band.Pieces.FirstOrDefault(piece => ColumnOf(piece) == column);

    /// <summary>The first that it reaches into, or else the nearest.</summary>
    private int ColumnOf(PdfPiece piece) =>
        columns
            .Index()
            .MinBy(column => Math.Max(0, Math.Max(column.Item.Left - piece.Right, piece.Left - column.Item.Right)))
            .Index;

    private static double Median(List<PdfPiece> pieces) =>
        pieces is [] ? 0 : pieces.Select(piece => piece.Width).Order().ElementAt(pieces.Count / 2);

    [GeneratedRegex(@"[.·…‥]{4,}|(?:[.·…] ){3}")]
    private static partial Regex Leader();

    [GeneratedRegex(@"^(?:[①-⑳㉠-㉻○●◦•‣▪■□◆◇▶▷※\-–*·]|\(?\d{1,2}[.)]|\(?[가-하a-z][.)]|제\d+[장절조])$")]
    private static partial Regex Marker();
}
