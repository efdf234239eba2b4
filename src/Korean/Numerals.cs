namespace Bupyeong.Chatbot.Korean;

/// <summary>A number with what it counts: 세 권 is 3 of 권, 두번째 is 2 of 번째, 마지막 is -1 of 번째.</summary>
public sealed record Numeral(int Start, int Length, int Value, string Unit)
{
    /// <summary>A place in a list and not a number of things.</summary>
    public bool IsOrdinal => Unit == "번째";
}

/// <summary>Finds ordinals and counted things, in digits or in native Korean.</summary>
public static class Numerals
{
    private static readonly Phrases<int> Places =
    [
        ("첫 번째", 1),
        ("첫 번 째", 1),
        ("첫째", 1),
        ("맨 처음", 1),
        ("^제일 처음", 1),
        ("^첫 거", 1),
        ("^첫 꺼", 1),
        ("둘째", 2),
        ("셋째", 3),
        ("넷째", 4),
        ("맨 마지막", -1),
        ("맨 끝", -1),
        ("맨 뒤", -1),
    ];

    private static readonly Phrases<int> Native =
    [
        ("열두", 12),
        ("열한", 11),
        ("열", 10),
        ("아홉", 9),
        ("여덟", 8),
        ("여덜", 8),
        ("일곱", 7),
        ("여섯", 6),
        ("다섯", 5),
        ("네", 4),
        ("세", 3),
        ("두", 2),
        ("한", 1),
    ];

    private static readonly Phrases<string> Ordinals =
    [
        (" 번째", "번째"),
        (" 번 째", "번째"),
        (" 번쨰", "번째"),
        (" 째", "번째"),
    ];

    private static readonly Phrases<string> Counters =
    [
        (" 권", "권"),
        (" 개월", "개월"),
        (" 개", "개"),
        (" 명", "명"),
        (" 장", "장"),
        (" 편", "편"),
        (" 가지", "가지"),
        (" 군데", "곳"),
        (" 곳", "곳"),
        (" 회", "회"),
        (" 주일", "주"),
        (" 주", "주"),
        (" 시간", "시간"),
        (" 달", "개월"),
        (" 번", "번"),
    ];

    /// <summary>"첫 번째", "두 번째" … "열두 번째", then in digits: each is read back as the same place.</summary>
    public static string Ordinal(int place) =>
        place == 1 ? "첫 번째"
        : Native.FirstOrDefault(native => native.Value == place).Phrase is { } native ? $"{native} 번째"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place}번째");

    public static IReadOnlyList<Numeral> Find(string text)
    {
        var found = new List<Numeral>();
        for (var at = 0; at < text.Length; at++)
        {
            var reader = new PhraseReader(text, at);
            if (Read(ref reader) is not var (value, unit))
                continue;
            found.Add(new Numeral(at, reader.At - at, value, unit));
            at = reader.At - 1;
        }
        return found;
    }

    private static (int Value, string Unit)? Read(ref PhraseReader reader)
    {
        if (reader.OneOf(Places, out var place))
            return (place, "번째");
        if (PointsToTheLast(reader.Rest) && reader.Phrase("마지막"))
            return (-1, "번째");
        var starts = reader.AtWordStart;
        if (reader.Number(out var number))
            return OfDigits(ref reader, number);
        if (!reader.OneOf(Native, out number))
            return null;
        if (reader.OneOf(Ordinals, out _))
            return (number, "번째");
        return starts && reader.OneOf(Counters, out var unit) ? (number, unit) : null;
    }

    /// <summary>마지막 거 points back; before another word it describes it (「마지막 강의」).</summary>
    private static bool PointsToTheLast(ReadOnlySpan<char> rest)
    {
        if (!rest.StartsWith("마지막"))
            return false;
        var next = rest[3..].TrimStart();
        return next
            is []
                or [not (>= '가' and <= '힣'), ..]
                or ['거' or '것' or '꺼' or '책' or '권' or '에' or '이' or '을' or '으', ..];
    }

    /// <summary>3번 is the third of a list, but 세 번 is three times; 3일 째 is neither.</summary>
    private static (int, string)? OfDigits(ref PhraseReader reader, int number)
    {
        if (reader.OneOf(Ordinals, out _))
            return (number, "번째");
        if (!reader.OneOf(Counters, out var unit))
            return null;
        return (number, unit == "번" && reader.Next is not ('만' or '까') ? "번째" : unit);
    }
}
