using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The styles of a Word document, as far as they say what is a heading and what nobody sees.</summary>
internal sealed class WordStyles(Styles? styles)
{
    private const int DeepestStyle = 16;

    /// <summary>In half points.</summary>
    private const double Tiny = 4;
    private const double Usual = 20;
    private const int BodyLevel = 9;

    private readonly Dictionary<string, Style> byId = (styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null)
        .GroupBy(style => style.StyleId!.Value!)
        .ToDictionary(style => style.Key, style => style.First());

    /// <summary>0 for the title, 1 and more for headings.</summary>
    public int? LevelOf(Paragraph paragraph)
    {
        var chain = ChainOf(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
        var level =
            paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value
            ?? chain
                .Select(style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value)
                .FirstOrDefault(one => one is not null);
        return level is < BodyLevel ? level + 1
            : chain.Any(style => NameOf(style) is "title" or "제목") ? 0
            : null;
    }

    public bool IsContents(Paragraph paragraph) =>
        ChainOf(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
            .Any(style => NameOf(style).StartsWith("toc ", StringComparison.Ordinal));

    public bool IsListed(Paragraph paragraph) =>
        (
            paragraph.ParagraphProperties?.NumberingProperties
            ?? ChainOf(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
                .Select(style => style.StyleParagraphProperties?.NumberingProperties)
                .FirstOrDefault(one => one is not null)
        )
            ?.NumberingId
            ?.Val
            ?.Value > 0;

    /// <summary>Why nobody sees the run; null when it is seen.</summary>
    public LeftOut? HiddenBy(Run run, Paragraph paragraph)
    {
        OpenXmlElement[] properties = [.. PropertiesOf(run, paragraph)];
        if (Find<Vanish>(properties) is { } vanish && vanish.Val?.Value != false)
            return LeftOut.Hidden;
        if (Find<FontSize>(properties)?.Val?.Value is { } size && HalfPoints(size) < Tiny)
            return LeftOut.Tiny;
        return Find<Color>(properties)?.Val?.Value is { } color && IsWhite(color) && !IsOnColor(run, properties)
            ? LeftOut.White
            : null;
    }

    /// <summary>In half points.</summary>
    public double SizeOf(Run run, Paragraph paragraph) =>
        Find<FontSize>([.. PropertiesOf(run, paragraph)])?.Val?.Value is { } size ? HalfPoints(size) : Usual;

    /// <summary>From the nearest to the farthest: the run's own, its style, the paragraph's style, those of all.</summary>
    private IEnumerable<OpenXmlElement> PropertiesOf(Run run, Paragraph paragraph)
    {
        if (run.RunProperties is { } own)
            yield return own;
        var ids = (string?[])
            [run.RunProperties?.RunStyle?.Val?.Value, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value];
        foreach (var style in ids.SelectMany(ChainOf))
        {
            if (style.StyleRunProperties is { } properties)
                yield return properties;
        }
        if (styles?.DocDefaults?.RunPropertiesDefault?.RunPropertiesBaseStyle is { } all)
            yield return all;
    }

    /// <summary>A style and those it is based on.</summary>
    private List<Style> ChainOf(string? id)
    {
        var chain = new List<Style>();
        while (id is not null && chain.Count < DeepestStyle && byId.TryGetValue(id, out var style))
        {
            chain.Add(style);
            id = style.BasedOn?.Val?.Value;
        }
        return chain;
    }

    private static string NameOf(Style style) => style.StyleName?.Val?.Value?.Trim().ToLowerInvariant() ?? "";

    private static T? Find<T>(OpenXmlElement[] properties)
        where T : OpenXmlElement =>
        properties.Select(one => one.GetFirstChild<T>()).FirstOrDefault(one => one is not null);

    private static double HalfPoints(string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var size) ? size : double.MaxValue;

    /// <summary>White letters on a coloured bar are how tables have their heads.</summary>
    private static bool IsOnColor(Run run, OpenXmlElement[] properties) =>
        properties
            .Select(one => one.GetFirstChild<Shading>())
            .Concat(run.Ancestors<Paragraph>().Select(one => one.ParagraphProperties?.Shading))
            .Concat(run.Ancestors<TableCell>().Select(one => one.TableCellProperties?.Shading))
            .Any(shading => shading?.Fill?.Value is { Length: 6 } fill && !IsWhite(fill));

    private static bool IsWhite(string color) =>
        int.TryParse(color, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb)
        && (rgb >> 16 & 0xFF) >= NearlyWhite
        && (rgb >> 8 & 0xFF) >= NearlyWhite
        && (rgb & 0xFF) >= NearlyWhite;

    private const int NearlyWhite = 0xFA;
}
