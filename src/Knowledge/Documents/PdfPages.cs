using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Util;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The pages of a PDF as lines and tables in the order in which they are read.</summary>
internal static class PdfPages
{
    private const int LettersOfPage = 200_000;

    public static ImportedDocument Read(string name, byte[] bytes, Func<int, Action<int>?>? progress)
    {
        var text = new DocumentText();
        try
        {
            var options = new ParsingOptions { FilterProvider = new PdfLimits(), SkipMissingFonts = true };
            using var pdf = PdfDocument.Open(bytes, options);
            if (pdf.NumberOfPages > DocumentLimits.Pages)
                throw new InvalidDataException($"{DocumentLimits.Pages:#,0}쪽이 넘어요. 나누어 주세요.");
            var (items, done) = (new List<PdfItem>(), progress?.Invoke(pdf.NumberOfPages));
            for (var number = 1; number <= pdf.NumberOfPages; number++)
            {
                items.AddRange(ItemsOf(pdf.GetPage(number), text));
                done?.Invoke(number);
            }
            PdfLayout.Read(items, pdf.NumberOfPages, text);
            return text.ToDocument(name, pdf.NumberOfPages);
        }
        catch (PdfDocumentEncryptedException locked)
        {
            throw new InvalidDataException("암호가 걸려 있어요. 암호를 풀고 저장해 주세요.", locked);
        }
    }

    private static List<PdfItem> ItemsOf(Page page, DocumentText text)
    {
        if (page.Letters.Count > LettersOfPage)
            throw new InvalidDataException($"{page.Number}쪽에 글자가 너무 많아요.");
        var words = DefaultWordExtractor.Instance.GetWords(PdfVisible.Of(page, text)).ToList();
        List<PdfTable> tables =
        [
            .. PdfTables.Find(page.Paths).Select(grid => grid.Take(words, page.Number)).OfType<PdfTable>(),
        ];
        tables.AddRange(PdfColumns.Take(words, page.Number));
        var lines = words is []
            ? []
            : PdfReadingOrder
                .Of(RecursiveXYCut.Instance.GetBlocks(words))
                .SelectMany((block, at) => block.TextLines.Select(line => LineOf(line, page.Number, at)))
                .Where(line => line.Text.Length > 0)
                .ToList();
        return InOrder(lines, tables);
    }

    private static PdfLine LineOf(TextLine line, int page, int block)
    {
        var letters = line.Words.SelectMany(word => word.Letters).ToList();
        var sizes = letters.Select(letter => letter.PointSize).Order().ToList();
        var bold = letters.Count(letter =>
            letter.FontDetails.IsBold || letter.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true
        );
        return new(
            page,
            line.BoundingBox,
            line.Text.Trim(),
            Math.Round(sizes[sizes.Count / 2] * 2) / 2,
            bold == letters.Count,
            block
        );
    }

    /// <summary>A table stands before the first line that begins below it in its column.</summary>
    private static List<PdfItem> InOrder(List<PdfLine> lines, List<PdfTable> tables)
    {
        List<PdfItem> items = [.. lines];
        foreach (var table in tables.OrderByDescending(table => table.Box.Top))
        {
            var at = items.FindIndex(item =>
                item.Box.Top <= table.Box.Centroid.Y
                && item.Box.Left < table.Box.Right
                && table.Box.Left < item.Box.Right
            );
            items.Insert(at < 0 ? items.Count : at, table);
        }
        return items;
    }
}

/// <summary>Something on a page of a PDF.</summary>
internal abstract record PdfItem(int Page, PdfRectangle Box);

/// <summary>A line of letters; lines of one block stand below each other.</summary>
internal sealed record PdfLine(int Page, PdfRectangle Box, string Text, double Size, bool IsBold, int Block)
    : PdfItem(Page, Box);

/// <summary>A table, drawn with lines or without.</summary>
internal sealed record PdfTable(int Page, PdfRectangle Box, IReadOnlyList<IReadOnlyList<string>> Rows)
    : PdfItem(Page, Box);
