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
    /// <summary>An audience that is not told more closely than "애랑": whatever is for children, small or bigger, or for families.</summary>
    public const string WithChild = "with-child";

    private static readonly string[] ForChildren = ["infant", "child", "family"];

    public bool Fits(LibraryProgram program) =>
        (Branch is null || program.Branch == Branch)
        && (Audience is null || IsFor(program, Audience))
        && (Age is not { } age || program.Ages is not { } ages || ages.Contains(age))
        && (!FreeOnly || program.IsFree)
        && (!OpenOnly || program is { Application: ApplicationState.Open, SeatsLeft: > 0 });

    private static bool IsFor(LibraryProgram program, string audience) =>
        audience is WithChild ? program.Audiences.Any(ForChildren.Contains) : program.Audiences.Contains(audience);
}
