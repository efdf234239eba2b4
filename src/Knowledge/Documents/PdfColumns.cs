using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The tables of a page that are drawn without lines: rows of words that leave the same places free.</summary>
internal static partial class PdfColumns
{
    private const int FewestRows = 3;

    /// <summary>More lines or columns are nothing that anybody reads on a page.</summary>
    private const int MostBands = 300;
    private const int MostColumns = 30;

    /// <summary>In sizes of the letters, as all of these.</summary>
    private const double BetweenRows = 2;

    private const double SizeApart = 1.15;

    /// <summary>Takes the words that stand in tables.</summary>
    public static IReadOnlyList<PdfTable> Take(List<Word> words, int page)
    {
        var tables = Stretches(PdfBand.Of(words))
            .Where(bands => bands.Count <= MostBands)
            .SelectMany(TablesIn)
            .ToList();
        var taken = tables.SelectMany(table => table.Words).ToHashSet();
        words.RemoveAll(taken.Contains);
        return [.. tables.Select(table => table.ToTable(page))];
    }

    /// <summary>Lines that follow each other closely in letters of one size.</summary>
    private static IEnumerable<List<PdfBand>> Stretches(IEnumerable<PdfBand> bands)
    {
        var open = new List<PdfBand>();
        foreach (var band in bands)
        {
            var isNext =
                open is [.., var last]
                && last.Bottom - band.Top <= BetweenRows * band.Size
                && Math.Max(last.Size, band.Size) <= SizeApart * Math.Min(last.Size, band.Size)
                && !Caption().IsMatch(band.Text);
            if (!isNext && open is not [])
            {
                yield return open;
                open = [];
            }
            if (!Caption().IsMatch(band.Text))
                open.Add(band);
        }
        if (open is not [])
            yield return open;
    }

    /// <summary>A line that stands across the columns of the others is none of them.</summary>
    private static IEnumerable<PdfAlignedTable> TablesIn(List<PdfBand> bands)
    {
        var first = bands.FindIndex(band => band.IsRow);
        if (first < 0 || bands.Count(band => band.IsRow) < FewestRows)
            return [];
        bands = bands[first..];
        var columns = PdfAlignedTable.ColumnsOf(bands);
        if (columns.Count is < 2 or > MostColumns)
            return [];
        var across = bands.FindIndex(band => !band.IsRow && Spans(columns, band.Pieces[0]));
        if (across >= 0)
            return TablesIn(bands[..across]).Concat(TablesIn(bands[(across + 1)..]));
        // What stands alone below the first column goes on after the table.
        while (!bands[^1].IsRow && bands[^1].Pieces[0].Left < columns[0].Right)
            bands.RemoveAt(bands.Count - 1);
        var table = new PdfAlignedTable(bands, columns);
        return table.IsLikely() ? [table] : [];
    }

    private static bool Spans(IReadOnlyList<PdfColumn> columns, PdfPiece piece) =>
        columns.Count(column => column.Left < piece.Right && piece.Left < column.Right) > 1;

    /// <summary>What stands above a table, also where it names the unit at the other side.</summary>
    [GeneratedRegex(@"^(?:[<〈\[【]?\s*(?:표|그림)\s*\d|.*\(\s*단위\s*[:：])")]
    private static partial Regex Caption();
}

/// <summary>Words that stand at one height, in pieces with more than a space between them.</summary>
internal sealed record PdfBand(double Top, double Bottom, double Size, IReadOnlyList<PdfPiece> Pieces)
{
    private const double Ascent = 0.75;
    private const double Apart = 1.2;

    public bool IsRow => Pieces.Count > 1;

    public string Text => string.Join(' ', Pieces.Select(piece => piece.Text));

    /// <summary>From the top of the page; what is set in the middle beside two lines stands at the height of both.</summary>
    public static IEnumerable<PdfBand> Of(IEnumerable<Word> words)
    {
        var open = new List<Word>();
        var bottom = double.MaxValue;
        foreach (
            var word in words
                .Where(word => word.TextOrientation == TextOrientation.Horizontal)
                .OrderByDescending(BaseOf)
        )
        {
            if (open is not [] && BaseOf(word) + Ascent * SizeOf(word) <= bottom)
            {
                yield return BandOf(open);
                open = [];
            }
            open.Add(word);
            bottom = BaseOf(word);
        }
        if (open is not [])
            yield return BandOf(open);
    }

    private static PdfBand BandOf(List<Word> words)
    {
        var size = words.Max(SizeOf);
        var pieces = new List<List<Word>>();
        var right = 0d;
        foreach (var word in words.OrderBy(word => word.BoundingBox.Left))
        {
            var isNear = pieces is not [] && word.BoundingBox.Left - right < Apart * size;
            if (isNear)
                pieces[^1].Add(word);
            else
                pieces.Add([word]);
            right = isNear ? Math.Max(right, word.BoundingBox.Right) : word.BoundingBox.Right;
        }
        return new(
            words.Max(word => BaseOf(word) + Ascent * SizeOf(word)),
            words.Min(BaseOf),
            size,
            [.. pieces.Select(piece => new PdfPiece(piece))]
        );
    }

    private static double BaseOf(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double SizeOf(Word word) => word.Letters[0].PointSize;
}

/// <summary>Words without a gap between them.</summary>
internal sealed class PdfPiece(IReadOnlyList<Word> words)
{
    public IReadOnlyList<Word> Words => words;
    public double Left { get; } = words.Min(word => word.BoundingBox.Left);
    public double Right { get; } = words.Max(word => word.BoundingBox.Right);
    public double Width => Right - Left;
    public string Text { get; } = PdfGrid.TextOf(words);
}

/// <summary>From where to where the words of a column stand.</summary>
internal sealed record PdfColumn(double Left, double Right);
