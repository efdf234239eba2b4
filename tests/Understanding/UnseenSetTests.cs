using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Evaluation;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Tests.Understanding;

/// <summary>Sentences by writers who had not read the training sentences, as residents will not have.</summary>
public sealed class UnseenSetTests(ITestOutputHelper output)
{
    private const double AccuracyFloor = 0.93;
    private const double StyleFloor = 0.85;
    private const double SureFloor = 0.97;
    private const double OutOfScopeFloor = 0.85;
    private const double MostRefused = 0.03;
    private const double BranchFloor = 0.95;
    private const double DateFloor = 0.95;
    private const double AgeFloor = 0.88;
    private const double MistypedTitleFloor = 0.9;

    private static readonly Lazy<IReadOnlyList<LabelledUtterance>> Unseen = new(() =>
        UtteranceSet.Read(Path.Combine(AppContext.BaseDirectory, "Understanding", "unseen.jsonl"))
    );

    private static readonly Lazy<UnderstandingReport> Report = new(() =>
    {
        using var host = new LibraryHost();
        var judge = new EntityJudge(host.Get<BranchDirectory>(), host.Get<LibraryCatalog>());
        return new UnderstandingEvaluation(host.Get<Recognizer>(), host.Get<TwoWishes>(), judge).Run(Unseen.Value);
    });

    [Fact]
    public void Residents_are_understood_in_every_style()
    {
        output.WriteLine($"all: {Report.Value.Intent}");
        foreach (var (style, share) in Report.Value.Styles)
        {
            output.WriteLine($"style {style}: {share}");
            Assert.True(share.Value >= StyleFloor, style);
        }
        Assert.True(Report.Value.Accuracy >= AccuracyFloor);
    }

    [Fact]
    public void A_sure_answer_is_right()
    {
        output.WriteLine($"sure: {Report.Value.Sure}");
        Assert.True(Report.Value.Sure.Value >= SureFloor);
    }

    [Fact]
    public void What_is_not_the_librarys_business_is_noticed_and_what_is_is_not_refused()
    {
        output.WriteLine($"out of scope: {Report.Value.OutOfScope}; refused: {Report.Value.InScopeRefused}");
        Assert.True(Report.Value.OutOfScopeRecall >= OutOfScopeFloor);
        Assert.True(Report.Value.InScopeRefused.Value <= MostRefused);
    }

    [Fact]
    public void Places_days_ages_and_mistyped_titles_are_found()
    {
        var found = Report.Value.Entities;
        Assert.True(found[EntityTypes.Branch].F1 >= BranchFloor, "branch");
        Assert.True(found[EntityTypes.Date].F1 >= DateFloor, "date");
        Assert.True(found[EntityTypes.Age].F1 >= AgeFloor, "age");
        Assert.True(found[EntityTypes.Isbn].F1 >= 1, "isbn");
        Assert.True(Report.Value.MistypedTitlesInThree.Value >= MistypedTitleFloor, "titles");
    }

    [Fact]
    public void The_set_is_large_and_every_kind_of_question_that_stands_alone_is_in_it()
    {
        Assert.True(Unseen.Value.Count >= 1500);
        // What only means something after another message, and what is a way of writing, is no kind of its own here.
        var kinds = Unseen.Value.Select(line => line.Kind).OfType<int>().ToHashSet();
        Assert.Equal([112, 115, 122], Enumerable.Range(1, 124).Except(kinds));
    }

    [Fact]
    public void No_unseen_sentence_is_nearly_a_training_sentence()
    {
        var taught = new TrainingSet(Words.Examples, Words.Lexicon).Samples().Select(sample => sample.Text);
        var known = taught.Concat(Words.Known);
        Assert.Empty(Likeness.NearlyTaught(Unseen.Value.Select(line => line.Text), known));
    }
}
