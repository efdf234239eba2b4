using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.LanguageModel;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A reply with the turn that it answers and the dialog that gave it.</summary>
public sealed record Answered(Turn Turn, string Dialog, Reply Reply);

/// <summary>
/// Words in which the house alone found nothing, once more as a language model puts them: what they ask for is decided by
/// the house as if they had been typed, and the answer is its own. Where it sees something else or again nothing, the
/// first answer stands.
/// </summary>
public sealed class SecondReading(
    IServiceProvider services,
    DialogChooser chooser,
    Families families,
    AskingWords words,
    QuestionRewriter? rewriter = null
)
{
    public async Task<Answered> ReadAsync(Answered first, CancellationToken cancellation)
    {
        if (rewriter is null || !IsLost(first))
            return first;
        var turn = first.Turn;
        var asked = new Rewriting(turn.Text)
        {
            Conversation = turn.Conversation,
            IsSignedIn = turn.Patron is not null,
            Day = turn.Today,
        };
        if (
            await rewriter.RewriteAsync(asked, cancellation) is not { } said
            || await AnswerAsync(turn, said, cancellation) is not { } second
        )
            return first;
        if (IsSure(turn, second.Turn, said))
            return second;
        // What is offered to be pressed is Korean.
        return turn.State.Language is Speaking.Korean
            ? new(turn, "fallback", Fallback.AskBack(said.Question, first.Reply))
            : first;
    }

    /// <summary>
    /// Nothing was found, in words that stand for themselves: no answer to a question, no part of a message. What sounds
    /// more like the account, a person or nothing of ours stays in the house.
    /// </summary>
    private static bool IsLost(Answered first) =>
        first
            is {
                Turn: { Event: null, IsSecondWish: false, State: { AwaitingDialog: null, QueuedAs: null } },
                Reply.Lines: [var line, ..],
            }
        && first.Turn.Text == first.Turn.Whole
        && QuestionRewriter.Wishes.ContainsKey(first.Turn.Recognition.Intent)
        && $"{first.Dialog}/{line.Name}"
            is "fallback/not-understood"
                or "fallback/did-you-mean"
                or "fallback/offer-person"
                or "library-rule/not-in-knowledge";

    /// <summary>What the house answers to the model's words; null where it takes them for another wish or finds no record.</summary>
    private async Task<Answered?> AnswerAsync(Turn turn, Rewritten said, CancellationToken cancellation)
    {
        var again = chooser.InOtherWords(turn, said.Question) with
        {
            Prelude = new Line("fallback/taken-for", new { words = said.Question }) { IsGenerated = true },
        };
        var dialog = families.Member(chooser.Choose(again), again);
        if (
            !QuestionRewriter.Wishes.ContainsKey(dialog)
            || Families.TopicOf(dialog) != Families.TopicOf(said.Wish)
            || !words.Allow(again.Recognition, dialog, [turn.Text, .. said.Told])
        )
            return null;
        try
        {
            var found = (IDialog)services.GetRequiredService(DialogSet.Table[dialog]);
            var reply = await found.RespondAsync(again, cancellation);
            return ShowsRecords(reply) ? new(again, reply.From ?? dialog, reply) : null;
        }
        catch (LibrarySystemUnavailableException)
        {
            return null;
        }
    }

    /// <summary>The house is sure, and a library that it speaks of was spoken of.</summary>
    private static bool IsSure(Turn turn, Turn again, Rewritten said) =>
        again.Recognition.Score >= Confidence.Sure
        && again
            .Recognition.Entities.Where(entity => entity.Type == EntityTypes.Branch)
            .All(branch =>
                turn.Recognition.Entities.Any(heard => heard.Type == branch.Type && heard.Value == branch.Value)
                || said.Told.Contains(branch.Text)
            );

    /// <summary>A book, a place, a programme or a source is shown, and not in place of another that was asked for.</summary>
    private static bool ShowsRecords(Reply reply) =>
        reply is { NeedsSignIn: false, IsMiss: false, IsUnanswered: false, Effect: Effect.None, Link: Link.None }
        && reply.Lines.Any(line => line.Cards is not [])
        && !reply.Lines.Any(line => line.Name.Contains("not-found", StringComparison.Ordinal));
}
