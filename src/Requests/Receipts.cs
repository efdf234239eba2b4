using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Requests;

/// <summary>Numbers under which matters are found again, and the moves that were made under each.</summary>
internal static class Receipts
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Month, day and six letters that are not mistaken for one another: "1122-K7F3PM". The same seed is the same number.</summary>
    public static string Of(string seed, DateOnly today)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(seed));
        var letters = string.Concat(hash.Take(6).Select(value => Letters[value % Letters.Length]));
        return string.Create(CultureInfo.InvariantCulture, $"{today:MMdd}-{letters}");
    }

    public static void Record(WriteSession session, string receipt, Move move) =>
        session.Execute(
            """
            INSERT INTO moves (receipt, step, from_status, to_status, by, at, note)
            VALUES ($1, (SELECT count(*) + 1 FROM moves WHERE receipt = $1), $2, $3, $4, $5, $6)
            """,
            receipt,
            move.From,
            move.To,
            move.By,
            move.At.ToUnixTimeMilliseconds(),
            move.Note
        );

    /// <summary>Every move under a receipt, the first one first.</summary>
    public static IReadOnlyList<Move> MovesOf(Database database, string receipt)
    {
        using var connection = database.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT from_status, to_status, by, at, note FROM moves WHERE receipt = $receipt ORDER BY step";
        command.Parameters.AddWithValue("$receipt", receipt);
        using var rows = command.ExecuteReader();
        var moves = new List<Move>();
        while (rows.Read())
            moves.Add(
                new(
                    rows.GetString(0),
                    rows.GetString(1),
                    rows.GetString(2),
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3)),
                    rows.IsDBNull(4) ? null : rows.GetString(4)
                )
            );
        return moves;
    }
}
