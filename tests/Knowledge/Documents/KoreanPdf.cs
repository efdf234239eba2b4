using Bupyeong.Chatbot.Knowledge.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>A PDF in Korean letters that a test writes, where the machine has a font for them.</summary>
public abstract class KoreanPdf : IDisposable
{
    protected const double Body = 10;
    private const string Regular = "/usr/share/fonts/truetype/nanum/NanumGothic.ttf";
    private const string Bold = "/usr/share/fonts/truetype/nanum/NanumGothicBold.ttf";

    protected KoreanPdf()
    {
        Assert.SkipUnless(File.Exists(Regular) && File.Exists(Bold), "no Korean font: fonts-nanum");
        Font = Builder.AddTrueTypeFont(File.ReadAllBytes(Regular));
        BoldFont = Builder.AddTrueTypeFont(File.ReadAllBytes(Bold));
    }

    protected PdfDocumentBuilder Builder { get; } = new();
    protected PdfDocumentBuilder.AddedFont Font { get; }
    protected PdfDocumentBuilder.AddedFont BoldFont { get; }

    public void Dispose()
    {
        Builder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected PdfPageBuilder Page() => Builder.AddPage(PageSize.A4);

    internal ImportedDocument Read() => PdfPages.Read("안내.pdf", Builder.Build(), null);
}
