using System.Globalization;
using Microsoft.Data.Sqlite;
using static Bupyeong.Chatbot.Circulation.Sample.SampleFile;

namespace Bupyeong.Chatbot.Circulation.Sample;

/// <summary>
/// The sample system's own memory of holds that were placed and given up. They count for the day, as renewals do, and are
/// kept one day more for a request that is sent again over midnight.
/// </summary>
internal sealed class SampleHolds
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS hold_act (
            idempotency_key TEXT NOT NULL,
            act TEXT NOT NULL,
            member TEXT NOT NULL,
            record TEXT NOT NULL,
            title TEXT NOT NULL,
            branch TEXT NOT NULL,
            day TEXT NOT NULL,
            outcome TEXT NOT NULL,
            done INTEGER NOT NULL,
            PRIMARY KEY (idempotency_key, act, record)
        )
        """;

    private readonly SampleFile file;

    public SampleHolds(SampleFile file)
    {
        this.file = file;
        using var connection = file.Open();
        Run(connection, Schema);
    }

    /// <summary>What was placed and given up on this day, in order.</summary>
    public IReadOnlyList<Done> DoneOn(DateOnly day)
    {
        using var connection = file.Open();
        return DoneOn(connection, day);
    }

    /// <summary>The first outcome under this key, or the one decided now, which is durable before it is returned.</summary>
    public string Once(Request request, Func<IReadOnlyList<Done>, (string Outcome, bool IsDone)> decide)
    {
        using var connection = file.Open();
        using var transaction = connection.BeginTransaction();
        if (Find(connection, request) is { } earlier)
            return earlier;

        var (outcome, isDone) = decide(DoneOn(connection, request.Day));
        Run(connection, "DELETE FROM hold_act WHERE day < $day", ("$day", Text(request.Day.AddDays(-1))));
        Run(
            connection,
            "INSERT INTO hold_act VALUES ($key, $act, $member, $record, $title, $branch, $day, $outcome, $done)",
            ("$key", request.Key),
            ("$act", request.Act.ToString()),
            ("$member", request.Member),
            ("$record", request.Record),
            ("$title", request.Title),
            ("$branch", request.Branch),
            ("$day", Text(request.Day)),
            ("$outcome", outcome),
            ("$done", isDone ? "1" : "0")
        );
        transaction.Commit();
        return outcome;
    }

    private static List<Done> DoneOn(SqliteConnection connection, DateOnly day)
    {
        using var command = Command(
            connection,
            "SELECT act, member, record, title, branch, outcome FROM hold_act WHERE day = $day AND done = 1 ORDER BY rowid",
            ("$day", Text(day))
        );
        using var rows = command.ExecuteReader();
        var done = new List<Done>();
        while (rows.Read())
            done.Add(
                new(
                    Enum.Parse<Act>(rows.GetString(0)),
                    rows.GetString(1),
                    rows.GetString(2),
                    rows.GetString(3),
                    rows.GetString(4),
                    int.TryParse(rows.GetString(5), CultureInfo.InvariantCulture, out var position) ? position : 0
                )
            );
        return done;
    }

    private static string? Find(SqliteConnection connection, Request request)
    {
        using var command = Command(
            connection,
            "SELECT outcome FROM hold_act WHERE idempotency_key = $key AND act = $act AND record = $record",
            ("$key", request.Key),
            ("$act", request.Act.ToString()),
            ("$record", request.Record)
        );
        return command.ExecuteScalar() as string;
    }

    /// <summary>What is done with a hold.</summary>
    internal enum Act
    {
        Place,
        Cancel,
    }

    /// <summary>One act over one title, asked for once or several times.</summary>
    internal sealed record Request(
        string Key,
        Act Act,
        string Member,
        string Record,
        string Title,
        string Branch,
        DateOnly Day
    );

    /// <summary>An act that changed the queue; a hold that was placed has its place in it.</summary>
    internal sealed record Done(Act Act, string Member, string Record, string Title, string Branch, int Position);
}
