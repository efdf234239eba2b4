namespace Bupyeong.Chatbot.Catalog;

/// <summary>The two files of the catalogue, read and checked: records.csv and holdings.csv.</summary>
internal sealed record CatalogFiles(IReadOnlyList<CatalogRecord> Records, IReadOnlyList<CatalogFiles.Copy> Copies)
{
    private static readonly string[] RecordColumns =
    [
        .. "id title subtitle other_title volume series authors publisher year isbn kdc audience language format".Split(
            ' '
        ),
        "subjects",
        "loans",
        "source",
    ];

    private static readonly string[] HoldingColumns =
    [
        "barcode",
        "record",
        "branch",
        "room",
        "call_number",
        "status",
        "due_in_days",
    ];

    /// <summary>A copy as the file tells it: sample loans are due so many days from today, whenever today is.</summary>
    internal sealed record Copy(Holding Holding, int? DueInDays);

    /// <exception cref="InvalidDataException">Names the file, the line and the column that are wrong.</exception>
    public static CatalogFiles Read(string folder)
    {
        var ids = new HashSet<string>();
        var barcodes = new HashSet<string>();
        var records = CsvTable.Read(Path.Combine(folder, "records.csv"), RecordColumns, line => RecordOf(line, ids));
        var copies = CsvTable.Read(
            Path.Combine(folder, "holdings.csv"),
            HoldingColumns,
            line => CopyOf(line, ids, barcodes)
        );
        return new CatalogFiles(records, copies);
    }

    private static CatalogRecord RecordOf(CsvLine line, HashSet<string> ids)
    {
        var id = line.Required("id");
        if (!ids.Add(id))
            throw line.Wrong("id", $"'{id}' is there twice.");
        return new CatalogRecord(
            id,
            line.Required("title"),
            line.Text("subtitle"),
            line.Text("other_title"),
            line.Number("volume"),
            line.Text("series"),
            line.Text("authors"),
            line.Text("publisher"),
            line.Number("year"),
            IsbnOf(line),
            line.Text("kdc"),
            line.Text("audience"),
            line.Text("language"),
            line.Text("format"),
            line.Text("subjects").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            line.Number("loans") ?? 0,
            line.Text("source")
        );
    }

    private static string? IsbnOf(CsvLine line)
    {
        var text = line.Text("isbn");
        return text.Length == 0
            ? null
            : Isbn.Normalize(text) ?? throw line.Wrong("isbn", $"'{text}' has a wrong check digit.");
    }

    private static Copy CopyOf(CsvLine line, HashSet<string> ids, HashSet<string> barcodes)
    {
        var barcode = line.Required("barcode");
        if (!barcodes.Add(barcode))
            throw line.Wrong("barcode", $"'{barcode}' is there twice.");
        var record = line.Required("record");
        if (!ids.Contains(record))
            throw line.Wrong("record", $"there is no record '{record}'.");
        var holding = new Holding(
            barcode,
            record,
            line.Required("branch"),
            line.Text("room"),
            line.Text("call_number"),
            StatusOf(line),
            Due: null
        );
        return new Copy(holding, line.Number("due_in_days"));
    }

    private static HoldingStatus StatusOf(CsvLine line) =>
        line.Required("status") switch
        {
            "available" => HoldingStatus.Available,
            "on-loan" => HoldingStatus.OnLoan,
            "hold-shelf" => HoldingStatus.HoldShelf,
            "in-transit" => HoldingStatus.InTransit,
            "in-process" => HoldingStatus.InProcess,
            "missing" => HoldingStatus.Missing,
            var unknown => throw line.Wrong("status", $"'{unknown}' is not a status."),
        };
}
