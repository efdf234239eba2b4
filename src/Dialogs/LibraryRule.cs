using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.LanguageModel;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>이용 규칙: the sentences of a published entry, with its title and date; nothing when none supports an answer.</summary>
[Says("label", "answer", "which", "not-in-knowledge", "source", "whole")]
public sealed class LibraryRule(
    PublishedKnowledge knowledge,
    BranchDirectory branches,
    DoubtWords doubts,
    Cues cues,
    ReplyWriter words,
    Rephraser? rephraser = null
) : IDialog
{
    public const string RuleSlot = "rule";

    /// <summary>The part of the dialog that no entry answers.</summary>
    public const string Unanswered = $"{Name}/unanswered";

    private const string Name = "library-rule";
    private const string Elsewhere = "out-of-scope";
    private const string Kinds = "item-kinds";
    private const int MostNear = 2;

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (Find(turn) is not { } answer)
            return Near(turn);
        var plain =
            turn.State.IsPlain && !answer.IsSpecial ? knowledge.Current.PlainTextOn(answer.Entry, turn.Today) : null;
        IReadOnlyList<string> passages = plain is null ? answer.Sentences : [plain];
        var phrased = await PhrasedAsync(turn, answer, passages, cancellation);
        return phrased is null
            ? Answered(turn, answer, string.Join(' ', passages), isQuoted: true).AsMarkdown()
            : Answered(turn, answer, phrased, isQuoted: false).AsGenerated();
    }

    /// <summary>What is quoted is in Korean, which is told to whoever asks in another language.</summary>
    private Reply Answered(Turn turn, Answer answer, string text, bool isQuoted)
    {
        // A figure that is not for all is told with whom and what it is for.
        var branch = answer.IsSpecial ? BranchOf(turn) : null;
        var scope = answer.IsSpecial ? ScopeOf(turn) : null;
        return Reply
            .Say(
                "answer",
                new
                {
                    text,
                    branch = branch?.Name,
                    scope,
                    isQuoted,
                }
            )
            .With(SourceOf(answer.Citation, branch))
            .Remember(RuleSlot, answer.Citation.Slug);
    }

    /// <summary>The same sentences as a language model puts them, when there is one and its words stand up.</summary>
    private async Task<string?> PhrasedAsync(
        Turn turn,
        Answer answer,
        IReadOnlyList<string> passages,
        CancellationToken cancellation
    ) =>
        // One call of the model a turn: an answer to a question that it has rewritten is told as it stands.
        rephraser is null
        || turn.Prelude is { IsGenerated: true }
            ? null
            : await rephraser.RephraseAsync(
                new Rephrasing(turn.Whole, answer.Citation.Title, passages)
                {
                    Conversation = turn.Conversation,
                    Language = turn.State.Language,
                    Named = [.. passages.Select(words.Named)],
                    IsSignedIn = turn.Patron is not null,
                    Day = turn.Today,
                },
                cancellation,
                soFar =>
                    turn.Tell?.Invoke(Answered(turn, answer, soFar, isQuoted: false).AsGenerated().Lines[^1].Of(Name))
            );

    /// <summary>Where an answer stands: title, date and the whole text, with the figures of the branch if it has its own.</summary>
    public Card SourceOf(Citation citation, Branch? branch = null) =>
        new("source", citation.Title)
        {
            Footnote = Print(
                "source",
                new
                {
                    citation.EffectiveFrom,
                    citation.Version,
                    citation.IsSample,
                }
            ),
            Button = new CardButton(
                Print("whole"),
                $"/knowledge/{citation.Slug}{(branch is null ? "" : $"?branch={branch.Code}")}"
            ),
        };

    /// <summary>
    /// "아니 7권까지잖아": a rule that is doubted is not agreed away but cited again. "그럼 어린이는요?" is asked of what was
    /// spoken of before.
    /// </summary>
    private Answer? Find(Turn turn)
    {
        var question = QuestionOf(turn);
        var asked = new RuleCase(BranchOf(turn)?.Code, KindOf(turn)?.Value, turn.Find(EntityTypes.Audience)?.Value);
        var before = Before(turn);
        // "그럼 산곡역은요?" behind a rule that is another one there.
        if (before is not null && turn.Continues && Differs(before, asked, turn.Today))
            return knowledge.Current.AnswerOf(before, turn.Today, question.Text, asked);
        if (knowledge.Current.Ask(question, turn.Today, HearingOf(turn.Recognition), asked: asked) is { } answer)
            return answer;
        if (before is not { } entry)
            return null;
        if (turn.Answer is null && doubts.Doubt(turn.Text))
            return knowledge.Current.AnswerOf(entry, turn.Today);
        return turn.Continues
            ? knowledge.Current.Ask(About(entry, question), turn.Today, except: entry.Slug, asked: asked)
            : null;
    }

    /// <summary>The rule is another one for the case, or for another branch than the one that was named.</summary>
    private bool Differs(KnowledgeEntry entry, RuleCase asked, DateOnly today) =>
        knowledge.Current.IsSpecial(entry, today, asked)
        || asked.Branch is not null
            && branches.All.Any(branch => knowledge.Current.IsSpecial(entry, today, new(branch.Code)));

    private EntityEntry? KindOf(Turn turn) => cues.Find(turn.Recognition.Text, Kinds);

    /// <summary>"만화책, 아이": what and whom the figure is for, the audience in the resident's words.</summary>
    private string ScopeOf(Turn turn) =>
        string.Join(
            ", ",
            new[]
            {
                KindOf(turn) is { } kind ? cues.Called(Kinds, kind.Value) : null,
                turn.Find(EntityTypes.Audience)?.Text,
            }.OfType<string>()
        );

    private Branch? BranchOf(Turn turn) =>
        turn.Find(EntityTypes.Branch) is { } named ? branches.Find(named.Value) : null;

    /// <summary>With a thin lead, the two that come nearest rather than perhaps the wrong one.</summary>
    private Reply Near(Turn turn)
    {
        var before = turn.Continues ? Before(turn) : null;
        var question = before is null ? QuestionOf(turn) : About(before, QuestionOf(turn));
        var near = knowledge
            .Current.Nearest(question, turn.Today, MostNear, before?.Slug)
            .Select(entry => TopicOf(entry, question.Language))
            .ToList();
        // What no entry says is not made to look as if one did.
        var isTold =
            near is not []
            && knowledge.Current.MayAnswer(question, turn.Today, HearingOf(turn.Recognition), before?.Slug);
        return Reply.Say(isTold ? "which" : "not-in-knowledge").Offer(near) with { IsUnanswered = true };
    }

    private static Question QuestionOf(Turn turn) => new(turn.Recognition.Text, turn.Recognition.Language);

    /// <summary>The question with what was spoken of before.</summary>
    private static Question About(KnowledgeEntry entry, Question question) =>
        question with
        {
            Text = $"{TopicOf(entry, question.Language)} {question.Text}",
        };

    /// <summary>What the entry is about, in the language: its title is in Korean.</summary>
    private static string TopicOf(KnowledgeEntry entry, string language) =>
        !LanguageGuess.IsKorean(language) && entry.QuestionsIn(language) is [var first, ..] ? first : entry.Title;

    /// <summary>What the question sounds like to the recogniser, which knows more than the entries do.</summary>
    public static Hearing HearingOf(Recognition recognition) =>
        new(
            recognition.ScoreOf(Name) - recognition.ScoreOf(Unanswered),
            recognition
                .Ranked.Where(ranked => ranked.Intent is not (Name or Elsewhere))
                .Select(ranked => ranked.Score)
                .FirstOrDefault()
        );

    /// <summary>The rule that was spoken of just before.</summary>
    private KnowledgeEntry? Before(Turn turn) =>
        turn.State.Topic == DialogSet.NameOf(typeof(LibraryRule)) && turn.State.Slot(RuleSlot) is { } slug
            ? knowledge.Current.Find(slug, turn.Today)
            : null;

    private string Print(string name, object? values = null) => words.Print($"library-rule/{name}", values);
}
