using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>From lines to headings and paragraphs: a heading is larger than most letters of the document, or bold and alone.</summary>
internal sealed partial class PdfLayout
{
    private const double Larger = 1.15;
    private const int LongestHeading = 80;
    private const int LongestRunning = 60;
    private const int FewestRunning = 3;

    private readonly DocumentText text;
    private readonly double body;
    private readonly bool isBoldRare;
    private readonly List<double> sizes;
    private readonly List<PdfLine> open = [];

    private PdfLayout(List<PdfLine> lines, DocumentText text)
    {
        this.text = text;
        body = lines
            .GroupBy(line => line.Size)
            .OrderByDescending(size => size.Sum(line => line.Text.Length))
            .Select(size => size.Key)
            .FirstOrDefault();
        isBoldRare =
            3 * lines.Where(line => line.IsBold).Sum(line => line.Text.Length) < lines.Sum(line => line.Text.Length);
        sizes = [.. lines.Where(IsLarger).Select(line => line.Size).Distinct().OrderDescending()];
    }

    /// <exception cref="InvalidDataException">There is nothing to read.</exception>
    public static void Read(List<PdfItem> items, int pages, DocumentText text)
    {
        if (items is [])
            throw new InvalidDataException("읽을 글자가 없어요. 스캔한 문서라면 글자로 된 문서를 주세요.");
        var lines = items.OfType<PdfLine>().ToList();
        var layout = new PdfLayout(lines, text);
        var running = layout.Running(lines, pages);
        text.Leave(LeftOut.Running, running.Count);
        var read = items.Where(item => item is not PdfLine line || !running.Contains(line)).ToList();
        foreach (var item in read)
            layout.Add(item);
        layout.Close();
        foreach (var page in Enumerable.Range(1, pages).Except(read.Select(item => item.Page)))
            text.Leave(LeftOut.Wordless, 1, page);
    }

    private void Add(PdfItem item)
    {
        if (item is PdfTable table)
        {
            Close();
            text.AddTable(table.Rows, table.Page);
        }
        else if (item is PdfLine line)
        {
            if (open is [.., var last] && !Continues(last, line))
                Close();
            open.Add(line);
        }
    }

    private void Close()
    {
        if (open is [var first, ..])
        {
            var words = string.Join(' ', open.Select(line => line.Text));
            if (LevelOf(first) is { } level && words.Length <= LongestHeading)
                text.AddHeading(level, words, first.Page);
            else
                text.AddParagraph(words, first.Page);
        }
        open.Clear();
    }

    private int? LevelOf(PdfLine line) =>
        IsLarger(line) ? sizes.IndexOf(line.Size) + 1
        : isBoldRare && IsBoldHeading(line) ? sizes.Count + 1
        : null;

    private bool IsLarger(PdfLine line) => line.Size >= body * Larger;

    private bool IsBoldHeading(PdfLine line) =>
        line.IsBold
        && line.Size >= body
        && line.Text.Length <= LongestHeading / 2
        && line.Text is not [.., '.' or ',' or ':'];

    /// <summary>
    /// A paragraph ends with a gap, with a line that ends early, and where a line begins like an item of a list; a heading
    /// goes on only in letters of its own.
    /// </summary>
    private bool Continues(PdfLine last, PdfLine next)
    {
        var level = LevelOf(next);
        if (last.Page != next.Page || last.Block != next.Block || LevelOf(last) != level)
            return false;
        var gap = last.Box.Bottom - next.Box.Top;
        if (gap >= Math.Max(last.Size, next.Size) * 1.2)
            return false;
        if (level is not null)
            return open.Sum(line => line.Text.Length) < LongestHeading;
        var right = Math.Max(next.Box.Right, open.Max(line => line.Box.Right));
        var endsEarly = last.Box.Right < right - (right - open.Min(line => line.Box.Left)) * 0.15;
        return !endsEarly && !Item().IsMatch(next.Text) && IsUsual(gap);
    }

    /// <summary>The gap is no wider than the one before it.</summary>
    private bool IsUsual(double gap) =>
        open is not [.., var before, var last] || gap <= before.Box.Bottom - last.Box.Top + last.Size * 0.6;

    /// <summary>The first and last line of many pages, whatever number stands in them.</summary>
    private HashSet<PdfLine> Running(List<PdfLine> lines, int pages) =>
        [
            .. lines
                .GroupBy(line => line.Page)
                .SelectMany(page =>
                    new[] { page.MaxBy(line => line.Box.Top)!, page.MinBy(line => line.Box.Bottom)! }.Distinct()
                )
                .Where(line => line.Text.Length <= LongestRunning && !IsLarger(line))
                .GroupBy(line => Digits().Replace(line.Text, "#"))
                .Where(same => same.Count() >= Math.Max(FewestRunning, pages / 3))
                .SelectMany(same => same),
        ];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:[①-⑳㉠-㉻○●◦•‣▪■□◆◇▶▷※\-–*·]|\(?\d{1,2}[.)]\s|[가-하][.)]\s|제\s*\d+\s*[장절조])")]
    private static partial Regex Item();
}
