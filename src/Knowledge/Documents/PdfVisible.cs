using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;

namespace Bupyeong.Chatbot.Knowledge.Documents;

/// <summary>The letters of a page that somebody who looks at it sees.</summary>
internal static class PdfVisible
{
    private const double Tiny = 2;
    private const double NearlyWhite = 0.98;

    public static List<Letter> Of(Page page, DocumentText text)
    {
        var (seen, dark) = (new List<Letter>(page.Letters.Count), default(List<PdfRectangle>));
        foreach (var letter in page.Letters)
        {
            var why = HiddenBy(letter, page.CropBox.Bounds);
            if (why == LeftOut.White && (dark ??= Dark(page)).Exists(area => Contains(area, Centre(letter))))
                why = null;
            if (why is null)
                seen.Add(letter);
            else if (!string.IsNullOrWhiteSpace(letter.Value))
                text.Leave(why, 1, page.Number);
        }
        return seen;
    }

    private static LeftOut? HiddenBy(Letter letter, PdfRectangle paper) =>
        letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip ? LeftOut.Hidden
        : !Contains(paper, Centre(letter)) ? LeftOut.OffPage
        : letter.PointSize < Tiny ? LeftOut.Tiny
        : IsWhite(letter.Color) ? LeftOut.White
        : null;

    /// <summary>The filled areas on which white letters are seen.</summary>
    private static List<PdfRectangle> Dark(Page page) =>
        [
            .. page
                .Paths.Where(path => path.IsFilled && !IsWhite(path.FillColor))
                .Select(path => path.GetBoundingRectangle())
                .OfType<PdfRectangle>(),
        ];

    private static PdfPoint Centre(Letter letter) =>
        new((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, letter.StartBaseLine.Y + letter.PointSize / 4);

    private static bool Contains(PdfRectangle area, PdfPoint point) =>
        area.Left <= point.X && point.X <= area.Right && area.Bottom <= point.Y && point.Y <= area.Top;

    /// <summary>A pattern is a picture of its own: what is drawn with it is taken as seen.</summary>
    private static bool IsWhite(IColor? color)
    {
        if (color is null || color.ColorSpace is ColorSpace.Pattern)
            return false;
        var (red, green, blue) = color.ToRGBValues();
        return red >= NearlyWhite && green >= NearlyWhite && blue >= NearlyWhite;
    }
}
