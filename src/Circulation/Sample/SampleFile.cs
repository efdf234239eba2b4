using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Circulation.Sample;

/// <summary>The file in which the sample system keeps what it granted, apart from what the assistant keeps.</summary>
internal sealed class SampleFile
{
    private readonly string connectionString;

    public SampleFile(string dataFolder)
    {
        Directory.CreateDirectory(dataFolder);
        connectionString = $"Data Source={Path.Combine(dataFolder, "sample-library.db")}";
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        Run(connection, "PRAGMA synchronous = FULL");
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql, params (string Name, string? Value)[] values)
    {
        using var command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    public static SqliteCommand Command(
        SqliteConnection connection,
        string sql,
        params (string Name, string? Value)[] values
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, (object?)value ?? DBNull.Value);
        return command;
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
