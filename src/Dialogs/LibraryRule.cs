using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>이용 규칙: the sentences of a published entry, with its title and date; nothing when none supports an answer.</summary>
[Says("label", "answer", "not-in-knowledge", "source", "whole")]
public sealed class LibraryRule(KnowledgeBase knowledge, ReplyWriter words) : IDialog
{
    public const string RuleSlot = "rule";
    private const int MostNear = 2;

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        var question = turn.Recognition.Text;
        if ((knowledge.Ask(question, turn.Today) ?? Again(turn)) is not { } answer)
            return Reply
                .Say("not-in-knowledge")
                .Offer(knowledge.Nearest(question, turn.Today, MostNear).Select(entry => entry.Title));
        var plain = turn.State.IsPlain ? knowledge.PlainTextOn(answer.Entry, turn.Today) : null;
        return Reply
            .Say("answer", new { text = plain ?? string.Join(' ', answer.Sentences) })
            .AsMarkdown()
            .With(SourceOf(answer.Citation))
            .Remember(RuleSlot, answer.Citation.Slug);
    }

    /// <summary>Where an answer stands: title, date and the whole text.</summary>
    public Card SourceOf(Citation citation) =>
        new("source", citation.Title)
        {
            Footnote = Print("source", new { citation.EffectiveFrom, citation.IsSample }),
            Button = new CardButton(Print("whole"), $"/knowledge/{citation.Slug}"),
        };

    /// <summary>"아니 7권까지잖아": a rule that is doubted is not agreed away but cited again.</summary>
    private Answer? Again(Turn turn) =>
        turn.State.Topic == "library-rule"
        && turn.Text.StartsWith("아니", StringComparison.Ordinal)
        && turn.State.Slot(RuleSlot) is { } slot
        && knowledge.Find(slot) is { } entry
            ? knowledge.AnswerOf(entry, turn.Today)
            : null;

    private string Print(string name, object? values = null) =>
        words.Print($"library-rule/{name}", ConversationState.Language, values);
}
