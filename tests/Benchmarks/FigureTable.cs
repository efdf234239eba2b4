using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Bupyeong.Chatbot.Benchmarks;

/// <summary>The figures of one run as one Markdown table.</summary>
public sealed class FigureTable
{
    private readonly List<string> rows = [];

    public void Add(string what, Measured measured, string unit) =>
        AddRow(
            what,
            $"{Number(measured.PerSecond)} {unit}",
            Milliseconds(measured.Milliseconds(0.5)),
            Milliseconds(measured.Milliseconds(0.95)),
            Milliseconds(measured.Milliseconds(0.99))
        );

    public void Add(string what, string figure) => AddRow(what, figure, "", "", "");

    public override string ToString() =>
        new StringBuilder()
            .AppendLine(
                CultureInfo.InvariantCulture,
                $"{Environment.ProcessorCount} cores, shared by the host and the load; .NET {Environment.Version}, {RuntimeInformation.OSDescription}"
            )
            .AppendLine()
            .AppendLine("| what | figure | p50 | p95 | p99 |")
            .AppendLine("|---|--:|--:|--:|--:|")
            .AppendJoin('\n', rows)
            .ToString();

    public static string Milliseconds(double value) =>
        value.ToString(value < 10 ? "0.00" : "0", CultureInfo.InvariantCulture) + " ms";

    private static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private void AddRow(params string[] cells)
    {
        var row = $"| {string.Join(" | ", cells)} |";
        Console.Error.WriteLine(row);
        rows.Add(row);
    }
}
