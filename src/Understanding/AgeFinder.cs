using System.Globalization;
using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Understanding;

/// <summary>Finds ages and school years; the value is years of age, a first-grader's being seven.</summary>
internal static class AgeFinder
{
    private delegate int? Rule(ref PhraseReader reader);

    private static readonly Rule[] Rules = [ComingYear, SchoolYear, Years, Decade];

    private static readonly Phrases<int> Native =
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

    private static readonly Phrases<int> Tens =
    [
        ("^스물 ", 20),
        ("^서른 ", 30),
        ("^마흔 ", 40),
        ("^쉰 ", 50),
        ("^예순 ", 60),
        ("^일흔 ", 70),
        ("^여든 ", 80),
        ("^아흔 ", 90),
    ];

    /// <summary>마흔 넘어: without one of these a ten is more often in a title (「마흔에 읽는 쇼펜하우어」).</summary>
    private static readonly string[] AfterTen = ["살", "넘", "이상", "초반", "중반", "후반"];

    /// <summary>PC 20대 있나요: machines are counted so too.</summary>
    private static readonly string[] AfterMachines = ["있", "없", "되", "정도", "까지", "이상"];

    /// <summary>살, and what it becomes under a hasty finger.</summary>
    private static readonly string[] YearsOld = [" 살", " 샬", " 삷", " 쌀", " 삵"];

    /// <summary>The age before the first year of each school.</summary>
    private static readonly Phrases<int> Schools =
    [
        ("^초등학교 ", 6),
        ("^초등 ", 6),
        ("^초", 6),
        ("^쵸", 6),
        ("^중학교 ", 12),
        ("^중등 ", 12),
        ("^중", 12),
        ("^고등학교 ", 15),
        ("^고등 ", 15),
        ("^고", 15),
    ];

    private static readonly Phrases<int> Coming =
    [
        ("예비 초등학교 ", 6),
        ("예비 초등학생", 6),
        ("예비 초등 ", 6),
        ("예비 초", 6),
        ("예비 중학교 ", 12),
        ("예비 중학생", 12),
        ("예비 중", 12),
        ("예비 고등학교 ", 15),
        ("예비 고등학생", 15),
        ("예비 고", 15),
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
        PhraseReader reader;
        foreach (var rule in Rules)
        {
            reader = new PhraseReader(text, at);
            if (rule(ref reader) is { } age)
                return (TrimmedEnd(text, reader.At), age);
        }
        return null;
    }

    private static int TrimmedEnd(string text, int end) => text[end - 1] == ' ' ? end - 1 : end;

    /// <summary>예비 초1, 예비중: who begins a school next spring counts as its first year.</summary>
    private static int? ComingYear(ref PhraseReader reader)
    {
        if (!reader.OneOf(Coming, out var before) || reader.Next == '객')
            return null;
        var numbered = reader;
        if (!numbered.Number(out var year) || year is < 1 or > 6)
            return before + 1;
        reader = numbered;
        reader.Phrase(" 학년");
        return before + year;
    }

    /// <summary>70대, 마흔 넘어.</summary>
    private static int? Decade(ref PhraseReader reader)
    {
        if (reader.OneOf(Tens, out var ten))
            return StartsWith(reader.Rest, AfterTen) ? ten : null;
        return
            reader.Number(out var years)
            && years is >= 20 and <= 90
            && years % 10 == 0
            && reader.Phrase("대")
            && !StartsWith(reader.Rest.TrimStart(), AfterMachines)
            ? years
            : null;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word))
                return true;
        }
        return false;
    }

    private static bool IsYearsOld(ref PhraseReader reader)
    {
        foreach (var word in YearsOld)
        {
            if (reader.Phrase(word))
                return true;
        }
        return false;
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
            return reader.Phrase("살") || (years <= 4 && reader.Phrase("돌") && !Hangul.IsSyllable(reader.Next))
                ? years
                : null;
        if (!reader.Number(out years) || years > 120)
            return null;
        if (reader.Phrase(" 개월"))
            return years / 12;
        return IsYearsOld(ref reader) || (reader.Phrase("세") && reader.Next is not ('기' or '대' or '트'))
            ? years
            : null;
    }
}
