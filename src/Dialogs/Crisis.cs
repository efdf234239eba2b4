using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A fixed text, never a search and never a joke; it stays until the resident says otherwise or asks for something.</summary>
[Says("here-to-help", "still-here", "glad")]
public sealed class Crisis(Cues cues, AnswerWords answers) : IDialog
{
    /// <summary>Remembered while a librarian is waited for or there: the numbers were given, and the person goes on.</summary>
    public const string HeardSlot = "danger-heard";

    /// <summary>Remembered while somebody may need help.</summary>
    public const string OpenSlot = "crisis";

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        var isOpen = turn.State.Slot(OpenSlot) is not null;
        if (isOpen && cues.Has(turn.Text, Cues.Manners, "joke"))
            return Reply.Say("glad").Remember(OpenSlot, null);
        var name = isOpen && !answers.SpeaksOfDanger(turn.Text) ? "still-here" : "here-to-help";
        var reply = Reply.Say(name).Remember(OpenSlot, "yes");
        return turn.State.QueuedAs is { } receipt ? reply.Remember(HeardSlot, receipt) : reply;
    }
}
