using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Programs;

/// <summary>What a resident looks for; what was not said does not narrow the search.</summary>
public sealed record ProgramQuery(
    DateRange? When = null,
    string? Branch = null,
    string? Audience = null,
    int? Age = null,
    bool FreeOnly = false,
    string? Words = null
)
{
    /// <summary>How much of each word a program must share: 인문학을 finds 인문학, 강좌 does not find 강연.</summary>
    private const double EnoughInCommon = 0.6;

    public bool Fits(LibraryProgram program) =>
        (Branch is null || program.Branch == Branch)
        && (Audience is null || program.Audiences.Contains(Audience))
        && (Age is not { } age || program.Ages is not { } ages || ages.Contains(age))
        && (!FreeOnly || program.IsFree)
        && (Words is null || Mentions(program, Words));

    private static bool Mentions(LibraryProgram program, string words)
    {
        var text = KoreanText.Squash($"{program.Title} {program.Description} {program.Place}");
        return KoreanText.Normalize(words).Split(' ').All(word => InCommon(word, text) >= EnoughInCommon);
    }

    private static double InCommon(string word, string text)
    {
        var pairs = KoreanText.Bigrams(word).ToList();
        return pairs is []
            ? 1
            : (double)pairs.Count(pair => text.Contains(pair, StringComparison.Ordinal)) / pairs.Count;
    }
}
