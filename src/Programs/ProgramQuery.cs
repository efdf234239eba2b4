using Bupyeong.Chatbot.Branches;

namespace Bupyeong.Chatbot.Programs;

/// <summary>What a resident looks for; what was not said does not narrow the search.</summary>
public sealed record ProgramQuery(
    DateRange? When = null,
    string? Branch = null,
    string? Audience = null,
    int? Age = null,
    bool FreeOnly = false,
    bool OpenOnly = false
)
{
    public bool Fits(LibraryProgram program) =>
        (Branch is null || program.Branch == Branch)
        && (Audience is null || program.Audiences.Contains(Audience))
        && (Age is not { } age || program.Ages is not { } ages || ages.Contains(age))
        && (!FreeOnly || program.IsFree)
        && (!OpenOnly || program is { Application: ApplicationState.Open, SeatsLeft: > 0 });
}
