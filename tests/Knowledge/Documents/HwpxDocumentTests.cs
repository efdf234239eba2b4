using Bupyeong.Chatbot.Knowledge.Documents;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>Documents of 한글 in the open form, written by hand after KS X 6101 (OWPML).</summary>
public sealed class HwpxDocumentTests
{
    private const string Namespaces =
        "xmlns:hs=\"http://www.hancom.co.kr/hwpml/2011/section\" xmlns:hp=\"http://www.hancom.co.kr/hwpml/2011/paragraph\" "
        + "xmlns:hh=\"http://www.hancom.co.kr/hwpml/2011/head\" xmlns:hc=\"http://www.hancom.co.kr/hwpml/2011/core\"";

    private const string Header = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <hh:head {Namespaces}><hh:refList>
        <hh:borderFills>
          <hh:borderFill id="1"/>
          <hh:borderFill id="2"><hc:fillBrush><hc:winBrush faceColor="#003366" hatchColor="#000000" alpha="0"/></hc:fillBrush></hh:borderFill>
        </hh:borderFills>
        <hh:charProperties>
          <hh:charPr id="0" height="1000" textColor="#000000" shadeColor="none"/>
          <hh:charPr id="1" height="1000" textColor="#FFFFFF" shadeColor="none"/>
          <hh:charPr id="2" height="100" textColor="#000000" shadeColor="none"/>
        </hh:charProperties>
        <hh:paraProperties>
          <hh:paraPr id="0"><hh:heading type="NONE" idRef="0" level="0"/></hh:paraPr>
          <hh:paraPr id="1"><hh:heading type="OUTLINE" idRef="0" level="0"/></hh:paraPr>
        </hh:paraProperties>
        <hh:styles>
          <hh:style id="0" type="PARA" name="바탕글" engName="Normal" paraPrIDRef="0" charPrIDRef="0"/>
          <hh:style id="1" type="PARA" name="개요 1" engName="Outline 1" paraPrIDRef="1" charPrIDRef="0"/>
          <hh:style id="2" type="PARA" name="개요 2" engName="Outline 2" paraPrIDRef="0" charPrIDRef="0"/>
        </hh:styles>
        </hh:refList></hh:head>
        """;

    [Fact]
    public void Outlines_begin_entries_and_tables_stay_tables_over_all_sections()
    {
        var document = Read(
            Paragraph("대출", style: 1)
                + Paragraph("권수", style: 2)
                + Paragraph("한 번에<hp:lineBreak/>다섯 권까지예요.")
                + Table(
                    Row(Cell(0, 0, "구분"), Cell(0, 1, "권수")),
                    Row(Cell(1, 0, "어린이", rows: 2), Cell(1, 1, "5권")),
                    Row(Cell(2, 1, "7권"))
                )
                + $"<hp:p paraPrIDRef=\"1\" styleIDRef=\"0\">{Run("연장")}</hp:p>",
            Table(Row(Cell(0, 0, "한 번 할 수 있어요.")))
                + "<hp:p paraPrIDRef=\"0\" styleIDRef=\"0\"><hp:run charPrIDRef=\"0\"><hp:rect><hp:drawText><hp:subList>"
                + Paragraph("글상자예요.")
                + "</hp:subList></hp:drawText></hp:rect></hp:run></hp:p>"
        );

        Assert.Equal(["대출 – 권수", "연장"], document.Sections.Select(section => section.Title));
        Assert.Equal(
            """
            한 번에
            다섯 권까지예요.

            | 구분 | 권수 |
            |---|---|
            | 어린이 | 5권 |
            | 어린이 | 7권 |
            """,
            document.Sections[0].Body
        );
        Assert.Equal("한 번 할 수 있어요.\n\n글상자예요.", document.Sections[1].Body);
    }

    [Fact]
    public void What_nobody_sees_is_left_out_and_reported()
    {
        var document = Read(
            $"""
            <hp:p paraPrIDRef="0" styleIDRef="0">
            <hp:run charPrIDRef="0"><hp:ctrl><hp:hiddenComment><hp:subList>{Paragraph(
                "숨은 설명"
            )}</hp:subList></hp:hiddenComment></hp:ctrl>
            <hp:ctrl><hp:footNote><hp:subList>{Paragraph("각주")}</hp:subList></hp:footNote></hp:ctrl>
            <hp:ctrl><hp:header><hp:subList>{Paragraph("머리말")}</hp:subList></hp:header></hp:ctrl>
            <hp:t>보여요. <hp:deleteBegin Id="1"/>지운</hp:t></hp:run>
            <hp:run charPrIDRef="0"><hp:t>글<hp:deleteEnd Id="1"/>이것도.</hp:t></hp:run>
            <hp:run charPrIDRef="1"><hp:t>흰 글자</hp:t></hp:run><hp:run charPrIDRef="2"><hp:t>작은</hp:t></hp:run></hp:p>
            """
                + Table(
                    Row(Cell(0, 0, "색 위의 흰 글자", fill: 2, letters: 1), Cell(0, 1, "흰 글자", letters: 1)),
                    Row(Cell(1, 0, "하나"), Cell(1, 1, "둘"))
                )
        );

        Assert.Equal(
            "보여요. 이것도.\n\n※ 각주\n\n| 색 위의 흰 글자 |  |\n|---|---|\n| 하나 | 둘 |",
            Assert.Single(document.Sections).Body
        );
        Assert.Equal(
            ["너무 작아 보이지 않는 글자 2자", "바탕과 같은 흰 글자 8자", "주석 1개", "쪽마다 되풀이되는 줄 1줄"],
            document.LeftOut
        );
    }

    [Fact]
    public void Notes_stand_below_the_paragraph_or_in_the_cell_that_has_their_mark()
    {
        var document = Read(
            $"<hp:p paraPrIDRef=\"0\" styleIDRef=\"0\">{Run("다섯 권")}{Note("footNote", "방학에는 열 권")}{Run("까지예요.")}{Note("endNote", "견본")}"
                + "<hp:run charPrIDRef=\"0\"><hp:t><hp:deleteBegin Id=\"1\"/></hp:t></hp:run>"
                + Note("footNote", "지운 각주")
                + "<hp:run charPrIDRef=\"0\"><hp:t><hp:deleteEnd Id=\"1\"/></hp:t></hp:run></hp:p>"
                + Table(
                    Row(Cell(0, 0, "구분"), Cell(0, 1, "권수")),
                    Row(
                        Cell(1, 0, "어른"),
                        Cell(1, 1, "7권")
                            .Replace("</hp:p>", Note("footNote", "책만") + "</hp:p>", StringComparison.Ordinal)
                    )
                )
        );

        Assert.Equal(
            """
            다섯 권까지예요.

            ※ 방학에는 열 권

            ※ 견본

            | 구분 | 권수 |
            |---|---|
            | 어른 | 7권 (※ 책만) |
            """,
            Assert.Single(document.Sections).Body
        );
        Assert.Empty(document.LeftOut);
    }

    [Fact]
    public void A_table_in_a_frame_stays_a_table_and_a_cell_over_two_columns_leaves_the_other_empty()
    {
        var table = Table(
            Row(
                Cell(0, 0, "도서관").Replace("colSpan=\"1\"", "colSpan=\"2\"", StringComparison.Ordinal),
                Cell(0, 2, "전화")
            ),
            Row(Cell(1, 0, "부개", rows: 2), Cell(1, 1, "1층"), Cell(1, 2, "1")),
            Row(Cell(2, 1, "2층"), Cell(2, 2, "2"))
        );
        var document = Read(
            Table(
                Row(
                    Cell(0, 0, "틀").Replace(Paragraph("틀"), Paragraph("틀 안의 글") + table, StringComparison.Ordinal)
                )
            )
        );

        Assert.Equal(
            """
            틀 안의 글

            | 도서관 |  | 전화 |
            |---|---|---|
            | 부개 | 1층 | 1 |
            | 부개 | 2층 | 2 |
            """,
            Assert.Single(document.Sections).Body
        );
    }

    [Fact]
    public async Task A_locked_document_and_one_that_is_something_else_say_so()
    {
        await using var library = new LibraryDocuments();
        Assert.StartsWith(
            "암호가 걸려 있어요.",
            await library.Refused(
                "a.hwpx",
                LibraryDocuments.Zip(
                    ("META-INF/manifest.xml", "<m><file-entry><encryption-data/></file-entry></m>"),
                    ("Contents/section0.xml", "<s/>")
                )
            ),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "HWPX 문서가 아니에요",
            await library.Refused("b.hwpx", LibraryDocuments.Zip(("a.xml", "<a/>"))),
            StringComparison.Ordinal
        );
        Assert.Equal(
            "읽을 글이 없어요.",
            await library.Refused(
                "c.hwpx",
                LibraryDocuments.Zip(("Contents/header.xml", Header), ("Contents/section0.xml", "<s/>"))
            )
        );
    }

    private static ImportedDocument Read(params string[] sections) =>
        HwpxDocument.Read(
            "안내.hwpx",
            LibraryDocuments.Zip([
                ("mimetype", "application/hwp+zip"),
                ("Contents/header.xml", Header),
                .. sections.Select(
                    (section, at) => ($"Contents/section{at}.xml", $"<hs:sec {Namespaces}>{section}</hs:sec>")
                ),
            ])
        );

    private static string Paragraph(string text, int style = 0, int letters = 0) =>
        $"<hp:p paraPrIDRef=\"0\" styleIDRef=\"{style}\">{Run(text, letters)}</hp:p>";

    private static string Run(string text, int letters = 0) =>
        $"<hp:run charPrIDRef=\"{letters}\"><hp:t>{text}</hp:t></hp:run>";

    private static string Note(string kind, string text) =>
        $"<hp:run charPrIDRef=\"0\"><hp:ctrl><hp:{kind}><hp:subList>{Paragraph(text)}</hp:subList></hp:{kind}></hp:ctrl></hp:run>";

    private static string Table(params string[] rows) =>
        $"<hp:p paraPrIDRef=\"0\" styleIDRef=\"0\"><hp:run charPrIDRef=\"0\"><hp:tbl borderFillIDRef=\"1\">{string.Concat(rows)}</hp:tbl></hp:run></hp:p>";

    private static string Row(params string[] cells) => $"<hp:tr>{string.Concat(cells)}</hp:tr>";

    private static string Cell(int row, int column, string text, int rows = 1, int fill = 1, int letters = 0) =>
        $"<hp:tc borderFillIDRef=\"{fill}\"><hp:subList>{Paragraph(text, 0, letters)}</hp:subList>"
        + $"<hp:cellAddr colAddr=\"{column}\" rowAddr=\"{row}\"/><hp:cellSpan colSpan=\"1\" rowSpan=\"{rows}\"/></hp:tc>";
}
