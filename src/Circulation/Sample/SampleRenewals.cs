using Microsoft.Data.Sqlite;
using static Bupyeong.Chatbot.Circulation.Sample.SampleFile;

namespace Bupyeong.Chatbot.Circulation.Sample;

/// <summary>
/// The sample system's own memory of renewals: like a real library system it still knows after a crash of ours what it
/// granted. Outcomes count for the day they were given, because sample loans begin anew each day;
/// they are kept one day more for a request that is sent again over midnight.
/// </summary>
internal sealed class SampleRenewals
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS renewal (
            idempotency_key TEXT NOT NULL,
            barcode TEXT NOT NULL,
            day TEXT NOT NULL,
            due TEXT,
            refusal TEXT,
            PRIMARY KEY (idempotency_key, barcode)
        )
        """;

    private readonly SampleFile file;

    public SampleRenewals(SampleFile file)
    {
        this.file = file;
        using var connection = file.Open();
        Run(connection, Schema);
    }

    /// <summary>The due dates granted on this day, by barcode; as many as there were renewals.</summary>
    public ILookup<string, DateOnly> GrantedOn(DateOnly day)
    {
        using var connection = file.Open();
        return Granted(connection, day);
    }

    /// <summary>The first outcome under this key, or the one decided now, which is durable before it is returned.</summary>
    public Outcome Once(Request request, Func<ILookup<string, DateOnly>, Outcome> decide)
    {
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction();
        if (Find(connection, request) is { } earlier)
            return earlier;

        var outcome = decide(Granted(connection, request.Day));
        Run(connection, "DELETE FROM renewal WHERE day < $day", ("$day", Text(request.Day.AddDays(-1))));
        Run(
            connection,
            "INSERT INTO renewal VALUES ($key, $barcode, $day, $due, $refusal)",
            ("$key", request.Key),
            ("$barcode", request.Barcode),
            ("$day", Text(request.Day)),
            ("$due", outcome.Due is { } due ? Text(due) : null),
            ("$refusal", outcome.Refusal?.ToString())
        );
        transaction.Commit();
        return outcome;
    }

    private static ILookup<string, DateOnly> Granted(SqliteConnection connection, DateOnly day)
    {
        using var command = Command(
            connection,
            "SELECT barcode, due FROM renewal WHERE day = $day AND due IS NOT NULL",
            ("$day", Text(day))
        );
        using var rows = command.ExecuteReader();
        var granted = new List<(string Barcode, DateOnly Due)>();
        while (rows.Read())
            granted.Add((rows.GetString(0), Date(rows.GetString(1))));
        return granted.ToLookup(row => row.Barcode, row => row.Due);
    }

    private static Outcome? Find(SqliteConnection connection, Request request)
    {
        using var command = Command(
            connection,
            "SELECT due, refusal FROM renewal WHERE idempotency_key = $key AND barcode = $barcode",
            ("$key", request.Key),
            ("$barcode", request.Barcode)
        );
        using var rows = command.ExecuteReader();
        if (!rows.Read())
            return null;
        return rows.IsDBNull(0)
            ? new(null, Enum.Parse<RenewalRefusal>(rows.GetString(1)))
            : new(Date(rows.GetString(0)), null);
    }

    /// <summary>One renewal of one copy, asked for once or several times.</summary>
    internal sealed record Request(string Key, string Barcode, DateOnly Day);

    /// <summary>Granted until a day, or refused.</summary>
    internal sealed record Outcome(DateOnly? Due, RenewalRefusal? Refusal);
}
