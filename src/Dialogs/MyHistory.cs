using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>예전에 빌린 책: no history is kept here, which is said with the rule that it rests on.</summary>
[Says("label", "not-kept")]
public sealed class MyHistory(PublishedKnowledge knowledge, ReplyWriter words) : IDialog
{
    private const string Rule = "reading-history-privacy";

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        var reply = Reply.Say("not-kept");
        if (knowledge.Current.Find(Rule, turn.Today) is not { } entry || !entry.IsInForce(turn.Today))
            return Task.FromResult(reply);
        var source = new Card("source", entry.Title)
        {
            Footnote = Print(
                "library-rule/source",
                new
                {
                    entry.EffectiveFrom,
                    entry.Version,
                    entry.IsSample,
                }
            ),
            Button = new CardButton(Print("library-rule/whole"), $"/knowledge/{entry.Slug}"),
        };
        return Task.FromResult(reply.With(source));
    }

    /// <summary>A rule is cited in the same words wherever it is.</summary>
    private string Print(string name, object? values = null) => words.Print(name, values);
}
