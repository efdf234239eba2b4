using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Storage;

/// <summary>The one SQLite file of the house, and its schema brought up to date at start.</summary>
public sealed class Database
{
    private readonly string connectionString;

    /// <summary>Opens or makes <paramref name="file"/>; throws when a newer program has already changed its schema.</summary>
    public Database(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 5 }.ToString();
        File = file;
        using var connection = Open();
        Migrate(connection);
    }

    public string File { get; }

    /// <summary>A connection that commits durably: WAL, and an fsync on every commit.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA busy_timeout = 5000;
            PRAGMA secure_delete = ON;
            PRAGMA wal_autocheckpoint = 4000;
            """;
        pragmas.ExecuteNonQuery();
        return connection;
    }

    /// <summary>True when the file answers a question.</summary>
    public bool Answers()
    {
        using var connection = Open();
        return UserVersion(connection) > 0;
    }

    private static void Migrate(SqliteConnection connection)
    {
        var scripts = Scripts();
        var version = UserVersion(connection);
        if (version > scripts.Count)
            throw new InvalidDataException(
                $"{connection.DataSource} has schema {version}, this program knows {scripts.Count}: it was used by a newer version."
            );
        for (var next = version; next < scripts.Count; next++)
        {
            using var transaction = connection.BeginTransaction();
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = string.Create(
                CultureInfo.InvariantCulture,
                $"{scripts[next]}\nPRAGMA user_version = {next + 1};"
            );
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }

    private static int UserVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The scripts of Storage/Migrations in the order of their numbers.</summary>
    private static List<string> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd();
                }),
        ];
    }
}
