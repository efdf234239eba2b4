using Bupyeong.Chatbot.Branches;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Branches;

public class BranchDirectoryTests
{
    [Fact]
    public void Six_libraries_are_ours_and_the_neighbours_are_not()
    {
        Assert.Equal(6, Places.Libraries.Count());
        Assert.All(Places.Libraries, branch => Assert.True(branch.IsOurs));
        Assert.False(Branch("ice-bupyeong").IsOurs);
        Assert.Null(Places.Find("부개"));
    }

    [Theory]
    [InlineData("종합자료실", "2026-11-24", "09:00-22:00")]
    [InlineData("종합자료실", "2026-11-28", "09:00-18:00")]
    [InlineData("어린이자료실", "2026-11-24", "09:00-18:00")]
    public void Each_room_has_its_own_hours(string room, string day, string hours) =>
        Assert.Equal(
            new DayHours.Open(Day(day), OpeningHours.Parse(hours)),
            Places.HoursOn(Bugae, Bugae.FindRoom(room)!, Day(day))
        );

    [Fact]
    public void A_branch_is_open_as_long_as_any_of_its_rooms() =>
        Assert.Equal(
            new DayHours.Open(Day("2026-11-24"), OpeningHours.Parse("09:00-22:00")),
            Places.HoursOn(Bugae, Day("2026-11-24"))
        );

    [Theory]
    [InlineData("bugae", "2026-11-23", ClosingReason.Weekly, null)]
    [InlineData("bugae", "2026-12-25", ClosingReason.Holiday, "성탄절")]
    [InlineData("bugae", "2026-03-02", ClosingReason.Holiday, "대체공휴일(삼일절)")]
    [InlineData("bugae", "2027-02-09", ClosingReason.Holiday, "대체공휴일(설날)")]
    [InlineData("bugae", "2025-05-01", ClosingReason.YearlyDay, null)]
    [InlineData("ice-bupyeong", "2026-11-26", ClosingReason.Weekly, null)]
    public void A_closed_day_comes_with_its_reason(string code, string day, ClosingReason reason, string? name) =>
        Assert.Equal(new DayHours.Closed(Day(day), reason, name), Places.HoursOn(Branch(code), Day(day)));

    [Fact]
    public void Hours_that_are_not_held_are_not_made_up() =>
        Assert.Equal(
            new DayHours.Unknown(Day("2026-11-25"), UnknownHours.NotHeld),
            Places.HoursOn(Branch("ice-bupyeong"), Day("2026-11-25"))
        );

    [Fact]
    public void Beyond_the_calendar_a_weekday_is_unknown_and_a_Monday_still_closed()
    {
        Assert.IsType<DayHours.Unknown>(Places.HoursOn(Bugae, Day("2029-01-02")));
        Assert.IsType<DayHours.Closed>(Places.HoursOn(Bugae, Day("2029-01-08")));
        Assert.IsType<DayHours.Open>(Places.HoursOn(Branch("bupyeong-market-smart"), Day("2029-01-02")));
    }

    [Theory]
    [InlineData("2026-11-24 21:59", true)]
    [InlineData("2026-11-24 22:00", false)]
    [InlineData("2026-11-23 12:00", false)]
    public void A_branch_is_open_until_its_last_room_closes(string at, bool open) =>
        Assert.Equal(open, Places.IsOpen(Bugae, At(at)));

    [Fact]
    public void At_night_and_on_holidays_only_the_machines_are_open()
    {
        Assert.All(Places.OpenNow(At("2026-11-24 23:30")), branch => Assert.Equal(BranchKind.Smart, branch.Kind));
        Assert.All(Places.OpenNow(At("2027-02-07 12:00")), branch => Assert.Equal(BranchKind.Smart, branch.Kind));
        Assert.Equal(7, Places.OpenNow(At("2026-11-24 12:00")).Count);
    }

    [Fact]
    public void The_moment_is_read_in_Seoul_whatever_its_offset() =>
        Assert.True(Places.IsOpen(Bugae, At("2026-11-24 09:00").ToUniversalTime()));

    [Theory]
    [InlineData("2026-11-24 08:00", "2026-11-24")]
    [InlineData("2026-11-24 09:00", "2026-11-25")]
    [InlineData("2026-11-22 20:00", "2026-11-24")]
    [InlineData("2027-02-05 22:30", "2027-02-10")]
    [InlineData("2025-10-02 22:30", "2025-10-04")]
    [InlineData("2025-10-04 22:30", "2025-10-10")]
    [InlineData("2026-12-31 23:59", "2027-01-02")]
    public void The_next_opening_skips_holiday_weeks(string at, string day) =>
        Assert.Equal(Day(day).InSeoul(new(9, 0)), Places.NextOpening(Bugae, At(at))?.At);

    [Fact]
    public void The_first_of_the_six_to_open_is_found() =>
        Assert.Equal(At("2026-11-24 09:00"), Places.NextOpening(At("2026-11-22 22:00"))?.At);

    [Fact]
    public void A_branch_without_known_hours_has_no_next_opening() =>
        Assert.Null(Places.NextOpening(Branch("ice-bupyeong"), At("2026-11-24 09:00")));

    [Theory]
    [InlineData("2026-11-24", "2026-11-24")]
    [InlineData("2026-11-23", "2026-11-24")]
    [InlineData("2026-12-25", "2026-12-26")]
    [InlineData("2027-02-06", "2027-02-10")]
    [InlineData("2025-10-05", "2025-10-10")]
    [InlineData("2026-02-28", "2026-02-28")]
    [InlineData("2026-03-01", "2026-03-03")]
    [InlineData("2027-01-01", "2027-01-02")]
    [InlineData("2028-12-31", "2028-12-31")]
    public void A_due_date_on_a_closed_day_moves_to_the_next_open_one(string date, string due) =>
        Assert.Equal(Day(due), Places.DueDateOn(Day(date), Bugae));

    [Fact]
    public void A_due_date_at_a_machine_stays() =>
        Assert.Equal(Day("2027-02-07"), Places.DueDateOn(Day("2027-02-07"), Branch("bupyeong-market-smart")));

    [Fact]
    public void A_temporary_closure_closes_the_branch_and_moves_what_is_due()
    {
        var places = With(Special("2026-11-24", "2026-11-28", hours: null, "장서점검"));

        Assert.Equal(
            new DayHours.Closed(Day("2026-11-28"), ClosingReason.Temporary, "장서점검"),
            places.HoursOn(Bugae, Day("2026-11-28"))
        );
        Assert.Equal(Day("2026-11-29"), places.DueDateOn(Day("2026-11-24"), Bugae));
    }

    [Fact]
    public void A_notice_opens_a_branch_at_other_hours_even_on_a_holiday()
    {
        var places = With(
            Special("2026-12-25", "2026-12-25", "10:00-15:00", "성탄 행사") with
            {
                OpensClosedDays = true,
            }
        );

        Assert.Equal(
            new DayHours.Open(Day("2026-12-25"), OpeningHours.Parse("10:00-15:00"), "성탄 행사"),
            places.HoursOn(Bugae, Day("2026-12-25"))
        );
        Assert.Equal(Day("2026-12-25"), places.DueDateOn(Day("2026-12-25"), Bugae));
    }

    [Fact]
    public void Shorter_hours_for_a_month_leave_mondays_and_holidays_closed()
    {
        var places = With(Special("2026-12-01", "2026-12-31", "09:00-17:00", "단축 운영"));

        Assert.IsType<DayHours.Open>(places.HoursOn(Bugae, Day("2026-12-24")));
        Assert.Equal(Places.HoursOn(Bugae, Day("2026-12-25")), places.HoursOn(Bugae, Day("2026-12-25")));
        Assert.Equal(Places.DueDateOn(Day("2026-12-25"), Bugae), places.DueDateOn(Day("2026-12-25"), Bugae));
    }

    [Fact]
    public void A_room_that_is_closed_stays_so_on_a_day_with_other_hours()
    {
        var room = Bugae.Rooms[0];
        var places = With(
            Special("2026-11-24", "2026-11-24", "09:00-17:00", "단축 운영"),
            Special("2026-11-20", "2026-11-28", null, "공사") with
            {
                Rooms = [room.Name],
            }
        );

        Assert.IsType<DayHours.Closed>(places.HoursOn(Bugae, room, Day("2026-11-24")));
        Assert.IsType<DayHours.Open>(places.HoursOn(Bugae, Day("2026-11-24")));
        Assert.Equal(Day("2026-11-29"), places.NextOpening(Bugae, At("2026-11-24 10:00"), room)?.Date);
    }

    [Fact]
    public void A_long_closure_moves_what_is_due_to_its_end() =>
        Assert.Equal(
            Day("2027-03-02"),
            With(Special("2026-12-01", "2027-02-28", null, "공사")).DueDateOn(Day("2026-12-05"), Bugae)
        );

    [Fact]
    public void A_notice_of_a_room_leaves_the_others_as_they_are()
    {
        var (closed, other) = (Bugae.Rooms[0], Bugae.Rooms[1]);
        var places = With(Special("2026-11-24", "2026-11-24", null, "공사") with { Rooms = [closed.Name] });

        Assert.IsType<DayHours.Closed>(places.HoursOn(Bugae, closed, Day("2026-11-24")));
        Assert.Equal(Places.HoursOn(Bugae, other, Day("2026-11-24")), places.HoursOn(Bugae, other, Day("2026-11-24")));
        Assert.IsType<DayHours.Open>(places.HoursOn(Bugae, Day("2026-11-24")));
    }

    [Fact]
    public void Of_two_notices_for_one_day_the_newest_counts()
    {
        var places = With(
            Special("2026-11-24", "2026-11-24", "13:00-18:00", "오전만 공사"),
            Special("2026-11-20", "2026-11-28", null, "공사")
        );

        Assert.IsType<DayHours.Open>(places.HoursOn(Bugae, Day("2026-11-24")));
        Assert.IsType<DayHours.Closed>(places.HoursOn(Bugae, Day("2026-11-25")));
    }

    [Theory]
    [InlineData("부평시장역에서 제일 가까운 데", "부평시장역")]
    [InlineData("부평구청역근처", "부평구청역")]
    [InlineData("구청 앞이에요", "부평구청")]
    [InlineData("서울역", null)]
    public void A_place_is_known_by_the_longest_of_its_names(string text, string? place) =>
        Assert.Equal(place, Places.PlaceIn(text)?.Name);

    [Theory]
    [InlineData("갈산역", "galsan")]
    [InlineData("부개역", "bugae")]
    [InlineData("굴포천역", "miracle")]
    [InlineData("청천동", "cheongcheon")]
    [InlineData("삼산동", "samsan")]
    [InlineData("일신동", "bugae-children")]
    public void The_nearest_library_to_a_place(string place, string code) =>
        Assert.Equal(code, Places.Near(Places.PlaceIn(place)!)[0].Branch.Code);

    [Fact]
    public void The_nearest_is_measured_on_the_globe()
    {
        var near = Places.Nearest(37.5034, 126.7402)!;

        Assert.Equal("miracle", near.Branch.Code);
        Assert.InRange(near.Metres, 0, 50);
        Assert.InRange(Places.Nearest(35.1796, 129.0756)!.Metres, 300_000, 350_000);
    }

    private static BranchDirectory With(params SpecialHours[] special) =>
        new(Places.All, Places.Holidays) { SpecialHours = () => special };

    private static SpecialHours Special(string from, string to, string? hours, string reason) =>
        new()
        {
            Notice = "notice",
            Branches = ["bugae"],
            Days = new(Day(from), Day(to)),
            Hours = hours is null ? null : OpeningHours.Parse(hours),
            Reason = reason,
        };
}
