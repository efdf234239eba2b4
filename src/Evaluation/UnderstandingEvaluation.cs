using System.Diagnostics;
using System.Globalization;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Evaluation;

/// <summary>Holds the recogniser against labelled sentences that it was not taught.</summary>
public sealed class UnderstandingEvaluation(Recognizer recognizer, TwoWishes twoWishes, EntityJudge entities)
{
    private const string NotOurs = "out-of-scope";
    private const int Ranges = 10;

    /// <summary>Judges every sentence; <paramref name="done"/> hears how many are.</summary>
    public UnderstandingReport Run(IReadOnlyList<LabelledUtterance> set, Action<int>? done = null)
    {
        var answers = new List<Answer>(set.Count);
        foreach (var utterance in set)
        {
            answers.Add(Judge(utterance));
            done?.Invoke(answers.Count);
        }
        var foreign = answers.Where(answer => answer.Wanted.Intent == NotOurs).ToList();
        var own = answers.Where(answer => answer.Wanted.Intent != NotOurs).ToList();
        var alone = answers.Where(answer => answer.Wanted.Then is null).ToList();
        var reliability = Reliability(alone);
        var titles = answers.SelectMany(answer => entities.Titles(answer.Wanted, answer.Read)).ToList();
        return new UnderstandingReport
        {
            Intent = Right(answers),
            Styles = By(answers, answer => answer.Wanted.Style),
            Languages = By(answers, answer => answer.Wanted.Language),
            Intents = By(answers, answer => answer.Wanted.Intent),
            Kinds = By(answers, answer => answer.Wanted.Kind?.ToString("000", CultureInfo.InvariantCulture)),
            Confusions = Confusions(answers),
            OutOfScope = Right(foreign),
            FalselyAccepted = Share.Of([
                .. foreign.Select(answer => !answer.IsRead && answer.Read.Score >= Confidence.Sure),
            ]),
            InScopeRefused = Share.Of([.. own.Select(answer => answer.Read.Intent == NotOurs)]),
            Sure = Sure(alone),
            Reliability = reliability,
            CalibrationError =
                reliability.Sum(range => range.Count * Math.Abs(range.Promised - range.Right))
                / Math.Max(alone.Count, 1),
            Entities = entities.Judge(answers.Select(answer => (answer.Wanted, answer.Read))),
            TitlesInThree = Share.Of([.. titles.Select(title => title.IsFound)]),
            MistypedTitlesInThree = Share.Of([
                .. titles.Where(title => title.IsMistyped).Select(title => title.IsFound),
            ]),
            P50Milliseconds = Percentile.Of(answers.Select(answer => answer.Milliseconds), 0.5),
            P99Milliseconds = Percentile.Of(answers.Select(answer => answer.Milliseconds), 0.99),
            P99WholeMilliseconds = Percentile.Of(answers.Select(answer => answer.WholeMilliseconds), 0.99),
            KilobytesPerSentence = answers.Average(answer => answer.Bytes) / 1024,
            Failures = [.. answers.Where(answer => !answer.IsRight).Select(answer => answer.Failure)],
        };
    }

    private Answer Judge(LabelledUtterance utterance)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var read = recognizer.Recognize(utterance.Text);
        var recognized = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var wishes = Wishes(utterance.Text, read);
        return new Answer(utterance, read)
        {
            Wishes = wishes,
            Milliseconds = recognized,
            WholeMilliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds,
            Bytes = GC.GetAllocatedBytesForCurrentThread() - bytes,
        };
    }

    /// <summary>Both wishes of a message, as a turn takes it apart.</summary>
    private (string, string)? Wishes(string text, Recognition whole) =>
        twoWishes.Of(text, whole, recognizer.Recognize) is var (first, second)
            ? (recognizer.Recognize(first).Intent, recognizer.Recognize(second).Intent)
            : null;

    private static Share Right(IReadOnlyCollection<Answer> answers) => Share.Of([.. answers.Select(a => a.IsRight)]);

    private static Share Sure(IEnumerable<Answer> alone) =>
        Share.Of([.. alone.Where(answer => answer.Read.Score >= Confidence.Sure).Select(answer => answer.IsRead)]);

    private static SortedDictionary<string, Share> By(IEnumerable<Answer> answers, Func<Answer, string?> key) =>
        new(
            answers
                .Where(answer => key(answer) is not null)
                .GroupBy(answer => key(answer)!)
                .ToDictionary(group => group.Key, group => Right([.. group])),
            StringComparer.Ordinal
        );

    private static List<Confusion> Confusions(IEnumerable<Answer> answers) =>
        [
            .. answers
                .Where(answer => !answer.IsRight)
                .CountBy(answer => (answer.Wanted.Intent, Read: answer.Read.Intent))
                .Where(pair => pair.Key.Intent != pair.Key.Read)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key.Intent, StringComparer.Ordinal)
                .Select(pair => new Confusion(pair.Key.Intent, pair.Key.Read, pair.Value)),
        ];

    private static List<ScoreRange> Reliability(IEnumerable<Answer> answers) =>
        [
            .. answers
                .GroupBy(answer => Math.Min(Ranges - 1, (int)(answer.Read.Score * Ranges)))
                .OrderBy(range => range.Key)
                .Select(range => new ScoreRange(
                    (double)range.Key / Ranges,
                    (range.Key + 1.0) / Ranges,
                    range.Count(),
                    range.Average(answer => answer.Read.Score),
                    range.Average(answer => answer.IsRead ? 1.0 : 0)
                )),
        ];

    private sealed record Answer(LabelledUtterance Wanted, Recognition Read)
    {
        public (string, string)? Wishes { get; init; }
        public double Milliseconds { get; init; }
        public double WholeMilliseconds { get; init; }
        public long Bytes { get; init; }

        /// <summary>The message taken as a whole means what it was labelled with.</summary>
        public bool IsRead => Read.Intent == Wanted.Intent;

        public bool IsRight => Wanted.Then is { } then ? Wishes == (Wanted.Intent, then) : Wishes is null && IsRead;

        public Failure Failure =>
            new(
                Wanted.Text,
                Wanted.Then is null ? Wanted.Intent : $"{Wanted.Intent} + {Wanted.Then}",
                Wishes is var (one, two) ? $"{one} + {two}" : Read.Intent,
                Math.Round(Read.Score, 3),
                Wanted.Style
            );
    }
}
