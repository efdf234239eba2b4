namespace Bupyeong.Chatbot.Evaluation;

/// <summary>The report on answers as people read it in a terminal.</summary>
internal sealed class AnswersPrinter(TextWriter output)
{
    private const int MostFailures = 40;
    private const int MostFound = 3;

    public void Print(AnswersReport report)
    {
        Heading($"Search by {report.Engine} ({report.Questions} questions, {report.Entries} entries)");
        Row("first", report.RecallAt1);
        Row("in first five", report.RecallAt5);
        Row("in first ten", report.RecallAt10);
        Row("mrr@10", report.MrrAt10);
        Row("ndcg@10", report.NdcgAt10);
        Heading(report.Floor ? "Answers" : "Answers (every question has an entry, so each is answered)");
        Row("by the right entry", report.AnsweredRight);
        Row("by a wrong one", report.AnsweredWrong);
        Row("none, wrongly", report.Unanswered);
        Row("none, rightly", report.Abstained);
        Row("say what they must", report.SaidRight);
        output.WriteLine($"  with uncited facts     {report.AnswersWithUncitedFacts, 8}");
        if (report.Meaning is { } meaning)
            output.WriteLine($"  {meaning}");
        Heading("Speed");
        output.WriteLine($"  p50 {report.P50Milliseconds:F3} ms, p99 {report.P99Milliseconds:F3} ms");
        Heading($"Not answered as wanted ({report.Failures.Count}; --report has them all)");
        // What would do harm is never cut off.
        foreach (
            var (place, failure) in report.Failures.Index().Where(one => one.Index < MostFailures || one.Item.Critical)
        )
            Print(failure);
    }

    private void Print(AnswerFailure failure)
    {
        var found = string.Join(", ", failure.Found.Take(MostFound));
        output.WriteLine(
            $"  {(failure.Critical ? "critical: " : "")}{failure.Question}  [{Name(failure.Slug)} → {Name(failure.Answered)}; {found}]"
        );
        Parts("does not say", failure.Missing);
        Parts("says", failure.Forbidden);
        Parts("is not in its source", failure.Uncited);
    }

    private void Parts(string title, IReadOnlyList<string> parts)
    {
        if (parts is not [])
            output.WriteLine($"      {title}: {string.Join(" · ", parts)}");
    }

    private static string Name(string? slug) => slug ?? "no answer";

    private void Row(string name, Share share) => output.WriteLine($"  {name, -22} {share}");

    private void Row(string name, double share) => output.WriteLine($"  {name, -22} {share, 6:P1}");

    private void Heading(string title) => output.WriteLine($"\n{title}");
}
