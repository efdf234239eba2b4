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

    [Fact]
    public void Notes_stand_below_the_paragraph_or_in_the_cell_that_has_their_mark()
    {
        var document = Read(
            main =>
            {
                main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                    new Footnote(Says("구분선")) { Id = -1, Type = FootnoteEndnoteValues.Separator },
                    new Footnote(
                        new Paragraph(
                            new Run(new FootnoteReferenceMark()),
                            Run(" 방학에는 열 권까지예요."),
                            Run("숨김", new Vanish())
                        )
                    )
                    {
                        Id = 1,
                    },
                    new Footnote(new Paragraph(Run("저절로"), new Run(new FootnoteReference { Id = 2 }))) { Id = 2 },
                    new Footnote(Says("지운 각주")) { Id = 3 },
                    new Footnote(Says("숨긴 각주")) { Id = 4 }
                );
                main.AddNewPart<EndnotesPart>().Endnotes = new Endnotes(
                    new Endnote(Says("쉬는 날은 세지 않아요.")) { Id = 1 }
                );
            },
            Styled("Heading1", "대출"),
            new Paragraph(
                Run("다섯 권까지예요."),
                new Run(new FootnoteReference { Id = 1 }),
                new DeletedRun(new Run(new FootnoteReference { Id = 3 })),
                new Run(new RunProperties(new Vanish()), new FootnoteReference { Id = 4 }),
                Run(" 두 주 동안 볼 수 있어요."),
                new Run(new EndnoteReference { Id = 1 })
            ),
            new Table(
                Row(Cell("구분"), Cell("권수")),
                Row(Cell("어른"), new TableCell(new Paragraph(Run("7권"), new Run(new FootnoteReference { Id = 2 }))))
            ),
            Styled("Heading1", "연장"),
            Says("한 번 돼요.")
        );

        Assert.Equal(
            """
            다섯 권까지예요. 두 주 동안 볼 수 있어요.

            ※ 방학에는 열 권까지예요.

            ※ 쉬는 날은 세지 않아요.

            | 구분 | 권수 |
            |---|---|
            | 어른 | 7권 (※ 저절로) |
            """,
            document.Sections[0].Body
        );
        Assert.Equal(["숨긴 글 2자"], document.LeftOut);
    }

    [Fact]
    public void Changes_that_are_tracked_are_read_as_if_they_were_accepted()
    {
        var document = Read(
            Styled("Heading1", "안내"),
            new Paragraph(
                Run("다섯"),
                new DeletedRun(new Run(new DeletedText("여섯"))),
                new InsertedRun(Run(" 권")),
                new MoveToRun(Run("까지예요."))
            ),
            new Table(
                Row(Cell("구분"), Cell("권수")),
                new TableRow(new TableRowProperties(new Deleted()), Cell("지운 행"), Cell("1권")),
                new TableRow(new TableRowProperties(new Inserted()), Cell("새 행"), Cell("2권"))
            ),
            Styled("Heading1", "둘"),
            Says("글")
        );

        Assert.Equal("다섯 권까지예요.\n\n| 구분 | 권수 |\n|---|---|\n| 새 행 | 2권 |", document.Sections[0].Body);
    }

    [Fact]
    public void Tables_in_frames_stay_tables_and_cells_keep_their_columns()
    {
        var document = Read(
            Styled("Heading1", "안내"),
            new Table(
                Row(
                    new TableCell(
                        Says("틀 안의 글"),
                        new Table(
                            Row(Cell("도서관", new GridSpan { Val = 2 }), Cell("전화")),
                            Row(
                                Cell("부개", new VerticalMerge { Val = MergedCellValues.Restart }),
                                Cell("1층"),
                                Cell("1")
                            ),
                            Row(
                                Cell("", new VerticalMerge()),
                                new TableCell(Says("2층"), new Table(Row(Cell("안쪽"), Cell("표"))), Says("")),
                                Cell("2")
                            ),
                            new TableRow(new TableRowProperties(new GridBefore { Val = 1 }), Cell("3층"), Cell("3"))
                        )
                    )
                )
            ),
            Styled("Heading1", "둘"),
            Says("글")
        );

        Assert.Equal(
            """
            틀 안의 글

            | 도서관 |  | 전화 |
            |---|---|---|
            | 부개 | 1층 | 1 |
            | 부개 | 2층 안쪽 표 | 2 |
            |  | 3층 | 3 |
            """,
            document.Sections[0].Body
        );
    }

    private static ImportedDocument Read(params OpenXmlElement[] blocks) => Read(_ => { }, blocks);

    private static ImportedDocument Read(Action<MainDocumentPart> more, params OpenXmlElement[] blocks)
    {
        var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.Document = new Document(new Body(blocks));
            more(main);
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
