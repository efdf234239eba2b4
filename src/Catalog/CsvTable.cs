using System.Globalization;
using CsvHelper;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>A CSV file with a header, read row by row; whatever is wrong is said with file, line and column.</summary>
internal static class CsvTable
{
    private static readonly CsvReaderOptions Options = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    public static List<T> Read<T>(string path, IReadOnlyList<string> columns, Func<CsvLine, T> read)
    {
        using var reader = CsvReader.FromFile(path, Options);
        try
        {
            reader.ReadHeader();
            if (columns.FirstOrDefault(c => !reader.TryGetFieldIndex(c, out _)) is { } absent)
                throw new InvalidDataException($"{path}(1): the column {absent} is missing.");
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(read(new CsvLine(path, reader)));
            return rows;
        }
        catch (CsvFormatException e)
        {
            throw new InvalidDataException($"{path}({e.LineNumber}): {e.Message}", e);
        }
    }
}

/// <summary>One line of a CSV file.</summary>
internal sealed class CsvLine(string path, CsvReader reader)
{
    public string Text(string column) => reader.GetString(column).Trim();

    public string Required(string column) =>
        Text(column) is { Length: > 0 } text ? text : throw Wrong(column, "is empty.");

    public int? Number(string column) =>
        Text(column) is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Wrong(column, $"'{text}' is not a whole number.");

    public InvalidDataException Wrong(string column, string what) =>
        new($"{path}({reader.LineNumber}): {column}: {what}");
}
