using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>A programme as a card: when, for whom, what it costs and how many seats are left.</summary>
public sealed class ProgramCard(BranchDirectory branches, ReplyWriter words)
{
    public Card Of(LibraryProgram program) =>
        new("program", program.Title)
        {
            Subtitle = $"{branches.Find(program.Branch)!.Name} {program.Place}",
            Rows =
            [
                new CardRow(Print("row-when"), When(program)),
                new CardRow(Print("row-who"), Who(program)),
                new CardRow(Print("row-fee"), Fee(program)),
                Seats(program),
            ],
            Footnote = Print("sample"),
            Day = program.FirstDay,
        };

    private string When(LibraryProgram program)
    {
        var days =
            program.Days.Count == 1
                ? Print("row-day", new { day = HoursWords.Day(program.FirstDay) })
                : Print("row-days", new { day = HoursWords.Day(program.FirstDay), program.Days.Count });
        return $"{days} {HoursWords.Opens(program.Time)}~{HoursWords.Closes(program.Time)}";
    }

    private string Who(LibraryProgram program) =>
        program.Ages switch
        {
            { To: not null } ages => Print("row-ages", ages),
            { } ages => Print("row-ages-from", ages),
            _ => Print("row-anyone"),
        };

    private string Fee(LibraryProgram program)
    {
        var fee = program.Fee == 0 ? Print("free") : Print("fee", new { program.Fee });
        return program.MaterialsFee is > 0 ? $"{fee} {Print("materials", program)}" : fee;
    }

    private CardRow Seats(LibraryProgram program)
    {
        var label = Print("row-seats");
        var meter = new Meter(program.SeatsLeft, program.Capacity);
        return program.Application switch
        {
            ApplicationState.NotYet => new(
                label,
                Print("not-yet", new { day = program.ApplicationDays.From }),
                "waiting"
            ),
            ApplicationState.Closed => new(label, Print("application-closed"), "bad"),
            _ when program.SeatsLeft == 0 => new(label, Print("seats-full", program), "bad") { Meter = meter },
            _ => new(label, Print("seats-left", program), "good") { Meter = meter },
        };
    }

    private string Print(string name, object? values = null) => words.Print($"find-program/{name}", values);
}
