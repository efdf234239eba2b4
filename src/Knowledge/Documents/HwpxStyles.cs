using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>Contents/header.xml of a 한글 document: which paragraphs are headings and which letters nobody sees.</summary>
internal sealed partial class HwpxStyles
{
    /// <summary>In hundredths of a point.</summary>
    private const int Tiny = 200;
    private const int NearlyWhite = 0xFA;

    private readonly Dictionary<string, XElement> characters;
    private readonly Dictionary<string, int> outlines = [];
    private readonly Dictionary<string, int> levelsByStyle = [];
    private readonly HashSet<string> colored;

    public HwpxStyles(XDocument header)
    {
        characters = ById(header, "charPr");
        colored =
        [
            .. ById(header, "borderFill")
                .Where(fill =>
                    fill.Value.Descendants()
                        .Any(brush =>
                            brush.Attribute("faceColor") is { } color && !IsWhite(color.Value) && color.Value != "none"
                        )
                )
                .Select(fill => fill.Key),
        ];
        foreach (var (id, properties) in ById(header, "paraPr"))
        {
            var heading = properties.Descendants().FirstOrDefault(one => one.Name.LocalName == "heading");
            if (heading?.Attribute("type")?.Value == "OUTLINE")
                outlines[id] = (Number(heading, "level") ?? 0) + 1;
        }
        foreach (var (id, style) in ById(header, "style"))
        {
            var named = OutlineName().Match($"{style.Attribute("name")?.Value}\n{style.Attribute("engName")?.Value}");
            if (named.Success)
                levelsByStyle[id] = int.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture);
            else if (
                style.Attribute("paraPrIDRef") is { } properties
                && outlines.TryGetValue(properties.Value, out var level)
            )
                levelsByStyle[id] = level;
        }
    }

    public int? LevelOf(XElement paragraph) =>
        levelsByStyle.TryGetValue(paragraph.Attribute("styleIDRef")?.Value ?? "", out var level)
        || outlines.TryGetValue(paragraph.Attribute("paraPrIDRef")?.Value ?? "", out level)
            ? level
            : null;

    /// <summary>Why nobody sees the run; null when it is seen.</summary>
    public LeftOut? HiddenBy(XElement run)
    {
        if (!characters.TryGetValue(run.Attribute("charPrIDRef")?.Value ?? "", out var letters))
            return null;
        if (Number(letters, "height") < Tiny)
            return LeftOut.Tiny;
        return IsWhite(letters.Attribute("textColor")?.Value) && !IsOnColor(run, letters) ? LeftOut.White : null;
    }

    /// <summary>In hundredths of a point.</summary>
    public double SizeOf(XElement run) =>
        characters.TryGetValue(run.Attribute("charPrIDRef")?.Value ?? "", out var letters)
            ? Number(letters, "height") ?? 0
            : 0;

    private bool IsOnColor(XElement run, XElement letters) =>
        letters.Attribute("shadeColor")?.Value is { } shade && shade != "none" && !IsWhite(shade)
        || run.Ancestors().Any(one => one.Attribute("borderFillIDRef") is { } fill && colored.Contains(fill.Value));

    private static bool IsWhite(string? color) =>
        color is ['#', .. { Length: 6 or 8 } digits]
        && int.TryParse(digits[^6..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && (rgb >> 16 & 0xFF) >= NearlyWhite
        && (rgb >> 8 & 0xFF) >= NearlyWhite
        && (rgb & 0xFF) >= NearlyWhite;

    private static Dictionary<string, XElement> ById(XDocument header, string name) =>
        header
            .Descendants()
            .Where(one => one.Name.LocalName == name && one.Attribute("id") is not null)
            .GroupBy(one => one.Attribute("id")!.Value)
            .ToDictionary(one => one.Key, one => one.First());

    private static int? Number(XElement element, string name) =>
        int.TryParse(element.Attribute(name)?.Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?:개요|Outline) ?([1-9]|10)$", RegexOptions.Multiline)]
    private static partial Regex OutlineName();
}
