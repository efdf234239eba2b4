namespace Bupyeong.Chatbot.Korean;

/// <summary>Times of day.</summary>
internal static class ClockRules
{
    private static readonly Phrases<bool> Halves =
    [
        ("오전 ", false),
        ("아침 ", false),
        ("새벽 ", false),
        ("오후 ", true),
        ("저녁 ", true),
        ("점심 ", true),
        ("밤 ", true),
        ("낮 ", true),
    ];

    private static readonly Phrases<bool> Parts = [.. Halves.Select(half => (half.Phrase.TrimEnd(), half.Value))];

    /// <summary>How particles behind a part of the day begin; 밤송이 is none.</summary>
    private const string AfterPart = "에은는도까부이엔";

    private static readonly Phrases<int> NativeHours =
    [
        ("열두 ", 12),
        ("열한 ", 11),
        ("열 ", 10),
        ("아홉 ", 9),
        ("여덟 ", 8),
        ("여덜 ", 8),
        ("일곱 ", 7),
        ("여섯 ", 6),
        ("다섯 ", 5),
        ("네 ", 4),
        ("세 ", 3),
        ("두 ", 2),
        ("한 ", 1),
    ];

    public static DateExpression? Read(ref PhraseReader reader)
    {
        if (reader.Phrase("정오"))
            return new ClockTime(12, 0);
        if (reader.Phrase("자정"))
            return new ClockTime(24, 0);
        var starts = reader.AtWordStart;
        bool? afternoon = reader.OneOf(Halves, out var half) ? half : null;
        var spoken = starts || afternoon is not null;
        if (!reader.Number(out var hour) && !(spoken && reader.OneOf(NativeHours, out hour)) || hour > 24)
            return null;
        if (reader.Phrase(":"))
            return reader.Number(out var after) && after < 60 ? At(hour, after, afternoon ?? false) : null;
        if (!reader.Phrase("시") || reader.Next == '간' || reader.Rest.StartsWith(" 간"))
            return null;
        return At(hour, Minutes(ref reader), afternoon ?? hour is > 0 and < 9);
    }

    /// <summary>내일 저녁에, 모레 오후: the part of a day belongs to the day, unless it begins a clock time.</summary>
    public static void PartOfDay(ref PhraseReader reader)
    {
        var part = reader;
        part.Space();
        var clock = part;
        if (Read(ref clock) is null && part.OneOf(Parts, out _) && IsParticle(part.Next))
            reader = part;
    }

    private static bool IsParticle(char next) => !Hangul.IsSyllable(next) || AfterPart.Contains(next);

    private static int Minutes(ref PhraseReader reader)
    {
        if (reader.Phrase(" 반"))
            return 30;
        var beforeMinutes = reader;
        beforeMinutes.Space();
        if (!beforeMinutes.Number(out var minutes) || minutes >= 60 || !beforeMinutes.Phrase("분"))
            return 0;
        reader = beforeMinutes;
        return minutes;
    }

    private static ClockTime At(int hour, int minute, bool afternoon) =>
        new(afternoon && hour < 12 ? hour + 12 : hour, minute);
}
