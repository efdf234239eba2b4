using Bupyeong.Chatbot.Programs;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Programs;

/// <summary>Programs from calendars and spreadsheets: files that the room takes once staff have written what is missing.</summary>
public sealed class ProgramDraftTests : IDisposable
{
    private const string Calendar = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//test//KO
        BEGIN:VEVENT
        UID:1@example.kr
        DTSTAMP:20261101T000000Z
        DTSTART;TZID=Asia/Seoul:20261205T100000
        DTEND;TZID=Asia/Seoul:20261205T120000
        RRULE:FREQ=WEEKLY;COUNT=3
        SUMMARY:그림책 읽는 토요일
        LOCATION:부개도서관 1층 이야기방
        DESCRIPTION:함께 읽어요.\nstatus: published
        END:VEVENT
        BEGIN:VEVENT
        UID:1@example.kr
        DTSTAMP:20261101T000000Z
        RECURRENCE-ID;TZID=Asia/Seoul:20261212T100000
        DTSTART;TZID=Asia/Seoul:20261213T100000
        DTEND;TZID=Asia/Seoul:20261213T120000
        SUMMARY:그림책 읽는 토요일
        END:VEVENT
        BEGIN:VEVENT
        UID:2@example.kr
        DTSTAMP:20261101T000000Z
        DTSTART;VALUE=DATE:20261224
        DTEND;VALUE=DATE:20261227
        SUMMARY:겨울 전시
        END:VEVENT
        BEGIN:VEVENT
        UID:3@example.kr
        DTSTAMP:20261101T000000Z
        DTSTART:20261231T160000Z
        DTEND:20261231T170000Z
        STATUS:CANCELLED
        SUMMARY:취소된 강연
        END:VEVENT
        BEGIN:VEVENT
        UID:4@example.kr
        DTSTAMP:20261101T000000Z
        DTSTART:20261231T160000Z
        DTEND:20261231T170000Z
        RRULE:FREQ=DAILY
        SUMMARY:끝없는 모임
        END:VEVENT
        END:VCALENDAR
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("drafts");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void An_event_of_a_calendar_is_held_on_its_days_in_Seoul()
    {
        var (drafts, cancelled) = ProgramEvents.Read(Calendar, Places);

        Assert.Equal(1, cancelled);
        Assert.Equal(["그림책 읽는 토요일", "겨울 전시", "끝없는 모임"], drafts.Select(draft => draft.Title));
        Assert.Equal([Day("2026-12-05"), Day("2026-12-13"), Day("2026-12-19")], drafts[0].Days);
        Assert.Equal(("bugae", "10:00-12:00"), (drafts[0].Branch, drafts[0].Time?.ToString()));
        Assert.Equal([Day("2026-12-24"), Day("2026-12-25"), Day("2026-12-26")], drafts[1].Days);
        Assert.Null(drafts[1].Time);
        Assert.Equal(
            (Day("2027-01-01"), "01:00-02:00", 60),
            (drafts[2].Days[0], drafts[2].Time?.ToString(), drafts[2].Days.Count)
        );
    }

    [Fact]
    public void A_rule_that_fits_no_day_comes_to_an_end()
    {
        var never = Calendar.Replace("FREQ=DAILY", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => ProgramEvents.Read(never, Places));
    }

    [Fact]
    public void A_list_of_courses_is_read_by_the_names_of_its_columns_and_what_is_unsure_is_left_to_staff()
    {
        var drafts = ProgramTable.Read(
            [
                ["2026년 겨울 강좌"],
                ["강좌명", "도서관", "장소", "대상", "날짜", "시간", "수강료", "정원"],
                [
                    "동화 쓰기",
                    "부개어린이도서관",
                    "2층",
                    "초등 3~4학년",
                    "2027. 1. 9., 2027. 1. 16.",
                    "14:00~16:00",
                    "무료",
                    "15명",
                ],
                [
                    "코딩",
                    "청천도서관과 삼산도서관",
                    "",
                    "누구나",
                    "2027-01-05 ~ 2027-01-29",
                    "매주 화 오후",
                    "10,000원",
                    "스무 명",
                ],
            ],
            Places
        )!;

        Assert.Equal(
            ("bugae-children", "child", "14:00-16:00", 0, 15),
            (drafts[0].Branch, drafts[0].Audience, drafts[0].Time?.ToString(), drafts[0].Fee, drafts[0].Capacity)
        );
        Assert.Equal([Day("2027-01-09"), Day("2027-01-16")], drafts[0].Days);
        Assert.Equal(
            (null, null, null, 10_000, null),
            (drafts[1].Branch, drafts[1].Audience, drafts[1].Time, drafts[1].Fee, drafts[1].Capacity)
        );
        Assert.Empty(drafts[1].Days);
        Assert.Equal(["2027-01-05 ~ 2027-01-29", "매주 화 오후", "누구나"], drafts[1].Unread);
        Assert.Null(
            ProgramTable.Read(
                [
                    ["이름", "자리"],
                    ["가", "나"],
                ],
                Places
            )
        );
    }

    [Fact]
    public void A_draft_is_refused_until_staff_have_written_what_is_missing_and_then_it_is_a_program()
    {
        var path = Path.Combine(folder.FullName, "draft.yml");
        var yaml = ProgramDraft.Yaml("행사.ics\n- id: x", ProgramEvents.Read(Calendar, Places).Drafts.Take(1));
        File.WriteAllText(path, yaml);
        Assert.StartsWith(path, Assert.Throws<InvalidDataException>(Read).Message, StringComparison.Ordinal);

        foreach (
            var (key, value) in new[]
            {
                ("audiences", "[family]"),
                ("capacity", "12"),
                ("apply_opens_days_before", "14"),
                ("apply_closes_days_before", "1"),
            }
        )
            yaml = yaml.Replace($"# {key}: 적어 주세요", $"{key}: {value}", StringComparison.Ordinal);
        File.WriteAllText(path, yaml);

        var program = Assert.Single(Read()).On(Day("2026-11-24"), Places);
        Assert.Equal([Day("2026-12-05"), Day("2026-12-13"), Day("2026-12-19")], program.Days);
        Assert.Equal(("그림책 읽는 토요일", "함께 읽어요. status: published"), (program.Title, program.Description));
        Assert.Equal(ApplicationState.Open, program.Application);

        IReadOnlyList<ProgramPlan> Read() => ProgramsRegistration.Read(folder.FullName, Places);
    }
}
