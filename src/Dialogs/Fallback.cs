using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Not understood: asks back with concrete choices, and after two misses offers a person.</summary>
[Says(
    "did-you-mean",
    "did-you-say",
    "taken-for",
    "not-understood",
    "third-time",
    "offer-person",
    "empty",
    "too-long",
    "back-to",
    "later",
    "library-down",
    "search-down",
    "failed"
)]
public sealed class Fallback(ReplyWriter words) : IDialog
{
    private const int MostChoices = 3;

    /// <summary>So often the same question in a row gets the same answer.</summary>
    public const int MostTimes = 2;

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        if (turn.Text.Length > DialogChooser.LongestText)
            return Reply.Say("too-long");
        if (KoreanText.Squash(turn.Text).Length == 0)
            return Reply.Say("empty") with { IsMiss = true };
        if (turn is { State.Last: { Times: MostTimes } last } && last.IsAskedAgainBy(turn))
            return Reply.Say("third-time").Offer(Choices(turn.Recognition, except: last.Dialog));
        if (turn.State.Misses > 0)
            return Reply.Say("offer-person") with { IsMiss = true };
        var choices = turn.Recognition.Score >= Confidence.Miss ? Choices(turn.Recognition) : [];
        return (choices is [] ? Reply.Say("not-understood") : Reply.Say("did-you-mean").Offer(choices)) with
        {
            IsMiss = true,
        };
    }

    /// <summary>The question as a language model puts it, to be pressed when it is what was meant; it has no answer yet.</summary>
    public static Reply AskBack(string question, Reply first) =>
        Reply.Say("did-you-say", new { words = question }).Offer(question).AsGenerated() with
        {
            IsMiss = true,
            IsUnanswered = first.IsUnanswered,
        };

    /// <summary>The likeliest dialogs, by their labels.</summary>
    private List<string> Choices(Recognition recognition, string? except = null) =>
        [
            .. recognition
                .Ranked.Where(ranked => ranked.Intent != except)
                .Select(ranked => $"{ranked.Intent}/label")
                .Where(label => words.Knows(label))
                .Take(MostChoices)
                .Select(label => words.Print(label)),
        ];
}
