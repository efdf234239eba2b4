using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>What nothing in the knowledge answered, for staff to write about.</summary>
public sealed record UnansweredQuestion(string Question, int Times, DateTimeOffset First, DateTimeOffset Last);

/// <summary>The list of what residents asked in vain: the masked words and how often, and nobody's conversation.</summary>
public sealed class UnansweredQuestions(Database database, BatchingWriter writer, TimeProvider time)
{
    private const int MostShown = 500;

    /// <summary>What nobody has asked for so long is gone, seen to or not.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(180);

    /// <summary>Keeps a question within the caller's transaction; its words are masked already.</summary>
    public void Keep(WriteSession session, string question)
    {
        var now = time.GetUtcNow();
        session.Execute("DELETE FROM unanswered WHERE last_at < $1", (now - KeptFor).ToUnixTimeMilliseconds());
        session.Execute(
            """
            INSERT INTO unanswered (question, times, first_at, last_at) VALUES ($1, 1, $2, $2)
            ON CONFLICT DO UPDATE SET times = times + 1, last_at = excluded.last_at
            """,
            question,
            now.ToUnixTimeMilliseconds()
        );
    }

    /// <summary>The most often asked first.</summary>
    public IReadOnlyList<UnansweredQuestion> All()
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT question, times, first_at, last_at FROM unanswered WHERE last_at >= $1
            ORDER BY times DESC, last_at DESC LIMIT {MostShown}
            """;
        command.Parameters.AddWithValue("$1", (time.GetUtcNow() - KeptFor).ToUnixTimeMilliseconds());
        using var rows = command.ExecuteReader();
        var found = new List<UnansweredQuestion>();
        while (rows.Read())
            found.Add(new(rows.GetString(0), rows.GetInt32(1), TimeOf(rows.GetInt64(2)), TimeOf(rows.GetInt64(3))));
        return found;
    }

    /// <summary>Staff have seen to it; false when it is not on the list.</summary>
    public Task<bool> StrikeAsync(string question) =>
        writer.WriteAsync(session => session.Execute("DELETE FROM unanswered WHERE question = $1", question) > 0);

    private static DateTimeOffset TimeOf(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
