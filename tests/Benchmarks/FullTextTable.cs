using Bupyeong.Chatbot.Search;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>
/// SQLite's FTS5 over the terms that our index has too, at its best for this: one transaction, no journal, one merged
/// segment, no positions, everything in its page cache, one prepared statement.
/// </summary>
internal sealed class FullTextTable : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand search;

    private FullTextTable(SqliteConnection connection, IReadOnlyList<SearchField> fields)
    {
        this.connection = connection;
        search = connection.CreateCommand();
        var weights = string.Join(", ", fields.Select(field => field.Weight));
        search.CommandText =
            $"SELECT rowid, bm25(passages, {weights}) AS score FROM passages WHERE passages MATCH @terms ORDER BY score LIMIT @max";
        search.Parameters.Add("@terms", SqliteType.Text);
        search.Parameters.Add("@max", SqliteType.Integer);
    }

    public static FullTextTable Open(string file, SearchField[] fields, IReadOnlyList<SearchDocument> documents)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        var columns = string.Join(", ", fields.Select(field => field.Name));
        Run(
            $"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000; PRAGMA mmap_size=2000000000"
        );
        Run($"CREATE VIRTUAL TABLE passages USING fts5({columns}, content='', detail='column', columnsize=1)");
        using (var transaction = connection.BeginTransaction())
        {
            using var insert = connection.CreateCommand();
            insert.Transaction = transaction;
            insert.CommandText =
                $"INSERT INTO passages(rowid, {columns}) VALUES (@id, {string.Join(", ", fields.Select(field => $"@{field.Name}"))})";
            insert.Parameters.Add("@id", SqliteType.Integer);
            foreach (var field in fields)
                insert.Parameters.Add($"@{field.Name}", SqliteType.Text);
            foreach (var (number, document) in documents.Index())
            {
                insert.Parameters["@id"].Value = number;
                foreach (var text in document.Texts)
                    insert.Parameters[$"@{text.Field}"].Value = string.Join(' ', KoreanTerms.Of(text.Text));
                insert.ExecuteNonQuery();
            }
            transaction.Commit();
        }
        Run("INSERT INTO passages(passages) VALUES ('optimize')");
        return new FullTextTable(connection, fields);

        void Run(string statement)
        {
            using var command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Passages with any of the terms, best first, as our index finds them.</summary>
    public IReadOnlyList<SearchHit> Search(string text, int max)
    {
        search.Parameters["@terms"].Value = string.Join(
            " OR ",
            KoreanTerms.Of(text).Distinct().Select(term => $"\"{term}\"")
        );
        search.Parameters["@max"].Value = max;
        using var reader = search.ExecuteReader();
        var hits = new List<SearchHit>(max);
        while (reader.Read())
            hits.Add(new SearchHit(reader.GetString(0), (float)-reader.GetDouble(1)));
        return hits;
    }

    public void Dispose()
    {
        search.Dispose();
        connection.Dispose();
    }
}
