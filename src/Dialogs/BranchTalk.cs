using System.Globalization;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>Which branch and which days a turn is about, with what was said before.</summary>
public static class BranchTalk
{
    private const string OtherBupyeong = "ice-bupyeong";

    /// <summary>
    /// "부평도서관" is run by the education office and taken for ours by many: its code when somebody says the bare name.
    /// </summary>
    public static string? IsOtherBupyeong(Turn turn) =>
        Named(turn) is { Value: OtherBupyeong }
        && !Mentions(turn.Text.ToLowerInvariant(), "교육청", "education", "教育", "giáo dục", "giao duc")
            ? OtherBupyeong
            : null;

    /// <summary>The branch just named, or the one spoken of while the talk has stayed on one of these topics.</summary>
    public static Branch? BranchOf(Turn turn, BranchDirectory branches, params string[] topics)
    {
        if (turn.Find("all") is not null)
            return null;
        var code = Named(turn)?.Value ?? (topics.Contains(turn.State.Topic) ? turn.State.Slot("branch") : null);
        return code is null ? null : branches.Find(code);
    }

    /// <summary>The branch named in this turn; of "부개 말고 갈산" the second.</summary>
    public static Entity? Named(Turn turn)
    {
        var named = turn.Recognition.Entities.Where(entity => entity.Type == "branch").ToList();
        return named.Count > 1 && IsCorrected(turn) ? named[^1] : named.FirstOrDefault();
    }

    private static bool IsCorrected(Turn turn) => Mentions(turn.Text, "말고", "아니고", "아니라");

    public static bool NamesDays(Turn turn) => turn.Recognition.Entities.Any(entity => entity.NamesDays);

    /// <summary>The days just named; those of before when the turn only follows up; else today. Null: no such day.</summary>
    public static DateRange? DaysOf(Turn turn, Holidays holidays, string slot)
    {
        var named = turn.Recognition.Entities.Where(entity => entity.NamesDays).ToList();
        if (named.Count > 0)
        {
            // "내년부터 월요일도": the year says since when, the other which day.
            var meant = IsCorrected(turn) ? named[^1] : named.Find(entity => entity.When is not YearOf) ?? named[0];
            return DateResolver.Resolve(meant.When!, turn.Today, holidays);
        }
        return (turn.Continues || slot == FindProgram.DaysSlot) && Remembered(turn.State.Slot(slot)) is { } before
            ? before
            : DateRange.Of(turn.Today);
    }

    public static bool Mentions(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static DateRange? Remembered(string? days) =>
        days?.Split("..") is [var from, var to]
        && DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            ? new DateRange(first, last)
            : null;
}
