using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>What the cells of a workbook show: shared texts, dates instead of the days since 1900, percents.</summary>
internal sealed partial class CellTexts(WorkbookPart workbook, DocumentText text)
{
    /// <summary>From 1900 to 1904, with which the days of old Macintosh files begin.</summary>
    private const int DaysTo1904 = 1462;

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

    private static readonly uint[] PercentFormats = [9, 10];

    private readonly List<string> shared =
    [
        .. (workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>() ?? []).Select(TextOf),
    ];
    private readonly List<NumberKind> kinds = [.. KindsOf(workbook.WorkbookStylesPart?.Stylesheet)];
    private readonly int firstDay = workbook.Workbook?.WorkbookProperties?.Date1904?.Value == true ? DaysTo1904 : 0;

    public string Of(Cell cell)
    {
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value == CellValues.Error || cell.CellFormula is not null && cell.CellValue is null)
        {
            text.Leave(LeftOut.Formula);
            return "";
        }
        return cell.DataType?.Value is { } type && type != CellValues.Number ? Of(cell, type, value)
            : double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? Of(number, value, KindOf(cell))
            : value;
    }

    private string Of(Cell cell, CellValues type, string value)
    {
        if (type == CellValues.InlineString)
            return TextOf(cell.InlineString);
        if (type == CellValues.Boolean)
            return value == "1" ? "TRUE" : "FALSE";
        if (type != CellValues.SharedString)
            return value;
        return int.TryParse(value, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < shared.Count
            ? shared[at]
            : "";
    }

    /// <summary>Sums leave a rest behind the last digit that anybody sees.</summary>
    private string Of(double number, string value, NumberKind kind) =>
        kind is NumberKind.Date && number is > 0 and < 2_950_000 ? Date(number < 1 ? number : number + firstDay)
        : kind is NumberKind.Percent ? string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.##}%")
        : value.AsSpan().ContainsAny('.', 'E', 'e') ? number.ToString("0.##########", CultureInfo.InvariantCulture)
        : value;

    private NumberKind KindOf(Cell cell) =>
        cell.StyleIndex?.Value is { } style && style < kinds.Count ? kinds[(int)style] : NumberKind.Plain;

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

    private static IEnumerable<NumberKind> KindsOf(Stylesheet? styles)
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
            .Select(id => own.TryGetValue(id, out var code) ? KindOf(code) : KindOf(id));
    }

    private static NumberKind KindOf(string code) =>
        code.AsSpan().ContainsAny(Calendar) ? NumberKind.Date
        : code.Contains('%', StringComparison.Ordinal) ? NumberKind.Percent
        : NumberKind.Plain;

    private static NumberKind KindOf(uint id) =>
        DateFormats.Contains(id) ? NumberKind.Date
        : PercentFormats.Contains(id) ? NumberKind.Percent
        : NumberKind.Plain;

    [GeneratedRegex(
        """
            "[^"]*"|\[[^\]]*\]|\\.
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Literal();

    private enum NumberKind
    {
        Plain,
        Date,
        Percent,
    }
}
