using System.Text.Json;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Understanding;

/// <summary>Sentences by someone who had not read the training sentences, as residents will not have.</summary>
public sealed class UnseenSetTests(ITestOutputHelper output)
{
    private const double AccuracyFloor = 0.0;
    private const double OutOfScopeFloor = 0.0;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Lazy<IReadOnlyList<Line>> Unseen = new(() =>
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "unseen.jsonl"))
                .Where(line => line.Length > 0)
                .Select(line => JsonSerializer.Deserialize<Line>(line, Json)!),
        ]
    );

    [Fact]
    public void Residents_are_understood()
    {
        var answers = Unseen.Value.Select(line => (Line: line, Got: Words.Recognizer.Recognize(line.Text))).ToList();
        var right = answers.Count(answer => answer.Got.Intent == answer.Line.Intent);
        output.WriteLine($"all: {right} of {answers.Count}, {(double)right / answers.Count:P1}");
        foreach (var style in answers.GroupBy(answer => answer.Line.Style))
            output.WriteLine($"style {style.Key}: {style.Count(Right)} of {style.Count()}");
        foreach (var intent in answers.GroupBy(answer => answer.Line.Intent).OrderBy(group => group.Key))
            output.WriteLine($"intent {intent.Key}: {intent.Count(Right)} of {intent.Count()}");
        var confusions = answers
            .Where(answer => !Right(answer))
            .CountBy(answer => $"{answer.Line.Intent} > {answer.Got.Intent}");
        foreach (var (confusion, count) in confusions.OrderByDescending(pair => pair.Value))
            output.WriteLine($"{count} {confusion}");
        foreach (var floor in (double[])[0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95])
        {
            var sure = answers.Where(answer => answer.Got.Score >= floor).ToList();
            output.WriteLine(
                $"score >= {floor}: {sure.Count} of {answers.Count}, right {(double)sure.Count(Right) / sure.Count:P1}"
            );
        }
        Assert.True((double)right / answers.Count >= AccuracyFloor);

        static bool Right((Line Line, Chatbot.Understanding.Recognition Got) answer) =>
            answer.Got.Intent == answer.Line.Intent;
    }

    [Fact]
    public void What_is_not_the_librarys_business_is_noticed()
    {
        var foreign = Unseen.Value.Where(line => line.Intent == "out-of-scope").ToList();
        var noticed = foreign.Count(line => Words.Recognizer.Recognize(line.Text).Intent == "out-of-scope");
        output.WriteLine($"out of scope: {noticed} of {foreign.Count}");
        Assert.True((double)noticed / foreign.Count >= OutOfScopeFloor);
    }

    [Fact]
    public void No_unseen_sentence_is_a_training_sentence()
    {
        var trained = Words.Examples.Select(example => KoreanText.Squash(example.Text)).ToHashSet();
        Assert.Empty(
            Unseen.Value.Where(line => trained.Contains(KoreanText.Squash(line.Text))).Select(line => line.Text)
        );
    }

    private sealed record Line(string Text, string Intent, string Style);
}
