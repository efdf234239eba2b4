using System.Globalization;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Programs;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Which programme a turn means: one that it names, one of those shown, or the one spoken of.</summary>
public sealed class ProgramsSpokenOf(ProgramCalendar programs)
{
    public const string OneSlot = "program";
    public const string ShownSlot = "programs-shown";

    public LibraryProgram? Of(Turn turn)
    {
        var shown = turn.State.Slot(ShownSlot)?.Split(' ') ?? [];
        if (turn.Find("ordinal") is { } ordinal && shown.Length > 0)
        {
            var at = int.Parse(ordinal.Value, CultureInfo.InvariantCulture);
            return shown.ElementAtOrDefault(at < 0 ? shown.Length - 1 : at - 1) is { } chosen
                ? programs.Find(chosen)
                : null;
        }
        return Named(turn)
            ?? (turn.State.Slot(OneSlot) is { } one ? programs.Find(one) : null)
            ?? (shown is [var only] ? programs.Find(only) : null);
    }

    /// <summary>The one programme that has most of a title's words in the message, and at least half of the title's letters.</summary>
    private LibraryProgram? Named(Turn turn)
    {
        var said = KoreanText.Bigrams(turn.Text).ToHashSet();
        var best = programs
            .Find(new ProgramQuery())
            .Select(program => (Program: program, Share: Share(program, said)))
            .OrderByDescending(found => found.Share)
            .Take(2)
            .ToList();
        return best is [{ Share: >= 0.5 } first, ..] && (best.Count == 1 || first.Share > best[1].Share)
            ? first.Program
            : null;
    }

    private static double Share(LibraryProgram program, HashSet<string> said)
    {
        var title = KoreanText.Bigrams(program.Title).ToList();
        return (double)title.Count(said.Contains) / title.Count;
    }
}
