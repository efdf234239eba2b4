using Bupyeong.Chatbot.Knowledge.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>Word documents, written with the same library that office programs' files are read with.</summary>
public sealed class WordDocumentTests
{
    [Fact]
    public void Headings_begin_entries_and_tables_stay_tables()
    {
        var document = Read(
            Styled("Title", "도서관 이용 안내"),
            Styled("Heading1", "대출"),
            Styled("Heading2", "권수"),
            Says("한 번에 다섯 권까지예요."),
            new Table(
                Row(Cell("구분"), Cell("권수")),
                Row(Cell("어린이 | 가족", new VerticalMerge { Val = MergedCellValues.Restart }), Cell("5권")),
                Row(Cell("", new VerticalMerge()), Cell("7권"))
            ),
            Styled("Heading3", "바로대출"),
            Says("두 권까지예요."),
            Styled("Heading1", "연장"),
            Listed("한 번만 할 수 있어요."),
            new Table(Row(Cell("예약된 책은 안 돼요.")))
        );

        Assert.Equal(["대출 – 권수", "연장"], document.Sections.Select(section => section.Title));
        Assert.Equal(["대출 권수"], document.Sections[0].Questions);
        Assert.Equal(
            """
            한 번에 다섯 권까지예요.

            | 구분 | 권수 |
            |---|---|
            | 어린이 \| 가족 | 5권 |
            | 어린이 \| 가족 | 7권 |

            ### 바로대출

            두 권까지예요.
            """,
            document.Sections[0].Body
        );
        Assert.Equal("- 한 번만 할 수 있어요.\n\n예약된 책은 안 돼요.", document.Sections[1].Body);
        Assert.Equal(1, document.Tables);
        Assert.Null(document.Pages);
    }

    [Fact]
    public void What_nobody_sees_is_left_out_and_reported()
    {
        var document = Read(
            Styled("Heading1", "안내"),
            new Paragraph(
                new Run(new Text("보여요.")),
                Run("숨김", new Vanish()),
                Run("흰색", new Color { Val = "FFFFFF" }),
                Run("작음", new FontSize { Val = "2" }),
                Run("스타일로숨김", new RunStyle { Val = "Ghost" }),
                Run(" 파란 바탕의 흰 글자.", new Color { Val = "FFFFFF" }, new Shading { Fill = "0000FF" }),
                new DeletedRun(new Run(new DeletedText("지운 글"))),
                new MoveFromRun(new Run(new Text("옮긴 글")))
            ),
            Styled("TOC1", "안내 1"),
            Styled("Heading1", "둘"),
            Says("글")
        );

        Assert.Equal("보여요. 파란 바탕의 흰 글자.", document.Sections[0].Body);
        Assert.Equal(
            ["너무 작아 보이지 않는 글자 2자", "목차 1줄", "바탕과 같은 흰 글자 2자", "숨긴 글 8자"],
            document.LeftOut
        );
    }

    [Fact]
    public void Larger_letters_are_headings_where_nobody_has_used_a_style()
    {
        var document = Read(
            new Paragraph(Run("대출 안내", new FontSize { Val = "32" })),
            Says("한 번에 다섯 권까지예요. 열나흘 동안 볼 수 있어요."),
            new Paragraph(Run("연장 안내", new FontSize { Val = "32" })),
            Says("한 번 할 수 있어요.")
        );

        Assert.Equal(["대출 안내", "연장 안내"], document.Sections.Select(section => section.Title));
        Assert.Equal("한 번 할 수 있어요.", document.Sections[1].Body);
    }

    [Fact]
    public void Where_Word_has_noted_its_pages_the_entry_says_on_which_it_stands()
    {
        var document = Read(
            Styled("Heading1", "하나"),
            Says("글"),
            new Paragraph(new Run(new LastRenderedPageBreak(), new Text("다음 쪽"))),
            Styled("Heading1", "둘"),
            Says("글")
        );

        Assert.Equal(["1쪽", "2쪽"], document.Sections.Select(section => section.Place));
        Assert.Equal(2, document.Pages);
    }

    private static ImportedDocument Read(params OpenXmlElement[] blocks)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document(new Body(blocks));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                Style("Title", "Title", null),
                Style("Heading1", "heading 1", 0),
                Style("Heading2", "heading 2", 1),
                Style("Heading3", "heading 3", 2),
                Style("TOC1", "toc 1", null),
                new Style(new StyleName { Val = "Ghost" }, new StyleRunProperties(new Vanish()))
                {
                    StyleId = "Ghost",
                    Type = StyleValues.Character,
                }
            );
        }
        return WordDocument.Read("안내.docx", stream.ToArray());
    }

    private static Style Style(string id, string name, int? level) =>
        new(
            new StyleName { Val = name },
            level is null
                ? new StyleParagraphProperties()
                : new StyleParagraphProperties(new OutlineLevel { Val = level })
        )
        {
            StyleId = id,
            Type = StyleValues.Paragraph,
        };

    private static Paragraph Styled(string style, string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text)));

    private static Paragraph Listed(string text) =>
        new(
            new ParagraphProperties(
                new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })
            ),
            new Run(new Text(text))
        );

    private static Paragraph Says(string text) => new(new Run(new Text(text)));

    private static Run Run(string text, params OpenXmlElement[] properties) =>
        new(new RunProperties(properties), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static TableRow Row(params TableCell[] cells) => new(cells.Cast<OpenXmlElement>());

    private static TableCell Cell(string text, params OpenXmlElement[] properties) =>
        new(new TableCellProperties(properties), Says(text));
}
