using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using PageSize = UglyToad.PdfPig.Content.PageSize;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>Documents of which any bytes were changed on their way, by a seed that stays.</summary>
public sealed class BrokenDocumentTests : IAsyncDisposable
{
    private const int Seed = 20261128;
    private const int Tries = 150;

    private readonly LibraryDocuments library = new();

    public static TheoryData<string> Formats => ["a.docx", "a.pdf", "a.hwpx", "a.md", "a.csv", "a.ics"];

    public async ValueTask DisposeAsync() => await library.DisposeAsync();

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Whatever_is_broken_is_read_or_refused_by_its_name(string name)
    {
        var (random, whole, path) = (new Random(Seed), Whole(name), Path.Combine(library.Folder, name));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var broken = whole.ToArray();
            for (var change = 0; change < 1 + attempt % 8; change++)
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            await File.WriteAllBytesAsync(
                path,
                broken[..random.Next(broken.Length / 2, broken.Length + 1)],
                Cancellation
            );
            var before = library.Knowledge.Store.All().Count;
            try
            {
                await library.Knowledge.Documents.ImportAsync([path]);
            }
            catch (InvalidDataException refused)
            {
                Assert.StartsWith(path, refused.Message, StringComparison.Ordinal);
                Assert.Equal(before, library.Knowledge.Store.All().Count);
            }
        }
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static byte[] Whole(string name) =>
        Path.GetExtension(name) switch
        {
            ".docx" => Word(),
            ".pdf" => Pdf(),
            ".hwpx" => LibraryDocuments.Zip(
                ("Contents/header.xml", "<head><charPr id=\"0\" height=\"1000\"/></head>"),
                ("Contents/section0.xml", "<sec><p><run charPrIDRef=\"0\"><t>안내예요.</t></run></p></sec>")
            ),
            ".md" =>
                "---\ntitle: a\n---\n# 하나\n\n글이에요.\n\n| a | b |\n|---|---|\n| c | d |\n\n<!-- 메모 -->\n"u8.ToArray(),
            ".csv" => "질문,답변\n\"몇 권?\",\"다섯 권\"\n\"며칠?\",\"열나흘\"\n"u8.ToArray(),
            _ =>
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261205T010000Z\r\nSUMMARY:모임\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8.ToArray(),
        };

    private static byte[] Word()
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            file.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("안내예요.")))));
        return stream.ToArray();
    }

    private static byte[] Pdf()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText("Opening hours", 12, new(60, 700), font).ToString();
        return builder.Build();
    }
}
