namespace Bupyeong.Chatbot.Evaluation;

/// <summary>The report as people read it in a terminal.</summary>
internal sealed class UnderstandingPrinter(TextWriter output)
{
    private const int MostConfusions = 25;
    private const int MostFailures = 40;
    private const int Bar = 30;

    public void Print(UnderstandingReport report)
    {
        Heading("Intent");
        Row("all", report.Intent);
        Row("sure, and acted upon", report.Sure);
        Row("out of scope noticed", report.OutOfScope);
        Row("in scope but refused", report.InScopeRefused);
        Table("By style", report.Styles);
        Table("By language", report.Languages);
        Table("By intent", report.Intents);
        Table("By kind of question", report.Kinds);
        Heading("Taken for another");
        foreach (var confusion in report.Confusions.Take(MostConfusions))
            output.WriteLine($"  {confusion.Count, 4}  {confusion.Intent} → {confusion.Understood}");
        Reliability(report);
        Heading("Entities                 precision  recall      F1");
        foreach (var (type, found) in report.Entities)
            output.WriteLine(
                $"  {type, -22} {found.Precision, 9:P1} {found.Recall, 8:P1} {found.F1, 8:P1}  ({found.Wanted} wanted)"
            );
        Row("titles in first three", report.TitlesInThree);
        Row("mistyped ones", report.MistypedTitlesInThree);
        Heading("Speed");
        output.WriteLine(
            $"  p50 {report.P50Milliseconds:F2} ms, p99 {report.P99Milliseconds:F2} ms; taken apart, too: p99 {report.P99WholeMilliseconds:F2} ms, {report.KilobytesPerSentence:F0} KB a sentence"
        );
        Failures(report.Failures);
    }

    private void Reliability(UnderstandingReport report)
    {
        Heading($"Scores and what comes true (calibration error {report.CalibrationError:P1})");
        foreach (var range in report.Reliability)
        {
            var bar = new string('█', (int)Math.Round(range.Right * Bar));
            output.WriteLine(
                $"  {range.From:F1}–{range.To:F1} {bar.PadRight(Bar)} {range.Right, 6:P0} right, {range.Promised, 4:P0} promised ({range.Count})"
            );
        }
    }

    private void Failures(IReadOnlyList<Failure> failures)
    {
        Heading($"Not understood ({failures.Count}; --report has them all)");
        foreach (var failure in failures.Take(MostFailures))
            output.WriteLine(
                $"  {failure.Text}  [{failure.Intent} → {failure.Understood} {failure.Score:F2}, {failure.Style}]"
            );
    }

    private void Table(string title, IReadOnlyDictionary<string, Share> shares)
    {
        Heading(title);
        foreach (var (name, share) in shares)
            Row(name, share);
    }

    private void Row(string name, Share share) => output.WriteLine($"  {name, -22} {share}");

    private void Heading(string title) => output.WriteLine($"\n{title}");
}
