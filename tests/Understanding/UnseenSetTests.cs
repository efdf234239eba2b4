using System.Text.Json;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Tests.Understanding;

/// <summary>Sentences by someone who had not read the training sentences, as residents will not have.</summary>
public sealed class UnseenSetTests(ITestOutputHelper output)
{
    private const double AccuracyFloor = 0.79;
    private const double SureFloor = 0.94;
    private const double OutOfScopeFloor = 0.72;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<Line>> Unseen = new(() =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "unseen.jsonl"))
                .Where(line => line.Length > 0)
                .Select(line => JsonSerializer.Deserialize<Line>(line, Json)!),
        ]
    );

    private static readonly Lazy<IReadOnlySet<string>> Trained = new(() =>
        Words.Examples.Select(example => KoreanText.Squash(example.Text)).ToHashSet()
    );

    [Fact]
    public void Residents_are_understood()
    {
        var answers = Unseen.Value.Where(line => !IsTrained(line)).Select(Answer.To).ToList();
        output.WriteLine($"all: {Right(answers)}");
        output.WriteLine($"with the trained lines: {Right([.. Unseen.Value.Select(Answer.To)])}");
        foreach (var style in answers.GroupBy(answer => answer.Line.Style))
            output.WriteLine($"style {style.Key}: {Right([.. style])}");
        foreach (var intent in answers.GroupBy(answer => answer.Line.Intent).OrderBy(group => group.Key))
            output.WriteLine($"intent {intent.Key}: {Right([.. intent])}");
        var confusions = answers
            .Where(answer => !answer.IsRight)
            .CountBy(answer => $"{answer.Line.Intent} > {answer.Got}");
        foreach (var (confusion, count) in confusions.OrderByDescending(pair => pair.Value))
            output.WriteLine($"{count} {confusion}");

        Assert.True(Accuracy(answers) >= AccuracyFloor);
    }

    [Fact]
    public void A_sure_answer_is_right()
    {
        var answers = Unseen.Value.Where(line => !IsTrained(line)).Select(Answer.To).ToList();
        foreach (var floor in (double[])[0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95])
            output.WriteLine($"score >= {floor}: {Right([.. answers.Where(answer => answer.Score >= floor)])}");
        output.WriteLine($"miss: {Right([.. answers.Where(answer => answer.Score < Confidence.Miss)])}");

        Assert.True(Accuracy([.. answers.Where(answer => answer.Score >= Confidence.Sure)]) >= SureFloor);
    }

    [Fact]
    public void What_is_not_the_librarys_business_is_noticed()
    {
        var foreign = Unseen
            .Value.Where(line => line.Intent == "out-of-scope" && !IsTrained(line))
            .Select(Answer.To)
            .ToList();
        output.WriteLine($"out of scope: {Right(foreign)}");
        output.WriteLine($"acted upon: {foreign.Count(answer => !answer.IsRight && answer.Score >= Confidence.Sure)}");

        Assert.True(Accuracy(foreign) >= OutOfScopeFloor);
    }

    [Fact]
    public void No_unseen_sentence_is_a_training_sentence() =>
        Assert.Empty(Unseen.Value.Where(IsTrained).Select(line => line.Text));

    private static bool IsTrained(Line line) => Trained.Value.Contains(KoreanText.Squash(line.Text));

    private static double Accuracy(IReadOnlyList<Answer> answers) =>
        (double)answers.Count(answer => answer.IsRight) / answers.Count;

    private static string Right(IReadOnlyList<Answer> answers) =>
        $"{answers.Count(answer => answer.IsRight)} of {answers.Count}, {Accuracy(answers):P1}";

    private sealed record Answer(Line Line, string Got, double Score)
    {
        public bool IsRight => Got == Line.Intent;

        public static Answer To(Line line)
        {
            var recognition = Words.Recognizer.Recognize(line.Text);
            return new Answer(line, recognition.Intent, recognition.Score);
        }
    }

    private sealed record Line(string Text, string Intent, string Style);
}
