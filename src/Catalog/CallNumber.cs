using System.Globalization;
using System.Text.RegularExpressions;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>A call number (청구기호) in its parts: "아 813.7 한31ㅊ v.2 c.3".</summary>
public sealed partial record CallNumber(
    string? Mark,
    string Class,
    string? Author,
    string? Title,
    int? Volume,
    int? Copy
)
{
    /// <summary>The first call number in a text; a bare number of three digits is one only before 번 or 번대.</summary>
    public static CallNumber? In(string text) =>
        Written().Match(text) is { Success: true } found
            ? new(
                Part(found, "mark"),
                found.Groups["class"].Value,
                Part(found, "author"),
                Part(found, "title"),
                Number(found, "volume"),
                Number(found, "copy")
            )
            : null;

    private static string? Part(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var value } ? value : null;

    private static int? Number(Match match, string group) =>
        Part(match, group) is { } digits ? int.Parse(digits, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"(?<![\d가-힣])((?<mark>[아유큰원])\s)?(?<!\d)(?<class>\d{3}(\.\d{1,4})?)(?![\d-])"
            + @"(?=\s?[가-힣]\d|\s?번|(?<=\.\d+))(\s?(?<author>[가-힣]\d{1,3})(?<title>[ㄱ-ㅎ가-힣]?[ㄱ-ㅎ]?))?"
            + @"(\s?v\.?(?<volume>\d{1,3}))?(\s?c\.?(?<copy>\d{1,2}))?",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Written();
}
