using System.Collections.Frozen;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>"근거가 뭐예요?": what the last answer rests on; an answer of our own making is said to be that.</summary>
[Says("label", "rule", "catalog", "branches", "programs", "account", "own-words", "nothing-said")]
public sealed class WhereFrom(PublishedKnowledge knowledge, LibraryRule rules, BranchDirectory branches) : IDialog
{
    /// <summary>Where each dialog has its facts from; one that is not here speaks for itself.</summary>
    private static readonly FrozenDictionary<string, string> Sources = new Dictionary<string, string>
    {
        ["find-book"] = "catalog",
        ["book-availability"] = "catalog",
        ["branch-hours"] = "branches",
        ["branch-place"] = "branches",
        ["branch-facilities"] = "branches",
        ["find-program"] = "programs",
        ["my-loans"] = "account",
        ["renew-loan"] = "account",
        ["reserve"] = "account",
        ["my-holds"] = "account",
        ["cancel-hold"] = "account",
    }.ToFrozenDictionary();

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (turn.State.Last is not { } last)
            return Reply.Say("nothing-said");
        if (last.Dialog == "library-rule" && Entry(turn) is { } entry)
            return Reply
                .Say("rule", new { entry.Title, entry.Source })
                .With(rules.SourceOf(knowledge.Current.AnswerOf(entry, turn.Today).Citation));
        return Reply.Say(Sources.GetValueOrDefault(last.Dialog, "own-words"), new { source = SourceOfBranch(turn) });
    }

    private KnowledgeEntry? Entry(Turn turn) =>
        turn.State.Slot(LibraryRule.RuleSlot) is { } slug ? knowledge.Current.Find(slug, turn.Today) : null;

    /// <summary>Of the branch that was spoken of, or of the first.</summary>
    private string SourceOfBranch(Turn turn) =>
        ((turn.State.Slot("branch") is { } code ? branches.Find(code) : null) ?? branches.Libraries.First()).Source;
}
