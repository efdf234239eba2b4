using Bupyeong.Chatbot.Branches;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Branches;

/// <summary>The weeks that go wrong in other calendars, day by day over the years that ours covers.</summary>
public sealed class CalendarTableTests
{
    /// <summary>From the first day on: o is an open day, x a closed one.</summary>
    [Theory]
    // 설날
    [InlineData("2025-01-25", "oox" + "xxx" + "oo")]
    [InlineData("2026-02-14", "ooxxxo")]
    [InlineData("2027-02-05", "oxxxxo")]
    [InlineData("2028-01-24", "xoxxxoo")]
    // 추석
    [InlineData("2025-10-02", "oxoxxxxxo")]
    [InlineData("2026-09-22", "ooxxxox")]
    [InlineData("2027-09-12", "oxxxxoo")]
    [InlineData("2028-09-30", "ooxxxxoo")]
    // Substitute holidays
    [InlineData("2025-03-01", "xoxo")]
    [InlineData("2025-05-03", "ooxxo")]
    [InlineData("2026-03-01", "xxo")]
    [InlineData("2026-05-23", "oxxo")]
    [InlineData("2026-08-15", "xoxo")]
    [InlineData("2026-10-03", "xoxo")]
    [InlineData("2027-05-01", "xoxox")]
    [InlineData("2027-07-17", "xoxo")]
    [InlineData("2027-08-15", "xxo")]
    [InlineData("2027-10-03", "xxo")]
    [InlineData("2027-10-09", "xoxo")]
    [InlineData("2027-12-25", "xoxo")]
    // The turn of the year
    [InlineData("2025-12-30", "ooxo")]
    [InlineData("2026-12-30", "ooxo")]
    [InlineData("2027-12-30", "ooxo")]
    public void A_week_opens_and_closes_as_the_calendar_says(string first, string days)
    {
        var told = days.Select((_, at) => Places.HoursOn(Bugae, Day(first).AddDays(at)));
        Assert.Equal(days, string.Concat(told.Select(day => day is DayHours.Open ? 'o' : 'x')));
    }

    /// <summary>At 15:00 UTC the day turns in Seoul: a branch that was closed yesterday there is not closed today.</summary>
    [Theory]
    [InlineData("2026-12-25T14:59:59Z", "2026-12-26 09:00")]
    [InlineData("2026-12-31T15:00:00Z", "2027-01-02 09:00")]
    [InlineData("2027-02-09T15:00:00Z", "2027-02-10 09:00")]
    [InlineData("2027-02-10T00:00:00Z", "2027-02-11 09:00")]
    [InlineData("2026-11-22T15:00:00Z", "2026-11-24 09:00")]
    public void The_next_opening_is_counted_in_Seoul(string utc, string opens) =>
        Assert.Equal(At(opens), Places.NextOpening(Bugae, DateTimeOffset.Parse(utc, null))?.At);

    [Theory]
    [InlineData("galsan", "2027-01-11", false)]
    [InlineData("galsan", "2027-01-12", true)]
    [InlineData("galsan", "2027-01-16", true)]
    [InlineData("galsan", "2027-01-17", false)]
    [InlineData("samsan", "2027-01-13", false)]
    public void A_notice_closes_its_branch_alone(string code, string day, bool closes) =>
        Assert.Equal(
            closes,
            Places.HoursOn(Branch(code), Day(day)) is DayHours.Closed { Reason: ClosingReason.Temporary }
        );

    [Theory]
    // Into a notice, over the Monday behind it, and a holiday right after one.
    [InlineData("galsan", "2027-01-12", "2027-01-17")]
    [InlineData("galsan", "2027-01-11", "2027-01-17")]
    [InlineData("bugae-children", "2027-02-16", "2027-03-02")]
    [InlineData("bugae-children", "2027-02-28", "2027-03-02")]
    [InlineData("bugae", "2027-02-28", "2027-02-28")]
    public void What_is_due_during_a_notice_is_due_when_the_branch_opens(string code, string due, string moved) =>
        Assert.Equal(Day(moved), Places.DueDateOn(Day(due), Branch(code)));

    [Fact]
    public void The_next_opening_waits_for_the_end_of_a_notice() =>
        Assert.Equal(At("2027-01-17 09:00"), Places.NextOpening(Branch("galsan"), At("2027-01-10 18:00"))?.At);

    [Fact]
    public void Every_notice_of_a_closure_says_what_to_do_meanwhile() =>
        Assert.All(
            Places.SpecialHours().Where(special => special.Hours is null),
            special => Assert.EndsWith("요.", special.Meanwhile)
        );
}
