using Bupyeong.Chatbot.Storage;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Requests;

/// <summary>Residents who asked for a librarian: who waits, who is being talked to, and every move from one to the other.</summary>
public sealed class Handovers(Database database, BatchingWriter writer, TimeProvider time)
{
    public const string Resident = "resident";
    public const string Assistant = "assistant";

    private const string Columns = "receipt, conversation, status, at, staff, coalesce(staff_at, since, at)";
    private const string CountAhead =
        "SELECT count(*) FROM handovers WHERE status = 'queued' AND at < (SELECT at FROM handovers WHERE receipt = $1)";

    /// <summary>
    /// Puts a conversation into the queue. Who calls again keeps the receipt and the place, and a turn taken again after
    /// a crash calls nobody twice.
    /// </summary>
    public async Task<(string Receipt, int Ahead)> CallAsync(string turn, DateOnly today) =>
        await writer.WriteAsync(session =>
        {
            // Nobody comes at the same moment as another, so that the time is the place in the queue.
            var last = session.Scalar("SELECT max(at) FROM handovers WHERE status = 'queued'") as long?;
            var receipt = Open(session, turn, today, HandoverStatus.Queued, Math.Max(Now, last + 1 ?? 0));
            if (Status(session, receipt) is HandoverStatus.Requested)
            {
                session.Execute(
                    "UPDATE handovers SET at = $1 WHERE receipt = $2",
                    Math.Max(Now, last + 1 ?? 0),
                    receipt
                );
                Move(session, receipt, HandoverStatus.Queued, Resident);
            }
            return (receipt, (int)(long)session.Scalar(CountAhead, receipt)!);
        });

    /// <summary>Keeps that somebody asked while the doors were closed; asked again, it is the same call.</summary>
    public Task<string> RequestAsync(string turn, DateOnly today) =>
        writer.WriteAsync(session => Open(session, turn, today, HandoverStatus.Requested, Now));

    /// <summary>
    /// Moves on by itself and returns where the handover stands afterwards: elsewhere than <paramref name="to"/> when
    /// somebody else was faster.
    /// </summary>
    public Task<string> TryMoveAsync(string receipt, string to, string by) =>
        writer.WriteAsync(session =>
        {
            var from = Status(session, receipt) ?? throw new NoSuchReceiptException(receipt);
            if (from == to || !HandoverStatus.Allows(from, to))
                return from;
            Move(session, receipt, to, by);
            return to;
        });

    /// <summary>
    /// Makes a move within the caller's transaction. False when it was made before; throws
    /// <see cref="MoveRefusedException"/> when it is not allowed, also when another librarian is there already.
    /// </summary>
    public bool Move(WriteSession session, string receipt, string to, string by)
    {
        var from = Status(session, receipt) ?? throw new NoSuchReceiptException(receipt);
        var holder = session.Scalar("SELECT staff FROM handovers WHERE receipt = $1", receipt) as string;
        if (from == to && (to is not HandoverStatus.Person || holder == by))
            return false;
        if (!HandoverStatus.Allows(from, to))
            throw MoveRefusedException.NotAllowed(receipt, from, to);
        session.Execute(
            "UPDATE handovers SET status = $1, staff = $2, staff_at = $3, since = $4 WHERE receipt = $5",
            to,
            to is HandoverStatus.Person ? by : holder,
            to is HandoverStatus.Person ? Now : null,
            Now,
            receipt
        );
        Receipts.Record(session, receipt, new(from, to, by, time.GetUtcNow(), null));
        return true;
    }

    /// <summary>Within the caller's transaction: throws unless this librarian is in the conversation.</summary>
    public void Speak(WriteSession session, string receipt, string by)
    {
        var from = Status(session, receipt) ?? throw new NoSuchReceiptException(receipt);
        const string Said =
            "UPDATE handovers SET staff_at = $1 WHERE receipt = $2 AND status = 'person' AND staff = $3";
        if (session.Execute(Said, Now, receipt, by) == 0)
            throw new MoveRefusedException(receipt, from, HandoverStatus.Person, $"{by} has not taken {receipt}.");
    }

    /// <summary>Everybody who waits, in the order in which they came.</summary>
    public IReadOnlyList<Handover> Waiting() => Read("WHERE status = 'queued' ORDER BY at");

    /// <summary>Those of a status, the one who came first first.</summary>
    public IReadOnlyList<Handover> All(string status) => Read("WHERE status = $1 ORDER BY at LIMIT 200", status);

    public Handover? Find(string receipt) => Read("WHERE receipt = $1", receipt) is [var found] ? found : null;

    public IReadOnlyList<Move> MovesOf(string receipt) => Receipts.MovesOf(database, receipt);

    /// <summary>How many came before this one and wait still; null when this one does not wait.</summary>
    public int? AheadOf(string receipt) =>
        Waiting().Select(waiting => waiting.Receipt).ToList().IndexOf(receipt) is >= 0 and var place ? place : null;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The receipt of the conversation's open call, or of a new one.</summary>
    private static string Open(WriteSession session, string turn, DateOnly today, string status, long at)
    {
        var conversation = turn[..turn.LastIndexOf(':')];
        const string Known =
            "SELECT receipt FROM handovers WHERE conversation = $1 AND status IN ('requested', 'queued', 'person')";
        if (session.Scalar(Known, conversation) is string known)
            return known;
        var receipt = Receipts.Of(turn, today);
        var added = session.Execute(
            """
            INSERT INTO handovers (receipt, conversation, status, at, since, words) VALUES ($1, $2, $3, $4, $4, '')
            ON CONFLICT DO NOTHING
            """,
            receipt,
            conversation,
            status,
            at
        );
        if (added == 1)
            Receipts.Record(
                session,
                receipt,
                new("bot", status, Resident, DateTimeOffset.FromUnixTimeMilliseconds(at), null)
            );
        return receipt;
    }

    private static string? Status(WriteSession session, string receipt) =>
        session.Scalar("SELECT status FROM handovers WHERE receipt = $1", receipt) as string;

    private List<Handover> Read(string which, string? value = null)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM handovers {which}";
        if (value is not null)
            command.Parameters.AddWithValue("$1", value);
        using var rows = command.ExecuteReader();
        var found = new List<Handover>();
        while (rows.Read())
            found.Add(Row(rows));
        return found;
    }

    private static Handover Row(SqliteDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))
        )
        {
            Staff = row.IsDBNull(4) ? null : row.GetString(4),
            Since = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
        };
}
