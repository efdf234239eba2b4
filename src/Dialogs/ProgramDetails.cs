using System.Globalization;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>강좌 하나에 대해: seats and waiting list, ages, what it costs, what it is about.</summary>
[Says(
    "label",
    "details",
    "seats-left",
    "seats-waiting",
    "seats-not-yet",
    "seats-over",
    "age-fits",
    "age-not",
    "age-anyone",
    "ages",
    "free",
    "fee",
    "materials-only",
    "ages-between",
    "ages-from"
)]
public sealed class ProgramDetails(
    ProgramsSpokenOf spoken,
    FindProgram findProgram,
    BranchDirectory branches,
    ProgramCard cards,
    ReplyWriter words,
    Cues cues
) : IDialog
{
    /// <summary>No programme is named or was shown: then it is looked for.</summary>
    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) =>
        spoken.Of(turn) is { } program
            ? Answer(turn, program).With(cards.Of(program)).Remember(ProgramsSpokenOf.OneSlot, program.Id)
            : await findProgram.RespondAsync(turn, cancellation) with
            {
                From = "find-program",
            };

    private Reply Answer(Turn turn, LibraryProgram program) =>
        turn.Find("age") is { } age ? OfAge(program, int.Parse(age.Value, CultureInfo.InvariantCulture))
        : cues.Has(turn.Text, "programs", "fee") ? OfFee(program)
        : cues.Has(turn.Text, "programs", "seats") ? OfSeats(program)
        : cues.Has(turn.Text, "programs", "age") ? OfAges(program)
        : Reply.Say("details", new { program.Title, program.Description });

    private Reply OfSeats(LibraryProgram program)
    {
        var branch = branches.Find(program.Branch)!;
        return Reply.Say(
            program.Application switch
            {
                ApplicationState.NotYet => "seats-not-yet",
                ApplicationState.Closed => "seats-over",
                _ => program.SeatsLeft > 0 ? "seats-left" : "seats-waiting",
            },
            new
            {
                program.Title,
                program.SeatsLeft,
                program.Waiting,
                from = program.ApplicationDays.From,
                to = program.ApplicationDays.To,
                branch.Name,
                branch.Phone,
            }
        );
    }

    private Reply OfAge(LibraryProgram program, int age) =>
        program.Ages is not { } ages
            ? Reply.Say("age-anyone", new { program.Title })
            : Reply.Say(
                ages.Contains(age) ? "age-fits" : "age-not",
                new
                {
                    program.Title,
                    age,
                    ages = Ages(ages),
                }
            );

    private Reply OfAges(LibraryProgram program) =>
        program.Ages is { } ages
            ? Reply.Say("ages", new { program.Title, ages = Ages(ages) })
            : Reply.Say("age-anyone", new { program.Title });

    private static Reply OfFee(LibraryProgram program) =>
        Reply.Say(
            program.IsFree ? "free"
                : program.Fee > 0 ? "fee"
                : "materials-only",
            new
            {
                program.Title,
                program.Fee,
                MaterialsFee = program.MaterialsFee ?? 0,
                hasMaterials = program.MaterialsFee is > 0,
            }
        );

    private string Ages(AgeRange ages) =>
        words.Print($"program-details/{(ages.To is null ? "ages-from" : "ages-between")}", ages);
}
