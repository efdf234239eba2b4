using System.Text;
using System.Text.Json;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Storage;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>The stored conversation: inbox, transcript and outbox in one table.</summary>
public sealed class Transcript(Database database, ConversationKeys keys, ReplyWriter writer)
{
    /// <summary>The name under which a private bubble is shown once its key is destroyed.</summary>
    public const string Erased = "sign-out/erased";

    /// <summary>
    /// Appends an entry. Returns the sequence under which the conversation has it: another one than the entry's own when
    /// the same client id was accepted before, and then nothing is added.
    /// </summary>
    public static long AppendIncoming(WriteSession session, string conversation, TranscriptEntry entry)
    {
        var added = session.Execute(
            """
            INSERT INTO transcript (conversation, sequence, client_id, at, name, body, pending)
            VALUES ($1, $2, $3, $4, $5, $6, 1) ON CONFLICT (conversation, client_id) WHERE client_id IS NOT NULL DO NOTHING
            """,
            conversation,
            entry.Sequence,
            entry.ClientId,
            entry.At.ToUnixTimeMilliseconds(),
            entry.Event,
            Encoding.UTF8.GetBytes(entry.Text ?? "")
        );
        return added == 1
            ? entry.Sequence
            : (long)
                session.Scalar(
                    "SELECT sequence FROM transcript WHERE conversation = $1 AND client_id = $2",
                    conversation,
                    entry.ClientId
                )!;
    }

    /// <summary>The bytes of a bubble as they are stored: sealed when it shows the account.</summary>
    public byte[] Body(string conversation, TranscriptEntry entry)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(entry.Message!, MessageJson.Default.Message);
        return entry.IsPrivate ? keys.Seal(conversation, plain) : plain;
    }

    public static void AppendReply(WriteSession session, string conversation, TranscriptEntry entry, byte[] body) =>
        session.Execute(
            """
            INSERT INTO transcript (conversation, sequence, reply_to, at, name, count, body, sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            conversation,
            entry.Sequence,
            entry.ReplyTo,
            entry.At.ToUnixTimeMilliseconds(),
            entry.Message!.Name,
            entry.Count,
            body,
            entry.IsPrivate ? 1 : 0
        );

    public static int MarkDone(WriteSession session, string conversation, long sequence) =>
        session.Execute(
            "UPDATE transcript SET pending = 0 WHERE conversation = $1 AND sequence = $2",
            conversation,
            sequence
        );

    /// <summary>The name of a bubble of the assistant; null when there is no such bubble.</summary>
    public static string? NameOfReply(WriteSession session, string conversation, long sequence) =>
        session.Scalar(
            "SELECT name FROM transcript WHERE conversation = $1 AND sequence = $2 AND reply_to IS NOT NULL",
            conversation,
            sequence
        ) as string;

    /// <summary>The last bubble that answered something: what is said about answers is no answer.</summary>
    public static (long Sequence, string Name)? LastAnswer(WriteSession session, string conversation)
    {
        var found = session.Scalar(
            """
            SELECT sequence || ' ' || name FROM transcript
            WHERE conversation = $1 AND reply_to IS NOT NULL
              AND name NOT LIKE 'feedback/%' AND name NOT LIKE 'thanks/%' AND name NOT LIKE 'abuse/%'
            ORDER BY sequence DESC LIMIT 1
            """,
            conversation
        );
        return found is string text && text.Split(' ') is [var sequence, var name]
            ? (long.Parse(sequence, System.Globalization.CultureInfo.InvariantCulture), name)
            : null;
    }

    /// <summary>The entries after <paramref name="after"/>, oldest first.</summary>
    public IReadOnlyList<TranscriptEntry> Read(string conversation, long after, int most = 500)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT sequence, reply_to, client_id, at, name, count, body, sealed FROM transcript
            WHERE conversation = $conversation AND sequence > $after ORDER BY sequence LIMIT $most
            """;
        command.Parameters.AddWithValue("$conversation", conversation);
        command.Parameters.AddWithValue("$after", after);
        command.Parameters.AddWithValue("$most", most);
        using var rows = command.ExecuteReader();
        var entries = new List<TranscriptEntry>();
        while (rows.Read())
            entries.Add(Entry(conversation, rows));
        return entries;
    }

    /// <summary>Everything that was acknowledged and not yet answered, in the order of each conversation.</summary>
    public IReadOnlyList<(string Conversation, TranscriptEntry Entry)> Pending()
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT sequence, reply_to, client_id, at, name, count, body, sealed, conversation FROM transcript
            WHERE pending = 1 ORDER BY conversation, sequence
            """;
        using var rows = command.ExecuteReader();
        var entries = new List<(string, TranscriptEntry)>();
        while (rows.Read())
            entries.Add((rows.GetString(8), Entry(rows.GetString(8), rows)));
        return entries;
    }

    private TranscriptEntry Entry(string conversation, SqliteDataReader row)
    {
        var entry = new TranscriptEntry(row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)));
        var body = row.GetFieldValue<byte[]>(6);
        if (row.IsDBNull(1))
            return entry with
            {
                Text = Encoding.UTF8.GetString(body),
                ClientId = row.IsDBNull(2) ? null : row.GetString(2),
                Event = row.IsDBNull(4) ? null : row.GetString(4),
            };
        var isPrivate = row.GetInt64(7) == 1;
        return entry with
        {
            ReplyTo = row.GetInt64(1),
            IsPrivate = isPrivate,
            Count = row.IsDBNull(5) ? null : row.GetInt32(5),
            Message = isPrivate ? Unsealed(conversation, body) : Deserialize(body),
        };
    }

    private Message Unsealed(string conversation, byte[] body) =>
        keys.Open(conversation, body) is { } plain ? Deserialize(plain) : writer.Write(new Line(Erased), 0);

    private static Message Deserialize(byte[] body) =>
        JsonSerializer.Deserialize(body, MessageJson.Default.Message)
        ?? throw new InvalidDataException("An empty message in the transcript.");
}
