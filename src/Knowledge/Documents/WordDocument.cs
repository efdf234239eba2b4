using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>A Word document (.docx): headings by their outline level, paragraphs, lists, tables and text boxes.</summary>
internal sealed class WordDocument
{
    private readonly DocumentText text = new();
    private readonly WordStyles styles;
    private int? page;

    private WordDocument(MainDocumentPart main, OpenXmlElement body)
    {
        styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        // Word notes where its pages ended when it saved; other programs do not.
        page = body.Descendants<LastRenderedPageBreak>().Any() ? 1 : null;
        text.Leave(
            LeftOut.Notes,
            body.Descendants<FootnoteReference>().Count() + body.Descendants<EndnoteReference>().Count()
        );
        text.Leave(LeftOut.Comment, body.Descendants<CommentReference>().Count());
    }

    public static ImportedDocument Read(string name, byte[] bytes)
    {
        SafeZip.Open(bytes).Dispose();
        var limits = new OpenSettings { MaxCharactersInPart = DocumentLimits.PartBytes };
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), false, limits);
        var body = file.MainDocumentPart?.Document?.Body ?? throw new InvalidDataException("문서에 본문이 없어요.");
        var document = new WordDocument(file.MainDocumentPart, body);
        document.ReadBlocks(body);
        return document.text.ToDocument(name, document.page);
    }

    private void ReadBlocks(OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    ReadParagraph(paragraph);
                    break;
                // A frame around a text, as offices like to draw it, is no table.
                case Table table when table.Descendants<TableCell>().Take(2).ToList() is [var only]:
                    ReadBlocks(only);
                    break;
                case Table table:
                    text.AddTable(Rows(table), page);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock:
                    ReadBlocks(element);
                    break;
            }
        }
    }

    private void ReadParagraph(Paragraph paragraph)
    {
        var words = TextOf(paragraph);
        if (styles.IsContents(paragraph))
            text.Leave(LeftOut.Contents, 1, page);
        else if (styles.LevelOf(paragraph) is { } level)
            text.AddHeading(level, words, page);
        else
            text.AddParagraph(
                words.Length > 0 && styles.IsListed(paragraph) ? $"- {words}" : words,
                page,
                SizeOf(paragraph)
            );
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(IsShown))
            ReadBlocks(box);
    }

    /// <summary>What the paragraph shows; a text box in it stands for itself.</summary>
    private string TextOf(Paragraph paragraph)
    {
        var shown = new StringBuilder();
        foreach (var run in paragraph.Descendants<Run>().Where(run => run.Ancestors<Paragraph>().First() == paragraph))
        {
            var words = TextOf(run);
            if (run.Ancestors<MoveFromRun>().Any())
                continue;
            if (styles.HiddenBy(run, paragraph) is { } why)
                text.Leave(why, words.Trim().Length, page);
            else
                shown.Append(words);
        }
        return shown.ToString().Trim();
    }

    private double SizeOf(Paragraph paragraph) =>
        paragraph.Descendants<Run>().FirstOrDefault(run => run.GetFirstChild<Text>() is not null) is { } first
            ? styles.SizeOf(first, paragraph)
            : 0;

    private string TextOf(Run run)
    {
        var words = new StringBuilder();
        foreach (var element in run.ChildElements)
        {
            if (element is LastRenderedPageBreak)
                page++;
            words.Append(
                element switch
                {
                    Text piece => piece.Text,
                    TabChar => " ",
                    Break { Type: null } or CarriageReturn => "\n",
                    NoBreakHyphen => "-",
                    _ => "",
                }
            );
        }
        return words.ToString();
    }

    /// <summary>A cell that is merged with the one above says the same as it, so that every row can be read alone.</summary>
    private List<List<string>> Rows(Table table)
    {
        var rows = new List<List<string>>();
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            if (row.TableRowProperties?.GetFirstChild<Hidden>() is not null)
            {
                text.Leave(LeftOut.HiddenRow, 1, page);
                continue;
            }
            var cells = new List<string>();
            foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
            {
                var words = string.Join(
                    '\n',
                    cell.Descendants<Paragraph>().Where(IsShown).Select(TextOf).Where(line => line.Length > 0)
                );
                var isMerged =
                    cell.TableCellProperties?.VerticalMerge is { } merge
                    && merge.Val?.Value != MergedCellValues.Restart;
                cells.Add(
                    isMerged && rows is [.., var above] && cells.Count < above.Count ? above[cells.Count] : words
                );
                var span = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, 64);
                cells.AddRange(Enumerable.Repeat("", span - 1));
            }
            rows.Add(cells);
        }
        return rows;
    }

    /// <summary>Old programs get a second copy of a box, which is not shown by new ones.</summary>
    private static bool IsShown(OpenXmlElement element) => !element.Ancestors<AlternateContentFallback>().Any();
}
