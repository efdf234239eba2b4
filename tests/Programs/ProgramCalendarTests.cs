using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Programs;
using Bupyeong.Chatbot.Tests.Branches;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Programs;

public class ProgramCalendarTests
{
    private static readonly ProgramPlan StoryTime = new()
    {
        Id = "P1",
        Title = "그림책 읽어 주는 토요일",
        Branch = "bugae",
        Place = "이야기방",
        Audiences = ["infant", "family"],
        Ages = new() { From = 4, To = 7 },
        Week = 0,
        Weekday = DayOfWeek.Saturday,
        Sessions = 3,
        Time = OpeningHours.Parse("11:00-11:40"),
        Capacity = 15,
        Applied = 12,
        ApplyOpensDaysBefore = 14,
        ApplyClosesDaysBefore = 1,
        Description = "사서가 그림책을 읽어 드려요.",
    };

    private static readonly ProgramPlan Lecture = StoryTime with
    {
        Id = "P2",
        Title = "저녁 인문학 강연",
        Branch = "samsan",
        Audiences = ["adult"],
        Ages = new() { From = 19 },
        Week = 1,
        Weekday = DayOfWeek.Tuesday,
        Time = OpeningHours.Parse("19:00-21:00"),
        Fee = 10000,
        Applied = 18,
        Description = "철학과 역사를 함께 읽어요.",
    };

    [Fact]
    public void Weeks_are_counted_from_the_Monday_of_this_one()
    {
        Assert.Equal(Days("2026-11-28", "2026-12-05", "2026-12-12"), Only("2026-11-23 10:00", StoryTime).Days);
        Assert.Equal(Days("2026-11-28", "2026-12-05", "2026-12-12"), Only("2026-11-28 23:59", StoryTime).Days);
        Assert.Equal(Days("2026-12-05", "2026-12-12", "2026-12-19"), Only("2026-11-30 00:00", StoryTime).Days);
    }

    [Fact]
    public void A_session_on_a_closed_day_is_held_a_week_later() =>
        Assert.Equal(Days("2027-02-13", "2027-02-20", "2027-02-27"), Only("2027-02-01 10:00", StoryTime).Days);

    [Theory]
    [InlineData("2026-11-23 10:00", 0, ApplicationState.Open)]
    [InlineData("2026-11-27 23:59", 0, ApplicationState.Open)]
    [InlineData("2026-11-28 00:00", 0, ApplicationState.Closed)]
    [InlineData("2026-11-23 10:00", 2, ApplicationState.NotYet)]
    [InlineData("2026-11-28 00:00", 2, ApplicationState.Open)]
    public void One_can_apply_from_the_first_day_to_the_last(string at, int week, ApplicationState state) =>
        Assert.Equal(state, Only(at, StoryTime with { Week = week }).Application);

    [Fact]
    public void Seats_run_out_before_the_waiting_list_grows()
    {
        Assert.Equal(
            (3, 0),
            (Only("2026-11-23 10:00", StoryTime).SeatsLeft, Only("2026-11-23 10:00", StoryTime).Waiting)
        );
        Assert.Equal((0, 3), (Only("2026-11-23 10:00", Lecture).SeatsLeft, Only("2026-11-23 10:00", Lecture).Waiting));
    }

    [Fact]
    public void The_soonest_session_comes_first()
    {
        Assert.Equal(["P1", "P2"], Found("2026-11-23 10:00", new()));
        Assert.Equal(["P2", "P1"], Found("2026-11-29 10:00", new(), StoryTime with { Week = 1 }, Lecture));
    }

    [Fact]
    public void A_program_that_is_over_is_not_found_and_one_under_way_is()
    {
        Assert.Empty(Found("2026-11-29 10:00", new(), StoryTime with { Sessions = 1 }));
        Assert.Single(Found("2026-11-29 10:00", new(), StoryTime));
        Assert.Single(Found("2026-11-23 10:00", new(), StoryTime with { Week = -1 }));
    }

    [Theory]
    [InlineData("bugae", null, null, false, false, "P1")]
    [InlineData(null, "adult", null, false, false, "P2")]
    [InlineData(null, "family", null, false, false, "P1")]
    [InlineData(null, null, 7, false, false, "P1")]
    [InlineData(null, null, 8, false, false, "")]
    [InlineData(null, null, 70, false, false, "P2")]
    [InlineData(null, null, null, true, false, "P1")]
    [InlineData(null, null, null, false, true, "P1")]
    [InlineData("samsan", "infant", null, false, false, "")]
    public void Everything_that_was_said_narrows(
        string? branch,
        string? audience,
        int? age,
        bool free,
        bool open,
        string ids
    ) => Assert.Equal(ids, string.Join(' ', Found("2026-11-23 10:00", new(null, branch, audience, age, free, open))));

    [Fact]
    public void What_cannot_be_applied_for_yet_is_not_open() =>
        Assert.Empty(Found("2026-11-23 10:00", new(OpenOnly: true), StoryTime with { Week = 4 }));

    [Fact]
    public void Materials_to_pay_are_not_free() =>
        Assert.Empty(Found("2026-11-23 10:00", new(FreeOnly: true), StoryTime with { MaterialsFee = 5000 }));

    [Fact]
    public void Days_that_were_asked_for_hold_a_session()
    {
        var weekend = new DateRange(Day("2026-12-05"), Day("2026-12-06"));

        Assert.Equal(["P1"], Found("2026-11-23 10:00", new(weekend)));
        Assert.Equal(["P2"], Found("2026-11-23 10:00", new(DateRange.Of(Day("2026-12-01")))));
        Assert.Empty(Found("2026-11-23 10:00", new(DateRange.Of(Day("2026-11-29")))));
    }

    [Fact]
    public void One_is_found_by_its_id_even_when_over()
    {
        Assert.Equal("P1", Calendar("2026-11-23 10:00", StoryTime with { Week = -8 }).Find("P1")?.Id);
        Assert.Null(Calendar("2026-11-23 10:00").Find("P9"));
    }

    [Fact]
    public void The_days_move_on_at_midnight()
    {
        var clock = new StoppedClock(At("2026-11-29 23:59"));
        var calendar = new ProgramCalendar([StoryTime], Places, clock);
        Assert.Equal(Day("2026-11-28"), calendar.Find("P1")!.FirstDay);
        Assert.Same(calendar.Find("P1"), calendar.Find("P1"));

        clock.Now = At("2026-11-30 00:00");
        Assert.Equal(Day("2026-12-05"), calendar.Find("P1")!.FirstDay);
        Assert.Equal(ApplicationState.Open, Assert.Single(calendar.Find(new ProgramQuery())).Application);
    }

    private static LibraryProgram Only(string at, ProgramPlan plan) => Calendar(at, plan).Find(plan.Id)!;

    private static IEnumerable<string> Found(string at, ProgramQuery query, params ProgramPlan[] plans) =>
        Calendar(at, plans).Find(query).Select(program => program.Id);

    private static ProgramCalendar Calendar(string at, params ProgramPlan[] plans) =>
        new(plans is [] ? [StoryTime, Lecture] : plans, Places, new StoppedClock(At(at)));

    private static IEnumerable<DateOnly> Days(params string[] days) => days.Select(Day);
}
