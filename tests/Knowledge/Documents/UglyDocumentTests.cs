using System.Globalization;
using System.Text;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Knowledge.Documents;

/// <summary>Files as they lie in offices: of another kind than their name says, locked, half filled, named by accident.</summary>
public sealed class UglyDocumentTests : IAsyncDisposable
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private readonly LibraryDocuments library = new();

    public async ValueTask DisposeAsync() => await library.DisposeAsync();

    [Theory]
    [InlineData("a.docx", "EncryptedPackage", "암호가 걸려 있어요. 암호를 풀고 저장해 주세요.")]
    [InlineData("a.xlsx", "EncryptedPackage", "암호가 걸려 있어요. 암호를 풀고 저장해 주세요.")]
    [InlineData("a.hwpx", "HwpSummaryInformation", "이름과 달리 HWP 문서예요. 한글에서 HWPX로 저장해 주세요.")]
    [InlineData(
        "a.xlsx",
        "Workbook",
        "옛 형식(.doc, .xls, .hwp)이에요. 새 형식(.docx, .xlsx, .hwpx)으로 저장해 주세요."
    )]
    public async Task A_file_of_the_old_kind_says_what_it_is(string name, string part, string why) =>
        Assert.Equal(
            why,
            await library.Refused(name, [.. Ole, .. new byte[1_000], .. Encoding.Unicode.GetBytes(part)])
        );

    [Fact]
    public async Task A_locked_PDF_says_so()
    {
        var mark = new string('0', 64);
        string[] parts =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
            $"<</Filter/Standard/V 1/R 2/P -44/O<{mark}>/U<{mark}>>>",
        ];
        var (pdf, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (at, part) in parts.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{part}\nendobj\n");
        }
        var list = pdf.Length;
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"xref\n0 5\n0000000000 65535 f \n{string.Concat(offsets.Select(at => $"{at:0000000000} 00000 n \n"))}"
        );
        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>\nstartxref\n{list}\n%%EOF"
        );

        Assert.Equal(
            "암호가 걸려 있어요. 암호를 풀고 저장해 주세요.",
            await library.Refused("a.pdf", Encoding.ASCII.GetBytes(pdf.ToString()))
        );
    }

    [Theory]
    [InlineData("a.docx", "xl/workbook.xml", ".xlsx")]
    [InlineData("a.xlsx", "word/document.xml", ".docx")]
    [InlineData("a.docx", "Contents/section0.xml", ".hwpx")]
    public async Task A_file_that_was_renamed_says_what_it_is(string name, string part, string real) =>
        Assert.Equal(
            $"이름과 달리 {real} 문서예요. 이름 끝을 {real}로 바꿔 주세요.",
            await library.Refused(name, LibraryDocuments.Zip((part, "<a/>")))
        );

    [Fact]
    public async Task A_PDF_or_a_packed_document_under_another_name_says_so()
    {
        Assert.StartsWith(
            "이름과 달리 .pdf 문서예요.",
            await library.Refused("a.hwpx", "%PDF-1.7\n"u8.ToArray()),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "이름과 달리 압축된 문서예요",
            await library.Refused("a.md", LibraryDocuments.Zip(("word/document.xml", "<a/>"))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    [InlineData("a.hwpx")]
    [InlineData("a.xlsx")]
    [InlineData("a.csv")]
    [InlineData("a.md")]
    [InlineData("a.ics")]
    public async Task An_empty_file_is_refused(string name) =>
        Assert.Equal("빈 파일이에요.", await library.Refused(name, []));

    [Fact]
    public async Task A_name_with_control_letters_and_dots_is_only_a_name()
    {
        var report = await library.Import("..\u001b[31m..\\..\n이용\u202e안내.md", "# 하나\n글\n\n# 둘\n글\n");

        Assert.Equal("..[31m..\\.. 이용안내.md", report.Name);
        Assert.All(report.New, draft => Assert.Matches("^[a-z0-9-]+$", draft.Slug));
        Assert.All(report.Lines(), line => Assert.DoesNotContain(line, char.IsControl));
        var calendar = await library.Import("..\u001b..ics", Calendar("SUMMARY:모임\nDTSTART:20261205T100000\n"));
        Assert.StartsWith(
            Path.Combine(library.Folder, "data", "drafts", "programs"),
            Path.GetFullPath(calendar.Programs!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_table_for_a_spreadsheet_with_its_separator_and_line_ends_in_cells_is_read()
    {
        var report = await library.Import(
            "faq.csv",
            "sep=;\r\n질문;답변\r\n\"몇 권, 며칠?\";\"다섯 권이에요.\r\n\"\"책\"\"은; 두 주예요.\"\r\n\r\n연장?;한 번 돼요.\r\n"
        );

        var entry = library.Entry(report.New[0].Slug);
        Assert.Equal(("몇 권, 며칠?", "다섯 권이에요.\n\"책\"은; 두 주예요."), (entry.Title, entry.Body));
        Assert.Equal(["faq.csv 3행", "faq.csv 6행"], report.New.Select(draft => library.Entry(draft.Slug).Source));
    }

    [Fact]
    public async Task A_text_with_tabs_as_spreadsheets_call_it_Unicode_is_read()
    {
        byte[] wide =
        [
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes("질문\t답변\r\n몇 권?\t다섯 권, 두 주\r\n"),
        ];

        var report = await library.Import("faq.csv", wide);

        Assert.Equal("다섯 권, 두 주", library.Entry(report.New[0].Slug).Body);
    }

    [Theory]
    [InlineData("질문,답변\n몇 권?,다섯 권\n며칠?,\"열나흘\n연장?,한 번\n")]
    [InlineData("질문,답변\n몇 권?,다섯 권\n며칠?,\"열나흘\n연장?,\"한 번\"\n")]
    public async Task A_quote_that_is_not_closed_is_refused_with_its_row(string table) =>
        Assert.Equal(
            "3행의 따옴표가 짝이 맞지 않아요.",
            await library.Refused("faq.csv", Encoding.UTF8.GetBytes(table))
        );

    [Fact]
    public async Task HTML_in_Markdown_is_read_as_it_is_shown()
    {
        var report = await library.Import(
            "guide.md",
            """
            ---
            layout: page
            ---
            # 대출

            <div class="box">
            <p>다섯 권까지예요.<br>두 주예요.</p>
            <table><tr><th>구분</th><th>권수</th></tr>
            <tr><td>어른</td><td>7권 &amp; 영상</td></tr></table>
            </div>

            <div style="display: none">

            숨긴 글 <div>안의 글</div>

            </div>

            굵은 <b>글</b>은 <span hidden>숨김</span>그대로예요. <https://example.kr/a>

            | 시설 | 자리 |
            |---|---|
            | 열람실<br>2층 | 10 |

            <script>
            alert("숨김")
            </script>

            ```
            # 제목이 아니에요
            <b>그대로</b>
            ```

            # 연장

            한 번 돼요.
            """
        );

        Assert.Equal(
            """
            다섯 권까지예요.
            두 주예요.

            | 구분 | 권수 |
            |---|---|
            | 어른 | 7권 & 영상 |

            굵은 글은 그대로예요. <https://example.kr/a>

            | 시설 | 자리 |
            |---|---|
            | 열람실 2층 | 10 |

            ```
            # 제목이 아니에요
            <b>그대로</b>
            ```
            """,
            library.Entry(report.New.Single(draft => draft.Title == "대출").Slug).Body
        );
        Assert.Equal(["숨긴 글 19자", "파일 머리의 설정 1개"], report.LeftOut);
    }

    [Fact]
    public async Task A_calendar_as_office_programs_write_it_is_read()
    {
        var report = await library.Import(
            "행사.ics",
            Calendar(
                "SUMMARY:아주 긴 이름의 모임이어서 다음 줄로\n  넘어가요\nDTSTART;TZID=Korea Standard Time:20261205T100000\nDTEND;TZID=Korea Standard Time:20261205T120000\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Korea Standard Time:20261212T100000\nLOCATION:부개도서관\n",
                "SUMMARY:하루 행사\nDTSTART;VALUE=DATE:20261224\n",
                "SUMMARY:취소\nSTATUS:CANCELLED\nDTSTART:20261224T100000\n"
            )
        );

        var yaml = await File.ReadAllTextAsync(report.Programs!, TestContext.Current.CancellationToken);
        Assert.Contains("아주 긴 이름의 모임이어서 다음 줄로 넘어가요", yaml, StringComparison.Ordinal);
        Assert.Contains("days: [2026-12-05, 2026-12-19]", yaml, StringComparison.Ordinal);
        Assert.Contains("time: \"10:00-12:00\"", yaml, StringComparison.Ordinal);
        Assert.Contains("days: [2026-12-24]", yaml, StringComparison.Ordinal);
        Assert.Equal(["취소된 행사 1개"], report.LeftOut);
    }

    [Fact]
    public async Task A_calendar_without_a_day_or_that_is_none_is_refused()
    {
        Assert.Equal(
            "'모임' 행사에 시작하는 날이 없어요.",
            await library.Refused("a.ics", Encoding.UTF8.GetBytes(Calendar("SUMMARY:모임\n")))
        );
        Assert.NotEmpty(await library.Refused("a.ics", "<html>달력</html>"u8.ToArray()));
    }

    private static string Calendar(params string[] events) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\n{string.Concat(events.Select((one, at) => $"BEGIN:VEVENT\nUID:{at}\nDTSTAMP:20261101T000000Z\n{one}END:VEVENT\n"))}END:VCALENDAR\n".ReplaceLineEndings(
            "\r\n"
        );
}
