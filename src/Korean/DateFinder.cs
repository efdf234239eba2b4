namespace Bupyeong.Chatbot.Korean;

/// <summary>Finds days and times in a sentence.</summary>
public static class DateFinder
{
    private delegate DateExpression? Rule(ref PhraseReader reader);

    private static readonly Rule[] Rules =
    [
        DayRules.Holiday,
        DayRules.Relative,
        WeekOfMonthRules.Read,
        SeasonRules.Read,
        WeekRules.Read,
        MonthRules.Read,
        ClockRules.Read,
        DayRules.Now,
    ];

    public static IReadOnlyList<FoundDate> Find(string text)
    {
        var found = new List<FoundDate>();
        for (var at = 0; at < text.Length; at++)
        {
            if (ReadAt(text, at) is not { } date)
                continue;
            found.Add(date);
            at += date.Length - 1;
        }
        return found;
    }

    private static FoundDate? ReadAt(string text, int at)
    {
        foreach (var rule in Rules)
        {
            var reader = new PhraseReader(text, at);
            if (rule(ref reader) is not { } expression)
                continue;
            if (expression is not ClockTime)
                ClockRules.PartOfDay(ref reader);
            return new FoundDate(at, reader.At - at, expression);
        }
        return null;
    }
}
