using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>A Word document (.docx): headings by their outline level, paragraphs, lists, tables and text boxes.</summary>
internal sealed class WordDocument
{
    private const int MostSpanned = 64;

    private readonly DocumentText text = new();
    private readonly WordStyles styles;
    private readonly WordNotes notes;
    private int? page;

    private WordDocument(MainDocumentPart main, OpenXmlElement body)
    {
        styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        notes = new WordNotes(main);
        // Word notes where its pages ended when it saved; other programs do not.
        page = body.Descendants<LastRenderedPageBreak>().Any() ? 1 : null;
        text.Leave(LeftOut.Comment, body.Descendants<CommentReference>().Count());
    }

    public static ImportedDocument Read(string name, byte[] bytes)
    {
        SafeZip.Open(bytes, ".docx").Dispose();
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
                case Table table when CellsOf(table).Take(2).ToList() is [var only]:
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
        var (words, noted) = (TextOf(paragraph), NotesOf(paragraph));
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
        foreach (var note in noted)
            text.AddParagraph($"※ {note}", page);
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(IsShown))
            ReadBlocks(box);
    }

    /// <summary>What the paragraph shows; a text box in it stands for itself.</summary>
    private string TextOf(Paragraph paragraph)
    {
        var shown = new StringBuilder();
        foreach (var run in RunsOf(paragraph))
        {
            var words = TextOf(run);
            if (IsGone(run))
                continue;
            if (styles.HiddenBy(run, paragraph) is { } why)
                text.Leave(why, words.Trim().Length, page);
            else
                shown.Append(words);
        }
        return shown.ToString().Trim();
    }

    /// <summary>What the notes say whose marks are shown in the paragraph.</summary>
    private List<string> NotesOf(Paragraph paragraph) =>
        [
            .. RunsOf(paragraph)
                .Where(run => !IsGone(run) && styles.HiddenBy(run, paragraph) is null)
                .SelectMany(notes.Of)
                .Select(note => string.Join(' ', note.Descendants<Paragraph>().Select(TextOf)).Trim())
                .Where(note => note.Length > 0),
        ];

    private static IEnumerable<Run> RunsOf(Paragraph paragraph) =>
        paragraph.Descendants<Run>().Where(run => run.Ancestors<Paragraph>().First() == paragraph);

    /// <summary>A tracked change took it away or elsewhere.</summary>
    private static bool IsGone(Run run) => run.Ancestors().Any(one => one is DeletedRun or MoveFromRun);

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

    private static IEnumerable<TableCell> CellsOf(Table table) =>
        table.Descendants<TableCell>().Where(cell => cell.Ancestors<Table>().First() == table);

    /// <summary>A cell that is merged with the one above says the same as it, so that every row can be read alone.</summary>
    private List<List<string>> Rows(Table table)
    {
        var rows = new List<List<string>>();
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null)
                continue;
            if (row.TableRowProperties?.GetFirstChild<Hidden>() is not null)
                text.Leave(LeftOut.HiddenRow, 1, page);
            else
                rows.Add(Cells(row, rows.LastOrDefault()));
        }
        return rows;
    }

    private List<string> Cells(TableRow row, List<string>? above)
    {
        var cells = Empty(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0).ToList();
        foreach (var cell in row.Descendants<TableCell>().Where(cell => cell.Ancestors<TableRow>().First() == row))
        {
            var words = string.Join(
                '\n',
                cell.Descendants<Paragraph>().Where(IsShown).Select(LineOf).Where(line => line.Length > 0)
            );
            var isMerged =
                cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.Value != MergedCellValues.Restart;
            cells.Add(isMerged && cells.Count < above?.Count ? above[cells.Count] : words);
            cells.AddRange(Empty((cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1) - 1));
        }
        return cells;
    }

    /// <summary>In a table a note stays in the cell that it is about.</summary>
    private string LineOf(Paragraph paragraph) =>
        string.Concat([TextOf(paragraph), .. NotesOf(paragraph).Select(note => $" (※ {note})")]).Trim();

    private static IEnumerable<string> Empty(int cells) => Enumerable.Repeat("", Math.Clamp(cells, 0, MostSpanned));

    /// <summary>Old programs get a second copy of a box, which is not shown by new ones.</summary>
    private static bool IsShown(OpenXmlElement element) => !element.Ancestors<AlternateContentFallback>().Any();
}
