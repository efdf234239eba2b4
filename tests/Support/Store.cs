using Bupyeong.Chatbot.Storage;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>A second hand on the host's database: it holds it, breaks it and mends it.</summary>
public sealed class Store(LibraryHost host) : IDisposable
{
    private readonly SqliteConnection connection = host.Get<Database>().Open();

    /// <summary>Nobody else writes until <see cref="LetGo"/>.</summary>
    public void Hold() => Run("BEGIN IMMEDIATE");

    public void LetGo() => Run("ROLLBACK");

    public void Break() => Run("ALTER TABLE transcript RENAME TO away");

    public void Mend() => Run("ALTER TABLE away RENAME TO transcript");

    public long Count(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public void Dispose() => connection.Dispose();

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
