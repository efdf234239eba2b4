using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The sheets of a spreadsheet (.xlsx), or a CSV file as one sheet, without what is hidden in them.</summary>
internal static partial class TableFile
{
    private const int MostColumns = 256;

    /// <summary>More cells than these are merged by nobody.</summary>
    private const int MostMerged = 1_000_000;

    public static IReadOnlyList<TableSheet> ReadCsv(string source)
    {
        var rows = new List<SheetRow>();
        var open = default(long?);
        using var reader = CsvReader.FromText(
            source,
            new()
            {
                HasHeader = false,
                TrackLineNumbers = true,
                OnMalformedRecord = record =>
                    open ??= record.Reason is CsvMalformedReason.StrayQuote ? null : record.LineNumber,
            }
        );
        while (reader.Read())
        {
            // It would have taken the rows below it for its own.
            if (open is { } line)
                throw new InvalidDataException($"{line}행의 따옴표가 짝이 맞지 않아요.");
            CheckRows(rows.Count);
            rows.Add(
                new(
                    (int)reader.LineNumber,
                    [.. Enumerable.Range(0, Math.Min(reader.FieldCount, MostColumns)).Select(reader.GetString)]
                )
            );
        }
        return [new("", rows)];
    }

    public static IReadOnlyList<TableSheet> ReadWorkbook(byte[] bytes, DocumentText text)
    {
        SafeZip.Open(bytes, ".xlsx").Dispose();
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), false);
        var workbook = file.WorkbookPart ?? throw new InvalidDataException("통합 문서가 비어 있어요.");
        var values = new CellTexts(workbook, text);
        var sheets = new List<TableSheet>();
        foreach (var sheet in workbook.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.State?.Value is { } state && state != SheetStateValues.Visible)
                text.Leave(LeftOut.HiddenSheet);
            else if (sheet.Id?.Value is { } id && workbook.GetPartById(id) is WorksheetPart part)
                sheets.Add(new(sheet.Name?.Value ?? "", Rows(part, values, text)));
        }
        return sheets;
    }

    private static List<SheetRow> Rows(WorksheetPart part, CellTexts values, DocumentText text)
    {
        var (rows, hidden, merged) = (new List<SheetRow>(), new List<Column>(), new List<string>());
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (
                reader.ElementType == typeof(Column)
                && reader.LoadCurrentElement() is Column { Hidden.Value: true } column
            )
            {
                hidden.Add(column);
                text.Leave(LeftOut.HiddenColumn, (int)Math.Min(MostColumns, column.Max! - column.Min! + 1));
            }
            else if (reader.ElementType == typeof(Row) && reader.LoadCurrentElement() is Row row)
            {
                CheckRows(rows.Count);
                if (row.Hidden?.Value == true)
                    text.Leave(LeftOut.HiddenRow);
                else
                    rows.Add(new((int)(row.RowIndex?.Value ?? (uint)rows.Count + 1), Cells(row, values, hidden)));
            }
            else if (
                reader.ElementType == typeof(MergeCell)
                && reader.LoadCurrentElement() is MergeCell { Reference.Value: { } reference }
            )
                merged.Add(reference);
        }
        return Filled(rows, merged);
    }

    /// <summary>A cell that is merged with the one above says the same as it, so that every row can be read alone.</summary>
    private static List<SheetRow> Filled(List<SheetRow> rows, List<string> merged)
    {
        var (byNumber, filled) = (rows.Index().ToLookup(row => row.Item.Number, row => row.Index), 0);
        foreach (var match in merged.Select(reference => Merged().Match(reference)).Where(match => match.Success))
        {
            var (column, first, last) = (ColumnOf(match.Value), RowOf(match, 1), RowOf(match, 2));
            if (column >= MostColumns || !byNumber[first].Any() || rows[byNumber[first].First()].Cells is not { } above)
                continue;
            last = Math.Min(last, rows[^1].Number);
            filled += Math.Max(0, last - first);
            if (filled > MostMerged)
                throw new InvalidDataException("합친 칸이 너무 많아요.");
            foreach (var at in Enumerable.Range(first + 1, Math.Max(0, last - first)).SelectMany(row => byNumber[row]))
                rows[at] = rows[at] with
                {
                    Cells = With(rows[at].Cells, column, above.ElementAtOrDefault(column) ?? ""),
                };
        }
        return rows;
    }

    private static List<string> With(IReadOnlyList<string> cells, int column, string text)
    {
        List<string> filled = [.. cells, .. Enumerable.Repeat("", Math.Max(0, column + 1 - cells.Count))];
        filled[column] = text;
        return filled;
    }

    private static int RowOf(Match match, int end) => int.Parse(match.Groups[end].Value, CultureInfo.InvariantCulture);

    private static List<string> Cells(Row row, CellTexts values, List<Column> hidden)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } reference ? ColumnOf(reference) : cells.Count;
            if (at is < 0 or >= MostColumns || hidden.Exists(column => column.Min! <= at + 1 && at + 1 <= column.Max!))
                continue;
            while (cells.Count <= at)
                cells.Add("");
            cells[at] = values.Of(cell);
        }
        return cells;
    }

    /// <summary>"C7" stands in the third column.</summary>
    private static int ColumnOf(string reference) =>
        reference
            .TakeWhile(char.IsAsciiLetterUpper)
            .Take(4)
            .Aggregate(0, (number, letter) => number * 26 + letter - 'A' + 1) - 1;

    private static void CheckRows(int rows)
    {
        if (rows >= DocumentLimits.Rows)
            throw new InvalidDataException($"{DocumentLimits.Rows:#,0}행이 넘어요. 나누어 주세요.");
    }

    [GeneratedRegex(@"^[A-Z]{1,3}(\d{1,7}):[A-Z]{1,3}(\d{1,7})$")]
    private static partial Regex Merged();
}

/// <summary>A sheet of rows; a CSV file has one without a name.</summary>
internal sealed record TableSheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>A row as it is shown, and the number that stands beside it.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells);
