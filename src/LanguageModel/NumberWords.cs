using System.Globalization;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>
/// How a language writes numbers. Groups of <see cref="Number"/>: month and day; hour, minute, half, early and late, noon
/// and midnight; digits and times, or word, with unit; or one with a unit alone, of which it is one.
/// </summary>
internal sealed record NumberWords(Regex Number, Regex Ahead, Regex After)
{
    private const int MostDigits = 9;
    private const decimal Unread = -1;

    /// <summary>Words that count and are no number here: what they say cannot be held against anything.</summary>
    public required Regex Loose { get; init; }
    public required Func<string, decimal> WordValue { get; init; }

    /// <summary>What is counted, by the words for it.</summary>
    public required IReadOnlyDictionary<string, string> Units { get; init; }

    /// <summary>Thousands are set apart by it.</summary>
    public char Thousands { get; init; } = ',';

    /// <summary>A number of these words without a unit is an age.</summary>
    public Regex? Age { get; init; }

    /// <summary>All numbers of a text, in order.</summary>
    public IReadOnlyList<NumberFact> In(string text)
    {
        var found = new List<NumberFact>();
        var start = 0;
        foreach (Match number in Number.Matches(text))
        {
            var (value, end) = (ValueOf(number), number.Index + number.Length);
            var (before, after) = (text[start..number.Index], text[end..]);
            found.Add(new(value, UnitOf(number, before, after), BoundOf(before, after), before));
            // "한 사람이 5권" is still spoken of what stands before the one.
            if (value != 1)
                start = end;
        }
        return found;
    }

    /// <summary>The text without its numbers and their bounds: "no more than 5" denies nothing.</summary>
    public string Without(string text)
    {
        foreach (var number in Number.Matches(text).Reverse())
        {
            var (start, end) = (number.Index, number.Index + number.Length);
            var (ahead, after) = (Ahead.Match(text[..start]), After.Match(text[end..]));
            text =
                $"{text[..(ahead.Success ? ahead.Index : start)]} # {text[(after.Success ? end + after.Length : end)..]}";
        }
        return text;
    }

    private string UnitOf(Match number, string before, string after)
    {
        if (number.Groups["month"].Success)
            return number.Groups["day"].Success ? "date" : "calendar month";
        if (number.Groups["hour"].Success || number.Groups["noon"].Success || number.Groups["midnight"].Success)
            return "clock";
        if (number.Groups["unit"] is { Success: true } unit)
            return Units.GetValueOrDefault(unit.Value.ToLowerInvariant(), unit.Value);
        if (Age is not null && (Age.IsMatch(before) || Age.IsMatch(after)))
            return "age";
        return ValueOf(number) is >= 1900 and < 2100 ? "year" : "";
    }

    private decimal ValueOf(Match number)
    {
        var groups = number.Groups;
        if (groups["month"].Success)
            return Part("month") * (groups["day"].Success ? 100 : 1) + (groups["day"].Success ? Part("day") : 0);
        if (groups["noon"].Success)
            return 12 * 60;
        if (groups["midnight"].Success)
            return 24 * 60;
        if (groups["hour"].Success)
            return Clock(Part("hour"), groups);
        if (!groups["digits"].Success && !groups["word"].Success)
            return 1;
        return groups["times"].Value is "" or null
            ? Part(groups["digits"].Success ? "digits" : "word")
            : Part("digits") * WordValue(groups["times"].Value);

        decimal Part(string name) => Read(groups[name].Value);
    }

    /// <summary>In minutes; noon and midnight are at the end of their half of the day.</summary>
    private decimal Clock(decimal hour, GroupCollection groups)
    {
        var minutes =
            groups["minute"] is { Success: true } minute ? Read(minute.Value)
            : groups["half"].Success ? 30
            : 0;
        var isNight = groups["night"].Success && hour == 12;
        var isLate = groups["late"].Success && hour < 12 || isNight;
        return ((groups["early"].Success && hour == 12 ? 0 : hour) + (isLate ? 12 : 0)) * 60 + minutes;
    }

    private decimal Read(string number)
    {
        if (!char.IsDigit(number[0]))
            return WordValue(number.ToLowerInvariant());
        var digits = number.Replace(Thousands.ToString(), "", StringComparison.Ordinal);
        return
            digits.Length <= MostDigits
            && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : Unread;
    }

    private string BoundOf(string before, string after) =>
        Named(After.Match(after)) ?? Named(Ahead.Match(before)) ?? "";

    private static string? Named(Match bound) =>
        bound.Groups.Values.Skip(1).FirstOrDefault(group => group.Success)?.Name;

    /// <summary>Read of "book: 권; month: 개월, 달".</summary>
    public static IReadOnlyDictionary<string, string> UnitsOf(string units) =>
        units
            .Split(';', StringSplitOptions.TrimEntries)
            .Select(unit => unit.Split(':', StringSplitOptions.TrimEntries))
            .SelectMany(unit => unit[1].Split(',', StringSplitOptions.TrimEntries).Select(word => (word, unit[0])))
            .ToDictionary(unit => unit.word, unit => unit.Item2);
}
