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
    private static readonly SearchValues<char> Calendar = SearchValues.Create("yYdDhH");

    /// <summary>The formats of dates and times that have no text of their own.</summary>
    private static readonly uint[] DateFormats =
    [
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        45,
        46,
        47,
        .. Enumerable.Range(27, 10).Select(id => (uint)id),
        .. Enumerable.Range(50, 9).Select(id => (uint)id),
    ];

    public static IReadOnlyList<TableSheet> ReadCsv(string source)
    {
        var rows = new List<SheetRow>();
        using var reader = CsvReader.FromText(source, new() { HasHeader = false, TrackLineNumbers = true });
        while (reader.Read())
        {
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
        SafeZip.Open(bytes).Dispose();
        using var file = SpreadsheetDocument.Open(new MemoryStream(bytes, writable: false), false);
        var workbook = file.WorkbookPart ?? throw new InvalidDataException("통합 문서가 비어 있어요.");
        var values = new Values(workbook);
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

    private static List<SheetRow> Rows(WorksheetPart part, Values values, DocumentText text)
    {
        var (rows, hidden) = (new List<SheetRow>(), new List<Column>());
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
        }
        return rows;
    }

    private static List<string> Cells(Row row, Values values, List<Column> hidden)
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

    /// <summary>What cells show: shared texts, and dates instead of the days since 1900.</summary>
    private sealed class Values(WorkbookPart workbook)
    {
        private readonly List<string> shared =
        [
            .. (workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(TextOf),
        ];
        private readonly List<bool> dates = [.. DatesOf(workbook.WorkbookStylesPart?.Stylesheet)];

        public string Of(Cell cell)
        {
            var value = cell.CellValue?.Text ?? "";
            if (cell.DataType?.Value is { } type)
                return type == CellValues.SharedString
                    ? int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < shared.Count
                        ? shared[at]
                        : ""
                    : type == CellValues.InlineString
                        ? TextOf(cell.InlineString)
                        : value;
            return
                cell.StyleIndex?.Value is { } style
                && style < dates.Count
                && dates[(int)style]
                && double.TryParse(value, CultureInfo.InvariantCulture, out var days)
                && days is > 0 and < 2_958_465
                ? Date(days)
                : value;
        }

        private static string Date(double days)
        {
            var time = DateTime.FromOADate(days);
            return time.ToString(
                days < 1 ? "HH:mm"
                    : time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd"
                    : "yyyy-MM-dd HH:mm",
                CultureInfo.InvariantCulture
            );
        }

        /// <summary>How a word is read aloud stands beside it and is not shown.</summary>
        private static string TextOf(OpenXmlElement? item) =>
            string.Concat(
                (item?.ChildElements ?? []).Select(child =>
                    child switch
                    {
                        Text text => text.Text,
                        Run run => run.Text?.Text,
                        _ => "",
                    }
                )
            );

        private static IEnumerable<bool> DatesOf(Stylesheet? styles)
        {
            var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
                .Where(format => format.NumberFormatId is not null)
                .GroupBy(format => format.NumberFormatId!.Value)
                .ToDictionary(
                    format => format.Key,
                    format => Literal().Replace(format.First().FormatCode?.Value ?? "", "")
                );
            return (styles?.CellFormats?.Elements<CellFormat>() ?? [])
                .Select(format => format.NumberFormatId?.Value ?? 0)
                .Select(id =>
                    own.TryGetValue(id, out var code) ? code.AsSpan().ContainsAny(Calendar) : DateFormats.Contains(id)
                );
        }
    }

    [GeneratedRegex(
        """
            "[^"]*"|\[[^\]]*\]|\\.
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Literal();
}

/// <summary>A sheet of rows; a CSV file has one without a name.</summary>
internal sealed record TableSheet(string Name, IReadOnlyList<SheetRow> Rows);

/// <summary>A row as it is shown, and the number that stands beside it.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<string> Cells);
