using System.Globalization;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds ages and school years; the value is years of age, a first-grader's being seven.</summary>
internal static class AgeFinder
{
    private static readonly (string, int)[] Native =
    [
        ("한 ", 1),
        ("두 ", 2),
        ("세 ", 3),
        ("네 ", 4),
        ("다섯 ", 5),
        ("여섯 ", 6),
        ("일곱 ", 7),
        ("여덟 ", 8),
        ("여덜 ", 8),
        ("아홉 ", 9),
        ("열한 ", 11),
        ("열두 ", 12),
        ("열세 ", 13),
        ("열네 ", 14),
        ("열 ", 10),
    ];

    /// <summary>The age before the first year of each school.</summary>
    private static readonly (string, int)[] Schools =
    [
        ("^초등학교 ", 6),
        ("^초등 ", 6),
        ("^초", 6),
        ("^중학교 ", 12),
        ("^중등 ", 12),
        ("^중", 12),
        ("^고등학교 ", 15),
        ("^고등 ", 15),
        ("^고", 15),
    ];

    public static IEnumerable<Candidate> Find(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (Read(text, at) is not var (end, years))
                continue;
            yield return Candidate.Of(EntityTypes.Age, text, at..end, years.ToString(CultureInfo.InvariantCulture));
            at = end - 1;
        }
    }

    private static (int End, int Years)? Read(string text, int at)
    {
        var reader = new PhraseReader(text, at);
        var years = SchoolYear(ref reader);
        if (years is null)
        {
            reader = new PhraseReader(text, at);
            years = Years(ref reader);
        }
        return years is { } age ? (reader.At, age) : null;
    }

    private static int? SchoolYear(ref PhraseReader reader)
    {
        var named = reader.OneOf(Schools, out var before);
        if (!reader.Number(out var year) || year is < 1 or > 6)
            return null;
        var grade = reader.Phrase(" 학년");
        return (named || grade) && (grade || !char.IsAsciiLetterOrDigit(reader.Next))
            ? (named ? before : 6) + year
            : null;
    }

    private static int? Years(ref PhraseReader reader)
    {
        var starts = reader.AtWordStart;
        reader.Phrase("^만 ");
        if (starts && reader.OneOf(Native, out var years))
            return reader.Phrase("살") ? years : null;
        if (!reader.Number(out years) || years > 120)
            return null;
        if (reader.Phrase(" 개월"))
            return years / 12;
        return reader.Phrase(" 살") || (reader.Phrase("세") && reader.Next is not ('기' or '대' or '트'))
            ? years
            : null;
    }
}
