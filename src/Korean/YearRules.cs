namespace Bupyeong.Chatbot.Korean;

/// <summary>Years, as they stand before a holiday or a month.</summary>
internal static class YearRules
{
    private static readonly Phrases<int> Years =
    [
        ("^내후년", 2),
        ("^내년", 1),
        ("^다음 해", 1),
        ("^올해", 0),
        ("^금년", 0),
        ("^재작년", -2),
        ("^작년", -1),
        ("^지난 해", -1),
    ];

    /// <summary>내년, 올해, 작년.</summary>
    public static SaidYear? Counted(ref PhraseReader reader) =>
        reader.OneOf(Years, out var years) ? new SaidYear(years, IsCounted: true) : null;

    /// <summary>2027년 or 내년, with what parts it from the next word.</summary>
    public static SaidYear? Read(ref PhraseReader reader)
    {
        var year = Counted(ref reader);
        var digits = reader;
        if (year is null && digits.Number(out var number) && number is >= 1900 and <= 2100 && digits.Phrase("년"))
        {
            reader = digits;
            year = new SaidYear(number, IsCounted: false);
        }
        if (year is not null)
            reader.Space();
        return year;
    }
}
