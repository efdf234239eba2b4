using System.Text;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Bupyeong.Chatbot.Requests;

/// <summary>What residents left for the library to do, each under a receipt number.</summary>
public sealed class RequestLedger(
    BatchingWriter writer,
    Masking masking,
    IDataProtectionProvider protection,
    TimeProvider time
)
{
    private readonly IDataProtector contacts = protection.CreateProtector("person-request.contact");

    /// <summary>
    /// Keeps a message; the words are masked and the contact is sealed apart from them. The same message sent again keeps
    /// its receipt.
    /// </summary>
    public async Task<string> LeaveAsync(string conversation, string words, string contact, DateOnly today)
    {
        var receipt = Receipts.Of(string.Join('\n', conversation, contact, words), today);
        var secret = contact.Length > 0 ? contacts.Protect(Encoding.UTF8.GetBytes(contact)) : null;
        var row = new Row(receipt, conversation, "message", masking.Mask(words).Text, Now);
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
        var receipt = Receipts.Of(string.Join('\n', about, words), today);
        var row = new Row(receipt, about, "report", masking.Mask(words).Text, Now);
        await writer.WriteAsync(session => Insert(session, row, null));
        return receipt;
    }

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static int Insert(WriteSession session, Row row, byte[]? contact) =>
        session.Execute(
            """
            INSERT INTO requests (receipt, conversation, kind, status, at, words, contact)
            VALUES ($1, $2, $3, 'filed', $4, $5, $6) ON CONFLICT DO NOTHING
            """,
            row.Receipt,
            row.Conversation,
            row.Kind,
            row.At,
            row.Words,
            contact
        );

    private sealed record Row(string Receipt, string Conversation, string Kind, string Words, long At);
}
