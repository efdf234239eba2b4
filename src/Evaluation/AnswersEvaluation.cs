using System.Diagnostics;
using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>
/// Asks the entries what somebody knows the answers to, as a resident would ask on that day; <paramref name="hear"/> says
/// what a question sounds like, or nothing.
/// </summary>
public sealed class AnswersEvaluation(KnowledgeBase knowledge, DateOnly today, Func<string, Hearing?> hear)
{
    private const int Deepest = 10;
    private const int Shown = 5;

    /// <summary>Judges every question; <paramref name="done"/> hears how many are.</summary>
    public AnswersReport Run(IReadOnlyList<AskedQuestion> set, Action<int>? done = null)
    {
        var floor = set.Any(asked => asked.Slug is null);
        var judged = new List<Judged>(set.Count);
        foreach (var asked in set)
        {
            judged.Add(Judge(asked, floor));
            done?.Invoke(judged.Count);
        }
        var known = judged.Where(one => one.Asked.Slug is not null).ToList();
        var given = judged.Where(one => one.Answer is not null).ToList();
        return new AnswersReport
        {
            Entries = knowledge.Entries.Count,
            Questions = set.Count,
            Floor = floor,
            RecallAt1 = Share.Of([.. known.Select(one => one.Place == 0)]).Value,
            RecallAt5 = Share.Of([.. known.Select(one => one.Place < 5)]).Value,
            RecallAt10 = Share.Of([.. known.Select(one => one.Place < 10)]).Value,
            MrrAt10 = Mean(known, place => 1.0 / (place + 1)),
            // With one right entry to a question, the ideal gain is one.
            NdcgAt10 = Mean(known, place => 1 / Math.Log2(place + 2)),
            AnswersWithUncitedFacts = given.Count(one => one.Uncited is not []),
            Abstained = Share.Of([.. judged.Where(one => one.Asked.Slug is null).Select(one => one.Answer is null)]),
            Unanswered = Share.Of([.. known.Select(one => one.Answer is null)]),
            AnsweredRight = Share.Of([.. known.Select(one => one.IsAnsweredRight)]),
            AnsweredWrong = Share.Of([.. known.Select(one => one is { Answer: not null, IsAnsweredRight: false })]),
            SaidRight = Share.Of([.. given.Select(one => one is { Missing: [], Forbidden: [] })]),
            P50Milliseconds = Percentile.Of(judged.Select(one => one.Milliseconds), 0.5),
            P99Milliseconds = Percentile.Of(judged.Select(one => one.Milliseconds), 0.99),
            Failures =
            [
                .. judged.Where(one => !one.IsRight).Select(one => one.Failure).OrderByDescending(one => one.Critical),
            ],
        };
    }

    private Judged Judge(AskedQuestion asked, bool floor)
    {
        var question = new Question(asked.Question, asked.Language);
        var started = Stopwatch.GetTimestamp();
        var answer = floor ? knowledge.Ask(question, today, hear(asked.Question)) : Nearest(question);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var found = knowledge.Rank(question, today, Deepest).Select(hit => hit.Entry.Slug).ToList();
        return new Judged(asked, answer, found)
        {
            Milliseconds = took,
            Uncited = answer is null ? [] : CitedFacts.NotIn(knowledge, answer, today),
        };
    }

    private Answer? Nearest(Question question) =>
        knowledge.Rank(question, today, 1) is [var best] ? knowledge.AnswerOf(best.Entry, today, question.Text) : null;

    private static double Mean(List<Judged> known, Func<int, double> gain) =>
        known.Select(one => one.Place < Deepest ? gain(one.Place) : 0).DefaultIfEmpty(1).Average();

    private sealed record Judged(AskedQuestion Asked, Answer? Answer, IReadOnlyList<string> Found)
    {
        private readonly string text = Answer is null ? "" : string.Join(' ', Answer.Sentences);

        public double Milliseconds { get; init; }
        public required IReadOnlyList<string> Uncited { get; init; }

        /// <summary>Where the wanted entry stands in what was found, from 0.</summary>
        public int Place =>
            Found.Index().Where(hit => hit.Item == Asked.Slug).Select(hit => hit.Index).FirstOrDefault(int.MaxValue);

        public IReadOnlyList<string> Missing =>
            Answer is null ? [] : [.. (Asked.MustContain ?? []).Where(part => !Says(part))];

        public IReadOnlyList<string> Forbidden => [.. (Asked.MustNotContain ?? []).Where(Says)];

        public bool IsAnsweredRight => Answer?.Entry.Slug == Asked.Slug;

        public bool IsRight => IsAnsweredRight && this is { Missing: [], Forbidden: [], Uncited: [] };

        public AnswerFailure Failure =>
            new(
                Asked.Question,
                Asked.Slug,
                Answer?.Entry.Slug,
                [.. Found.Take(Shown)],
                Missing,
                Forbidden,
                Uncited,
                Asked.Critical
            );

        private bool Says(string part) => text.Contains(part, StringComparison.Ordinal);
    }
}
