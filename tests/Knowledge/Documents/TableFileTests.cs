using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>Tables of questions and answers, as spreadsheets and as CSV.</summary>
public sealed class TableFileTests : IAsyncDisposable
{
    private readonly LibraryDocuments library = new();

    public async ValueTask DisposeAsync() => await library.DisposeAsync();

    [Fact]
    public async Task Rows_with_one_answer_are_one_entry_with_all_their_questions()
    {
        var report = await library.Import(
            "faq.csv",
            "자주 묻는 질문,,\n번호,질문,답변\n1,책 소독기 있어요?,자료실 입구에 있어요.\n2,\"소독기 써도 돼요?\n소독기 무료예요?\",자료실 입구에 있어요.\n3,연장돼요?,한 번 돼요.\n4,답이 없는 질문,\n"
        );

        Assert.Equal((2, 2), (report.Entries, report.New.Count));
        var entry = library.Entry(report.New[0].Slug);
        Assert.Equal("책 소독기 있어요?", entry.Title);
        Assert.Equal(["책 소독기 있어요?", "소독기 써도 돼요?", "소독기 무료예요?"], entry.Questions);
        Assert.Equal(("자료실 입구에 있어요.", "faq.csv 3행"), (entry.Body, entry.Source));
        Assert.Equal(["질문이나 답이 빈 행 1개"], report.LeftOut);
    }

    [Fact]
    public async Task What_Korean_spreadsheets_save_is_read_too()
    {
        var korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;
        var report = await library.Import("faq.csv", korean.GetBytes("질문;답변\n똠방각하 있어요?;네, 있어요.\n"));

        Assert.Equal("똠방각하 있어요?", library.Entry(report.New[0].Slug).Title);
        Assert.Equal(
            "UTF-8도 한국어 완성형(CP949)도 아닌 글자가 있어요.",
            await library.Refused("x.csv", [0x41, 0x81, 0x0A])
        );
    }

    [Fact]
    public async Task Hidden_sheets_rows_and_columns_of_a_workbook_are_left_out_and_dates_are_dates()
    {
        var bytes = Workbook(
            (
                "질문",
                null,
                [
                    ["질문", "비고", "답변"],
                    ["언제 열어요?", "내부용", "9시에 열어요."],
                    ["숨긴 질문", "", "숨긴 답"],
                    ["개관일은?", "", "46000"],
                ]
            ),
            (
                "비밀",
                SheetStateValues.VeryHidden,
                [
                    ["질문", "답변"],
                    ["비밀?", "비밀"],
                ]
            ),
            (
                "연락처",
                null,
                [
                    ["이름", "자리"],
                    ["가", "나"],
                ]
            )
        );

        var report = await library.Import("faq.xlsx", bytes);

        Assert.Equal(["숨긴 시트 1개", "숨긴 열 1개", "숨긴 행 1개", "질문과 답변 열이 없는 시트 1개"], report.LeftOut);
        Assert.Equal(["개관일은?", "언제 열어요?"], report.New.Select(draft => draft.Title).Order());
        var opened = library.Entry(report.New.Single(draft => draft.Title == "개관일은?").Slug);
        Assert.Equal(("2025-12-09", "faq.xlsx 질문 4행"), (opened.Body, opened.Source));
    }

    [Fact]
    public async Task Formulas_tell_what_they_last_came_to_and_merged_cells_hold_for_all_their_rows()
    {
        var report = await library.Import("faq.xlsx", Calculated());

        Assert.Equal(["값이 없거나 오류인 수식 2개", "질문이나 답이 빈 행 2개"], report.LeftOut);
        Assert.Equal(
            [("할인은?", "10%"), ("합은?", "0.3"), ("어른은?", "다섯 권"), ("개관일은?", "2025-12-09")],
            report.New.Select(draft => (draft.Title, library.Entry(draft.Slug).Body))
        );
        Assert.Equal(["어른은?", "어린이는?"], library.Entry(report.New[2].Slug).Questions);
    }

    [Fact]
    public async Task A_table_of_something_else_says_which_columns_it_needs() =>
        Assert.StartsWith(
            "'질문'과 '답변' 열이 없어요.",
            await library.Refused("a.csv", "이름,자리\n가,나\n"u8.ToArray()),
            StringComparison.Ordinal
        );

    /// <summary>In the first sheet the second column and the third row are hidden, and a number is a date.</summary>
    private static byte[] Workbook(params (string Name, SheetStateValues? State, string[][] Rows)[] sheets)
    {
        var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = file.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets());
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 })
            );
            foreach (var (at, (name, state, rows)) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                var isFirst = at == 0;
                part.Worksheet = new Worksheet(
                    new SheetData(rows.Select((cells, row) => Row(cells, row, isFirst && row == 2)))
                );
                if (isFirst)
                    part.Worksheet.InsertAt(
                        new Columns(
                            new Column
                            {
                                Min = 2,
                                Max = 2,
                                Hidden = true,
                            }
                        ),
                        0
                    );
                var sheet = new Sheet
                {
                    Name = name,
                    SheetId = (uint)at + 1,
                    Id = workbook.GetIdOfPart(part),
                };
                if (state is { } hidden)
                    sheet.State = hidden;
                workbook.Workbook.Sheets!.Append(sheet);
            }
        }
        return stream.ToArray();
    }

    /// <summary>As a spreadsheet of the old Macintosh kind, with formulas, a percent and two merged rows.</summary>
    private static byte[] Calculated()
    {
        var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = file.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new CellFormats(
                    new CellFormat(),
                    new CellFormat { NumberFormatId = 14 },
                    new CellFormat { NumberFormatId = 9 }
                )
            );
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(
                new SheetData(
                    Row(["질문", "답변"], 0, isHidden: false),
                    Of(2, "할인은?", new CellFormula("1/10"), new CellValue("0.1"), style: 2),
                    Of(3, "합은?", new CellFormula("0.1+0.2"), new CellValue("0.30000000000000004")),
                    Row(["어른은?", "다섯 권"], 3, isHidden: false),
                    Row(["어린이는?"], 4, isHidden: false),
                    Of(6, "셈하지 않은 것은?", new CellFormula("B2"), null),
                    Of(7, "틀린 것은?", new CellFormula("1/0"), new CellValue("#DIV/0!"), CellValues.Error),
                    Of(8, "개관일은?", null, new CellValue("44538"), style: 1)
                ),
                new MergeCells(new MergeCell { Reference = "B4:B5" }, new MergeCell { Reference = "A1:A1" })
            );
            workbook.Workbook = new Workbook(
                new WorkbookProperties { Date1904 = true },
                new Sheets(
                    new Sheet
                    {
                        Name = "질문",
                        SheetId = 1,
                        Id = workbook.GetIdOfPart(part),
                    }
                )
            );
        }
        return stream.ToArray();
    }

    private static Row Of(
        int number,
        string question,
        CellFormula? formula,
        CellValue? value,
        CellValues? type = null,
        uint style = 0
    )
    {
        var row = Row([question], number - 1, isHidden: false);
        var answer = new Cell { CellReference = $"B{number}", StyleIndex = style };
        if (type is { } kind)
            answer.DataType = kind;
        if (formula is not null)
            answer.Append(formula);
        if (value is not null)
            answer.Append(value);
        row.Append(answer);
        return row;
    }

    private static Row Row(string[] cells, int at, bool isHidden)
    {
        var row = new Row(cells.Select((cell, column) => Cell(cell, $"{(char)('A' + column)}{at + 1}")))
        {
            RowIndex = (uint)at + 1,
        };
        if (isHidden)
            row.Hidden = true;
        return row;
    }

    private static Cell Cell(string text, string reference) =>
        double.TryParse(text, out _)
            ? new Cell(new CellValue(text)) { CellReference = reference, StyleIndex = 1 }
            : new Cell(new InlineString(new Text(text)))
            {
                CellReference = reference,
                DataType = CellValues.InlineString,
            };
}
