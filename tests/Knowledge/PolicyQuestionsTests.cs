using Bupyeong.Chatbot.Evaluation;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>Questions in other words than the entries', and questions that no entry answers.</summary>
public sealed class PolicyQuestionsTests(ShippedKnowledge shipped, ITestOutputHelper output)
    : IClassFixture<ShippedKnowledge>
{
    private const double RightFloor = 0.75;
    private const double HelpedFloor = 0.85;
    private const double WrongCeiling = 0.05;
    private const double AnsweredCeiling = 0.1;
    private const int Offered = 2;

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly IReadOnlyList<AskedQuestion> Lines = QuestionSet.Read(
        Path.Combine(AppContext.BaseDirectory, "Knowledge", "policy-questions.jsonl"),
        _ => true
    );

    [Fact]
    public void There_are_enough_of_both_kinds()
    {
        Assert.InRange(Lines.Count(line => line.Slug is not null), 120, int.MaxValue);
        Assert.InRange(Lines.Count(line => line.Slug is null), 40, int.MaxValue);
        Assert.All(Lines, line => Assert.True(line.Slug is null || shipped.Knowledge.Find(line.Slug) is not null));
    }

    [Fact]
    public void A_question_in_new_words_is_answered_by_its_entry_or_offered_it()
    {
        var asked = Lines.Where(line => line.Slug is not null).Select(Of).ToList();
        var right = Share(asked, found => found.Answer == found.Line.Slug);
        var wrong = Share(asked, found => found.Answer is { } answer && answer != found.Line.Slug);
        var offered = Share(asked, found => found.Answer is null && found.Near.Contains(found.Line.Slug));
        output.WriteLine(
            $"{asked.Count}: right {right:p1}, wrong {wrong:p1}, offered {offered:p1}, nothing {Share(asked, found => found.Near is []):p1}"
        );
        Assert.InRange(right, RightFloor, 1);
        Assert.InRange(right + offered, HelpedFloor, 1);
        Assert.InRange(wrong, 0, WrongCeiling);
    }

    [Fact]
    public void What_no_entry_speaks_of_is_seldom_answered()
    {
        var asked = Lines.Where(line => line.Slug is null).Select(Of).ToList();
        var answered = Share(asked, found => found.Answer is not null);
        var offered = Share(asked, found => found is { Answer: null, Near: not [] });
        output.WriteLine($"{asked.Count}: answered {answered:p1}, offered something {offered:p1}");
        Assert.InRange(answered, 0, AnsweredCeiling);
    }

    [Fact]
    public void None_is_a_question_that_staff_wrote() =>
        Assert.Empty(
            Likeness.NearlyTaught(
                Lines.Select(line => line.Question),
                shipped.Knowledge.Entries.SelectMany(entry => entry.Questions)
            )
        );

    private Found Of(AskedQuestion line) =>
        new(
            line,
            shipped.Knowledge.Ask(line.Question, Today, Heard.Of(line.Question))?.Entry.Slug,
            [.. shipped.Knowledge.Nearest(line.Question, Today, Offered).Select(entry => entry.Slug)]
        );

    private static double Share(IReadOnlyCollection<Found> all, Func<Found, bool> chosen) =>
        all.Count(chosen) / (double)all.Count;

    private sealed record Found(AskedQuestion Line, string? Answer, IReadOnlyList<string> Near);
}
