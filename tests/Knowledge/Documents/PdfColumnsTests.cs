using UglyToad.PdfPig.Writer;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>Tables of PDFs that are drawn without lines, and what only looks like one.</summary>
public sealed class PdfColumnsTests : KoreanPdf
{
    private const double Line = 14;

    [Fact]
    public void Rows_that_keep_their_columns_are_a_table_where_it_stands()
    {
        var page = Page();
        Says(page, 740, (60, "책은 아래 표와 같이 빌릴 수 있어요."));
        Rows(
            page,
            700,
            18,
            ["구분", "권수", "기간", "연장"],
            ["어린이 회원", "5권", "14일", "한 번"],
            ["어른", "10권", "14일", "한 번"],
            ["단체", "100권", "30일", ""]
        );
        Says(page, 610, (60, "연체하면 그 날수만큼 빌릴 수 없어요. 자세한 것은 자료실에 물어보세요."));

        Reads(
            """
            책은 아래 표와 같이 빌릴 수 있어요.

            | 구분 | 권수 | 기간 | 연장 |
            |---|---|---|---|
            | 어린이 회원 | 5권 | 14일 | 한 번 |
            | 어른 | 10권 | 14일 | 한 번 |
            | 단체 | 100권 | 30일 |  |

            연체하면 그 날수만큼 빌릴 수 없어요. 자세한 것은 자료실에 물어보세요.
            """
        );
    }

    [Fact]
    public void Numbers_at_the_right_edge_are_a_column_and_the_unit_above_is_none()
    {
        var page = Page();
        Says(page, 730, (60, "표 1. 소장 자료"), (400, "(단위: 권)"));
        foreach (
            var (at, (name, children, all)) in new[]
            {
                ("도서관", "어린이", "모두"),
                ("부개도서관", "31,204", "120,331"),
                ("삼산도서관", "9,870", "98,005"),
                ("청천도서관", "870", "7,112"),
            }.Index()
        )
        {
            Says(page, 712 - at * Line, (60, name));
            EndsAt(page, 712 - at * Line, (250, children), (340, all));
        }

        Reads(
            """
            표 1. 소장 자료

            (단위: 권)

            | 도서관 | 어린이 | 모두 |
            |---|---|---|
            | 부개도서관 | 31,204 | 120,331 |
            | 삼산도서관 | 9,870 | 98,005 |
            | 청천도서관 | 870 | 7,112 |
            """
        );
    }

    [Theory]
    [InlineData(24)]
    [InlineData(14)]
    public void A_cell_that_goes_on_below_is_one_cell_whether_or_not_rows_stand_further_apart(double pitch)
    {
        var page = Page();
        Says(page, 700, (60, "시설"), (180, "쓰는 방법"));
        Says(page, 700 - pitch, (60, "열람실"), (180, "자리를 고른 다음 회원증을 대고 들어가 주세요, 나갈 때에는"));
        Says(page, 700 - pitch - Line, (180, "자리를 돌려 주세요"));
        Says(page, 700 - 2 * pitch - Line, (60, "강당"), (180, "행사가 있는 날에만 열어요"));
        Says(page, 700 - 3 * pitch - Line, (60, "북카페"), (180, "누구나 앉을 수 있어요"));

        Reads(
            """
            | 시설 | 쓰는 방법 |
            |---|---|
            | 열람실 | 자리를 고른 다음 회원증을 대고 들어가 주세요, 나갈 때에는 자리를 돌려 주세요 |
            | 강당 | 행사가 있는 날에만 열어요 |
            | 북카페 | 누구나 앉을 수 있어요 |
            """
        );
    }

    [Fact]
    public void A_name_beside_two_lines_and_a_head_over_two_columns_stay_with_them()
    {
        var page = Page();
        Says(page, 700, (60, "구분"), (225, "평일과 주말"));
        Says(page, 675, (160, "아침 아홉 시부터"), (320, "아침 열 시부터"));
        Says(page, 668, (60, "자료실"));
        Says(page, 661, (160, "저녁 열 시까지"), (320, "낮 다섯 시까지"));
        Rows(page, 636, 25, [60, 160, 320], ["열람실", "하루 내내", "하루 내내"], ["강당", "행사 때만", "행사 때만"]);

        Reads(
            """
            | 구분 | 평일과 주말 |  |
            |---|---|---|
            | 자료실 | 아침 아홉 시부터 저녁 열 시까지 | 아침 열 시부터 낮 다섯 시까지 |
            | 열람실 | 하루 내내 | 하루 내내 |
            | 강당 | 행사 때만 | 행사 때만 |
            """
        );
    }

    [Fact]
    public void A_name_that_holds_for_two_rows_does_not_make_them_one()
    {
        var page = Page();
        Rows(
            page,
            700,
            Line,
            [60, 160, 260],
            ["회원", "자료", "권수"],
            ["어린이", "책", "5권"],
            ["", "영상", "2점"],
            ["어른", "책", "7권"],
            ["", "영상", "3점"]
        );

        Reads(
            """
            | 회원 | 자료 | 권수 |
            |---|---|---|
            | 어린이 | 책 | 5권 |
            |  | 영상 | 2점 |
            | 어른 | 책 | 7권 |
            |  | 영상 | 3점 |
            """
        );
    }

    [Fact]
    public void Two_columns_of_a_page_are_none_also_with_lines_that_end_early()
    {
        var page = Page();
        string[] left =
        [
            "도서관은 누구나 들어올 수 있고 책을 읽는",
            "데에는 회원증이 없어도 돼요.",
            "빌리려면 회원증이 있어야 하는데 사는 곳을",
            "알 수 있는 것을 가지고 오면 바로 만들어",
            "드려요.",
        ];
        string[] right =
        [
            "어린이 자료실은 여섯 시에 닫고 종합 자료실은",
            "열 시에 닫아요. 주말에는 모두 다섯 시까지만",
            "열어요.",
            "쉬는 날은 월요일과 나라가 정한 쉬는 날이고",
            "따로 쉬는 날은 미리 알려 드려요.",
        ];
        for (var at = 0; at < 10; at++)
            Says(page, 740 - at * Line, (60, left[at % 5]), (330, right[at % 5]));

        Assert.Equal(0, Read().Tables);
    }

    [Fact]
    public void A_column_of_text_beside_a_short_list_is_none()
    {
        var page = Page();
        string[] list = ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일"];
        for (var at = 0; at < list.Length; at++)
            Says(page, 740 - at * Line, (60, "도서관은 누구나 들어올 수 있고 책을 읽는 데에는 회원"), (420, list[at]));

        Assert.Equal(0, Read().Tables);
    }

    [Fact]
    public void Lists_contents_and_justified_text_are_none()
    {
        var page = Page();
        foreach (
            var (at, words) in new[]
            {
                "책을 빌릴 때",
                "책을 돌려줄 때",
                "책을 잃어버렸을 때",
                "책이 젖었을 때",
            }.Index()
        )
        {
            Says(page, 740 - at * Line, (60, $"{at + 1}."), (85, words));
            Says(page, 640 - at * Line, (60, words), (200, "·····················"), (400, $"{at + 3}"));
        }
        for (var at = 0; at < 6; at++)
            Says(
                page,
                540 - at * Line,
                (60, "도서관은"),
                (115 + at * 9, "누구나"),
                (190 + at % 3 * 8, "들어올"),
                (260 - at * 7, "수"),
                (300, "있어요")
            );

        Assert.Equal(0, Read().Tables);
    }

    [Fact]
    public void A_label_with_its_value_is_read_row_by_row_and_larger_letters_begin_what_is_new()
    {
        var page = Page();
        page.AddText("찾아오는 길", 18, new(60, 770), Font);
        Rows(
            page,
            740,
            16,
            [60, 180],
            ["주소", "부평구 길주로 1"],
            ["전화", "032-505-0612"],
            ["지하철", "7호선 삼산체육관역"]
        );
        page.AddText("주차", 18, new(60, 680), Font);
        Says(page, 655, (60, "스무 대까지 세울 수 있어요."));

        var document = Read();

        Assert.Equal(["찾아오는 길", "주차"], document.Sections.Select(section => section.Title));
        Assert.Contains("| 전화 | 032-505-0612 |", document.Sections[0].Body, StringComparison.Ordinal);
    }

    private void Reads(string body)
    {
        var document = Read();
        Assert.Equal(body, Assert.Single(document.Sections).Body);
        Assert.Equal(1, document.Tables);
    }

    private void Rows(PdfPageBuilder page, double top, double pitch, params string[][] rows) =>
        Rows(page, top, pitch, [60, 160, 260, 360], rows);

    private void Rows(PdfPageBuilder page, double top, double pitch, double[] lefts, params string[][] rows)
    {
        foreach (var (at, cells) in rows.Index())
            Says(page, top - at * pitch, [.. lefts.Zip(cells)]);
    }

    private void Says(PdfPageBuilder page, double height, params (double Left, string Text)[] pieces)
    {
        foreach (var (left, text) in pieces.Where(piece => piece.Text.Length > 0))
            page.AddText(text, Body, new(left, height), Font);
    }

    private void EndsAt(PdfPageBuilder page, double height, params (double Right, string Text)[] pieces)
    {
        foreach (var (right, text) in pieces)
        {
            var width = page.MeasureText(text, Body, new(0, 0), Font)[^1].EndBaseLine.X;
            page.AddText(text, Body, new(right - width, height), Font);
        }
    }
}
