using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>강좌 신청과 취소: nothing can be applied for here, so where and how it is done.</summary>
[Says("label", "apply", "apply-over", "apply-not-yet", "cancel", "which")]
public sealed class ApplyProgram(ProgramsSpokenOf spoken, BranchDirectory branches, ProgramCard cards, Cues cues)
    : IDialog
{
    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    private Reply Respond(Turn turn)
    {
        var cancels = cues.Has(turn.Text, "programs", "cancel");
        if (spoken.Of(turn) is not { } program)
            return Reply.Say(
                cancels ? "cancel" : "which",
                new
                {
                    Title = "",
                    Name = "",
                    Phone = "",
                }
            );
        var branch = branches.Find(program.Branch)!;
        var values = new
        {
            program.Title,
            branch.Name,
            branch.Phone,
            from = program.ApplicationDays.From,
            to = program.ApplicationDays.To,
        };
        var name =
            cancels ? "cancel"
            : program.Application is Programs.ApplicationState.NotYet ? "apply-not-yet"
            : program.Application is Programs.ApplicationState.Closed ? "apply-over"
            : "apply";
        return Reply.Say(name, values).With(cards.Of(program)).Remember(ProgramsSpokenOf.OneSlot, program.Id);
    }
}
