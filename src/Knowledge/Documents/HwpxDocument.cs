using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>A document of 한글 in the open form (.hwpx, KS X 6101): headings by outline level, paragraphs, tables and boxes.</summary>
internal sealed partial class HwpxDocument
{
    private const string Manifest = "META-INF/manifest.xml";

    private readonly DocumentText text = new();
    private readonly HwpxStyles styles;
    private bool isDeleted;

    private HwpxDocument(HwpxStyles styles) => this.styles = styles;

    public static ImportedDocument Read(string name, byte[] bytes)
    {
        using var zip = SafeZip.Open(bytes, ".hwpx");
        if (
            zip.Names.Contains(Manifest)
            && zip.Xml(Manifest).Descendants().Any(one => one.Name.LocalName == "encryption-data")
        )
            throw new InvalidDataException("암호가 걸려 있어요. 암호를 풀고 저장해 주세요.");
        var sections = zip
            .Names.Select(part => (Part: part, Number: Section().Match(part)))
            .Where(part => part.Number.Success)
            .OrderBy(part => int.Parse(part.Number.Groups[1].Value, CultureInfo.InvariantCulture))
            .ToList();
        if (sections is [])
            throw new InvalidDataException("HWPX 문서가 아니에요: Contents/section0.xml이 없어요.");
        var document = new HwpxDocument(new HwpxStyles(zip.Xml("Contents/header.xml")));
        foreach (var (part, _) in sections)
            document.ReadBlocks(zip.Xml(part).Root!);
        return document.text.ToDocument(name);
    }

    private void ReadBlocks(XElement parent)
    {
        foreach (var paragraph in Children(parent, "p"))
            ReadParagraph(paragraph);
    }

    private void ReadParagraph(XElement paragraph)
    {
        var (words, level, size) = (new StringBuilder(), styles.LevelOf(paragraph), 0d);
        var notes = new List<string>();
        foreach (var run in Children(paragraph, "run"))
        {
            foreach (var piece in run.Elements())
            {
                if (piece.Name.LocalName == "t")
                {
                    size = words.Length == 0 ? styles.SizeOf(run) : size;
                    words.Append(Shown(run, piece));
                }
                else if (IsObject(piece))
                {
                    Flush();
                    ReadObject(piece);
                }
                else if (piece.Name.LocalName == "ctrl")
                    notes.AddRange(NotesIn(piece));
            }
        }
        Flush();

        void Flush()
        {
            if (level is { } heading)
                text.AddHeading(heading, words.ToString());
            else
                text.AddParagraph(words.ToString(), size: size);
            words.Clear();
            foreach (var note in notes)
                text.AddParagraph($"※ {note}");
            notes.Clear();
        }
    }

    private static bool IsObject(XElement piece) =>
        piece.Name.LocalName == "tbl" || piece.Descendants().Any(one => one.Name.LocalName == "drawText");

    private void ReadObject(XElement piece)
    {
        if (piece.Name.LocalName == "tbl")
            ReadTable(piece);
        else
            foreach (var box in piece.Descendants().Where(one => one.Name.LocalName == "drawText").ToList())
                ReadBlocks(box.Elements().FirstOrDefault(one => one.Name.LocalName == "subList") ?? box);
    }

    private void ReadTable(XElement table)
    {
        var rows = Children(table, "tr").Select(row => Children(row, "tc").ToList()).ToList();
        if (rows is [[var only]])
        {
            foreach (var list in Children(only, "subList"))
                ReadBlocks(list);
            return;
        }
        var grid = new SortedDictionary<int, SortedDictionary<int, string>>();
        foreach (var (at, row) in rows.Index())
        {
            foreach (var cell in row)
                Place(grid, cell, at);
        }
        text.AddTable([.. grid.Values.Select(Filled)]);
    }

    /// <summary>A cell over several rows is said in each of them, so that every row can be read alone.</summary>
    private void Place(SortedDictionary<int, SortedDictionary<int, string>> grid, XElement cell, int at)
    {
        var (address, span) = (
            Children(cell, "cellAddr").FirstOrDefault(),
            Children(cell, "cellSpan").FirstOrDefault()
        );
        var row = Number(address, "rowAddr") ?? at;
        var column =
            Number(address, "colAddr") ?? (grid.TryGetValue(row, out var known) ? known.Keys.LastOrDefault(-1) + 1 : 0);
        var words = TextIn(cell);
        for (var down = 0; down < Math.Clamp(Number(span, "rowSpan") ?? 1, 1, 1_000); down++)
        {
            if (!grid.TryGetValue(row + down, out var cells))
                grid[row + down] = cells = [];
            cells[Math.Clamp(column, 0, 255)] = words;
        }
    }

    private static List<string> Filled(SortedDictionary<int, string> cells) =>
        [.. Enumerable.Range(0, cells.Keys.Last() + 1).Select(column => cells.GetValueOrDefault(column, ""))];

    /// <summary>The paragraphs of a cell or a note; in a table a note stays in the cell that it is about.</summary>
    private string TextIn(XElement holder)
    {
        var lines = new List<string>();
        foreach (var paragraph in Children(holder, "subList").SelectMany(list => list.Descendants()).Where(IsShown))
        {
            var words = new StringBuilder();
            foreach (var piece in Children(paragraph, "run").SelectMany(run => run.Elements()))
            {
                if (piece.Name.LocalName == "t")
                    words.Append(Shown(piece.Parent!, piece));
                else if (piece.Name.LocalName == "ctrl")
                    words.AppendJoin("", NotesIn(piece).Select(note => $" (※ {note})"));
            }
            lines.Add(words.ToString());
        }
        return string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));

        bool IsShown(XElement element) =>
            element.Name.LocalName == "p"
            && !element.Ancestors().TakeWhile(one => one != holder).Any(one => one.Name.LocalName == "ctrl");
    }

    /// <summary>The letters of a run; what a tracked change took away is not among them.</summary>
    private string Shown(XElement run, XElement piece)
    {
        var words = new StringBuilder();
        foreach (var node in piece.Nodes())
        {
            switch (node)
            {
                case XText letters when !isDeleted:
                    words.Append(letters.Value);
                    break;
                case XElement { Name.LocalName: "deleteBegin" }:
                    isDeleted = true;
                    break;
                case XElement { Name.LocalName: "deleteEnd" }:
                    isDeleted = false;
                    break;
                case XElement { Name.LocalName: "lineBreak" } when !isDeleted:
                    words.Append('\n');
                    break;
                case XElement { Name.LocalName: "tab" or "nbSpace" or "fwSpace" } when !isDeleted:
                    words.Append(' ');
                    break;
            }
        }
        if (styles.HiddenBy(run) is not { } why)
            return words.ToString();
        text.Leave(why, words.ToString().Trim().Length);
        return "";
    }

    /// <summary>What footnotes and endnotes say; of the other things that stand beside the text only the number is kept.</summary>
    private List<string> NotesIn(XElement control)
    {
        var notes = new List<string>();
        foreach (var one in control.Elements())
        {
            if (one.Name.LocalName is "footNote" or "endNote" && !isDeleted)
                notes.Add(TextIn(one).Replace('\n', ' '));
            else if (one.Name.LocalName == "hiddenComment")
                text.Leave(LeftOut.Comment);
            else if (one.Name.LocalName is "header" or "footer")
                text.Leave(LeftOut.Running);
        }
        return [.. notes.Where(note => !string.IsNullOrWhiteSpace(note))];
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) =>
        parent.Elements().Where(child => child.Name.LocalName == name);

    private static int? Number(XElement? element, string name) =>
        int.TryParse(element?.Attribute(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < DocumentLimits.Rows
            ? number
            : null;

    [GeneratedRegex(@"^Contents/section(\d{1,4})\.xml$")]
    private static partial Regex Section();
}
