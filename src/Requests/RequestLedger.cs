using System.Text;
using System.Threading.RateLimiting;
using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Bupyeong.Chatbot.Requests;

/// <summary>What residents left for the library to do, each under a receipt number, and what has become of it.</summary>
public sealed class RequestLedger(
    Database database,
    BatchingWriter writer,
    Masking masking,
    IDataProtectionProvider protection,
    TimeProvider time
) : IDisposable
{
    private const int LookUpsPerWindow = 10;
    private const string Columns = "receipt, conversation, kind, branch, status, at, words, answer, contact, member";

    private readonly IDataProtector contacts = protection.CreateProtector("person-request.contact");
    private readonly IDataProtector members = protection.CreateProtector("person-request.member");
    private readonly PartitionedRateLimiter<string> lookUps = PartitionedRateLimiter.Create<string, string>(
        conversation =>
            RateLimitPartition.GetFixedWindowLimiter(
                conversation,
                _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = LookUpsPerWindow,
                    Window = TimeSpan.FromMinutes(10),
                }
            )
    );

    /// <summary>The number of a request that is about to be confirmed: however often yes is taken up, it is filed once.</summary>
    public static string NewReceipt(string turn, DateOnly today) => Receipts.Of(turn, today);

    /// <summary>Files what was confirmed; the words are masked and the member's number is sealed.</summary>
    public Task FileAsync(Filing filing) =>
        writer.WriteAsync(session =>
            Insert(
                session,
                filing with
                {
                    Words = masking.Mask(filing.Words).Text,
                },
                contact: null,
                member: filing.Member is { } card ? members.Protect(Encoding.UTF8.GetBytes(card)) : null
            )
        );

    /// <summary>
    /// Keeps a message; the words are masked and the contact is sealed apart from them. The same message sent again keeps
    /// its receipt.
    /// </summary>
    public async Task<string> LeaveAsync(string conversation, string words, string contact, DateOnly today)
    {
        var receipt = Receipts.Of(string.Join('\n', conversation, contact, words), today);
        var secret = contact.Length > 0 ? contacts.Protect(Encoding.UTF8.GetBytes(contact)) : null;
        var filing = new Filing(receipt, conversation, RequestKind.Message, masking.Mask(words).Text);
        await writer.WriteAsync(session => Insert(session, filing, secret, null));
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
        var filing = new Filing(receipt, about, RequestKind.Report, masking.Mask(words).Text);
        await writer.WriteAsync(session => Insert(session, filing, null, null));
        return receipt;
    }

    /// <summary>
    /// Makes a move within the caller's transaction: a new status, or the same one with a note. False when it was made
    /// before; throws <see cref="MoveRefusedException"/> when it is not allowed.
    /// </summary>
    public bool Move(WriteSession session, RequestMove move)
    {
        var from =
            session.Scalar("SELECT status FROM requests WHERE receipt = $1", move.Receipt) as string
            ?? throw new NoSuchReceiptException(move.Receipt);
        var text = move.Text is null ? null : masking.Mask(move.Text).Text;
        if (from == move.To && (text is null || IsLast(session, move.Receipt, text)))
            return false;
        if (from == move.To && !move.IsNote || from != move.To && !RequestStatus.Allows(from, move.To))
            throw MoveRefusedException.NotAllowed(move.Receipt, from, move.To);
        session.Execute(
            "UPDATE requests SET status = $1, answer = coalesce($2, answer) WHERE receipt = $3",
            move.To,
            move.IsNote ? null : text,
            move.Receipt
        );
        Receipts.Record(session, move.Receipt, new(from, move.To, move.By, time.GetUtcNow(), text));
        return true;
    }

    /// <summary>The resident takes back what nobody has begun; the status afterwards.</summary>
    public Task<string> CancelAsync(string receipt) =>
        writer.WriteAsync(session =>
        {
            var from = session.Scalar("SELECT status FROM requests WHERE receipt = $1", receipt) as string;
            if (from is RequestStatus.Filed)
                Move(session, new(receipt, RequestStatus.Cancelled, Handovers.Resident));
            return from is RequestStatus.Filed ? RequestStatus.Cancelled : from ?? "";
        });

    /// <summary>What stands under a number that somebody typed; null for none, and "too often" after many tries.</summary>
    public (LibraryRequest? Found, bool IsTooOften) LookUp(string conversation, string receipt) =>
        lookUps.AttemptAcquire(conversation).IsAcquired ? (Find(receipt), false) : (null, true);

    public LibraryRequest? Find(string receipt) => Read("WHERE receipt = $1", receipt) is [var found] ? found : null;

    /// <summary>What was filed in a conversation or by a member, the newest first.</summary>
    public IReadOnlyList<LibraryRequest> Of(string conversation, string? member) =>
        [
            .. Read("WHERE conversation = $1 OR member IS NOT NULL ORDER BY at DESC", conversation)
                .Where(known => known.Conversation == conversation || member is not null && known.Member == member),
        ];

    /// <summary>What staff look through, the oldest first; null means any.</summary>
    public IReadOnlyList<LibraryRequest> All(string? kind, string? branch, string? status) =>
        Read(
            """
            WHERE ($1 IS NULL OR kind = $1) AND ($2 IS NULL OR branch = $2) AND ($3 IS NULL OR status = $3)
            ORDER BY at LIMIT 500
            """,
            kind,
            branch,
            status
        );

    public IReadOnlyList<Move> MovesOf(string receipt) => Receipts.MovesOf(database, receipt);

    public void Dispose() => lookUps.Dispose();

    private static bool IsLast(WriteSession session, string receipt, string text) =>
        session.Scalar("SELECT note FROM moves WHERE receipt = $1 ORDER BY step DESC LIMIT 1", receipt) as string
        == text;

    private int Insert(WriteSession session, Filing filing, byte[]? contact, byte[]? member) =>
        session.Execute(
            """
            INSERT INTO requests (receipt, conversation, kind, branch, status, at, words, contact, member)
            VALUES ($1, $2, $3, $4, 'filed', $5, $6, $7, $8) ON CONFLICT DO NOTHING
            """,
            filing.Receipt,
            filing.Conversation,
            filing.Kind,
            filing.Branch,
            time.GetUtcNow().ToUnixTimeMilliseconds(),
            filing.Words,
            contact,
            member
        );

    private List<LibraryRequest> Read(string which, params string?[] values)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM requests {which}";
        foreach (var (at, value) in values.Index())
            command.Parameters.AddWithValue($"${at + 1}", (object?)value ?? DBNull.Value);
        using var rows = command.ExecuteReader();
        var found = new List<LibraryRequest>();
        while (rows.Read())
        {
            string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
            string? Secret(int column, IDataProtector protector) =>
                rows.IsDBNull(column) ? null : Encoding.UTF8.GetString(protector.Unprotect((byte[])rows[column]));
            found.Add(
                new(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(4), rows.GetString(6))
                {
                    Branch = Text(3),
                    At = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(5)),
                    Answer = Text(7),
                    Contact = Secret(8, contacts),
                    Member = Secret(9, members),
                }
            );
        }
        return found;
    }
}
