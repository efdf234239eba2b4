using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>The figures of one run as one Markdown table.</summary>
public sealed class FigureTable
{
    private readonly List<string> rows = [];
    private readonly List<string> comparison = [];

    public void Add(string what, Measured measured, string unit) =>
        AddRow(
            rows,
            what,
            $"{Number(measured.PerSecond)} {unit}",
            Milliseconds(measured.Milliseconds(0.5)),
            Milliseconds(measured.Milliseconds(0.95)),
            Milliseconds(measured.Milliseconds(0.99))
        );

    public void Add(string what, string figure) => AddRow(rows, what, figure, "", "", "");

    /// <summary>The same thing measured of each of <see cref="Contender.All"/>.</summary>
    public void Compare(string what, IEnumerable<string> figures) => AddRow(comparison, [what, .. figures]);

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine(
            CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, shared by the host and the load; .NET {Environment.Version}, {RuntimeInformation.OSDescription}"
        );
        if (rows.Count > 0)
            text.AppendLine()
                .AppendLine("| what | figure | p50 | p95 | p99 |")
                .AppendLine("|---|--:|--:|--:|--:|")
                .AppendJoin('\n', rows)
                .AppendLine();
        if (comparison.Count > 0)
            text.AppendLine()
                .AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| what | {string.Join(" | ", Contender.All.Select(one => one.Name))} |"
                )
                .AppendLine("|---|--:|--:|--:|")
                .AppendJoin('\n', comparison)
                .AppendLine();
        return text.ToString().TrimEnd();
    }

    public static string Milliseconds(double value) =>
        value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + " ms";

    private static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static void AddRow(List<string> table, params string[] cells)
    {
        var row = $"| {string.Join(" | ", cells)} |";
        Console.Error.WriteLine(row);
        table.Add(row);
    }
}
