using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Bupyeong.Chatbot.Requests;

/// <summary>Residents who wait for a librarian and messages left for one, each under a receipt number.</summary>
public sealed class PersonRequests(
    Database database,
    BatchingWriter writer,
    Masking masking,
    IDataProtectionProvider protection,
    TimeProvider time
)
{
    private const string CountAhead =
        "SELECT count(*) FROM handovers WHERE status = 'queued' AND at < (SELECT at FROM handovers WHERE receipt = $1)";
    private const string ReceiptLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private readonly IDataProtector contacts = protection.CreateProtector("person-request.contact");

    /// <summary>
    /// Puts a conversation into the queue. The receipt follows from <paramref name="turn"/>, so that a turn taken again
    /// after a crash calls nobody twice.
    /// </summary>
    public async Task<(string Receipt, int Ahead)> CallAsync(string turn, DateOnly today)
    {
        var receipt = Receipt(turn, today);
        var ahead = await writer.WriteAsync(session =>
        {
            // Nobody comes at the same moment as another, so that the time is the place in the queue.
            var last = session.Scalar("SELECT max(at) FROM handovers WHERE status = 'queued'") as long?;
            var at = Math.Max(Now, last + 1 ?? 0);
            Insert(session, new Row(receipt, ConversationOf(turn), "queued", "", at), null);
            return (int)(long)session.Scalar(CountAhead, receipt)!;
        });
        return (receipt, ahead);
    }

    /// <summary>
    /// Keeps a message; the words are masked and the contact is sealed apart from them. The same message sent again keeps
    /// its receipt.
    /// </summary>
    public async Task<string> LeaveAsync(string conversation, string words, string contact, DateOnly today)
    {
        var receipt = Receipt(string.Join('\n', conversation, contact, words), today);
        var secret = contact.Length > 0 ? contacts.Protect(Encoding.UTF8.GetBytes(contact)) : null;
        var row = new Row(receipt, conversation, "left", masking.Mask(words).Text, Now);
        await writer.WriteAsync(session => Insert(session, row, secret));
        return receipt;
    }

    /// <summary>
    /// Keeps what somebody found wrong in a text of the library (its slug); the words are masked, and the same words
    /// sent again keep their receipt.
    /// </summary>
    public async Task<string> ReportAsync(string slug, string words, DateOnly today)
    {
        var about = $"knowledge:{slug}";
        var receipt = Receipt(string.Join('\n', about, words), today);
        var row = new Row(receipt, about, "reported", masking.Mask(words).Text, Now);
        await writer.WriteAsync(session => Insert(session, row, null));
        return receipt;
    }

    /// <summary>The resident does not wait any more.</summary>
    public Task EndAsync(string receipt, string status) =>
        writer.WriteAsync(session =>
            session.Execute(
                "UPDATE handovers SET status = $1 WHERE receipt = $2 AND status = 'queued'",
                status,
                receipt
            )
        );

    /// <summary>Everybody who waits, in the order in which they came.</summary>
    public IReadOnlyList<WaitingResident> Waiting()
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT conversation, receipt, at FROM handovers WHERE status = 'queued' ORDER BY at";
        using var rows = command.ExecuteReader();
        var waiting = new List<WaitingResident>();
        while (rows.Read())
            waiting.Add(
                new(rows.GetString(0), rows.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(2)))
            );
        return waiting;
    }

    /// <summary>How many came before this one and wait still; null when this one does not wait.</summary>
    public int? AheadOf(string receipt) =>
        Waiting().Select(waiting => waiting.Receipt).ToList().IndexOf(receipt) is >= 0 and var place ? place : null;

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static int Insert(WriteSession session, Row row, byte[]? contact) =>
        session.Execute(
            """
            INSERT INTO handovers (receipt, conversation, status, at, words, contact)
            VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
            """,
            row.Receipt,
            row.Conversation,
            row.Status,
            row.At,
            row.Words,
            contact
        );

    private static string ConversationOf(string turn) => turn[..turn.LastIndexOf(':')];

    /// <summary>Month, day and six letters that are not mistaken for one another: "1122-K7F3PM".</summary>
    private static string Receipt(string seed, DateOnly today)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        var letters = string.Concat(hash.Take(6).Select(value => ReceiptLetters[value % ReceiptLetters.Length]));
        return string.Create(CultureInfo.InvariantCulture, $"{today:MMdd}-{letters}");
    }

    private sealed record Row(string Receipt, string Conversation, string Status, string Words, long At);
}

/// <summary>A conversation that waits for a librarian, and since when.</summary>
public sealed record WaitingResident(string Conversation, string Receipt, DateTimeOffset Since);
