using System.Globalization;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Channels;

/// <summary>A notice that staff publish, and everything that depends on it.</summary>
public sealed class NoticeTests
{
    private const string Slug = "notice-bugae-2026-12";

    [Fact]
    public async Task A_notice_changes_hours_due_days_holds_and_pages_at_once_and_is_cited()
    {
        await using var host = StaffCaller.Host();
        var resident = await Resident.ComesTo(host);
        await resident.Says("부개도서관 12월 3일에 열어요?");
        resident.Hears("branch-hours/open");
        await resident.Says("12월 3일이 반납일인데 부개도서관이 쉬면 언제까지예요?");
        resident.Hears("due-day/stays");

        await Publishes(host, Notice("2026-12-01", "2026-12-10"));
        await resident.Says("부개도서관 12월 3일에 열어요?");
        resident.Hears("branch-hours/closed-for-a-while");
        Assert.Contains("12월 10일", resident.Heard[0].Text, StringComparison.Ordinal);
        Assert.Contains($"/knowledge/{Slug}", resident.Heard[0].Shown, StringComparison.Ordinal);
        await resident.Says("12월 3일이 반납일인데 부개도서관이 쉬면 언제까지예요?");
        resident.Hears("due-day/moved");
        Assert.Contains("12월 11일", resident.Heard[0].Text, StringComparison.Ordinal);
        await resident.Says("부개도서관 휴관 공지 있어요?");
        resident.Hears("branch-hours/closures");
        Assert.Contains($"/knowledge/{Slug}", resident.Heard[0].Shown, StringComparison.Ordinal);
        await resident.Says("부개도서관 공사 언제까지 해요?");
        Assert.Contains("12월 10일", resident.Heard[0].Shown, StringComparison.Ordinal);
        Assert.True(host.Get<HoldDesk>().PickUpBy(new(2026, 11, 30), new("bugae")) > new DateOnly(2026, 12, 10));
        (await Page.Open(host, $"/knowledge/{Slug}")).Says("공사 때문에 쉬어요");
        host.Clock.Set(Clock.Seoul("2026-12-03 10:00"));
        (await Page.Open(host, "/")).Says("임시 휴관, 공사");
    }

    [Fact]
    public async Task Work_that_ends_early_opens_the_doors_and_work_that_takes_longer_keeps_them_shut()
    {
        await using var host = StaffCaller.Host();
        var branches = host.Get<BranchDirectory>();
        var bugae = branches.Find("bugae")!;
        await Publishes(host, Notice("2026-12-01", "2026-12-10"));

        await Publishes(host, Notice("2026-12-01", "2026-12-05"), basedOn: 2);
        Assert.IsType<DayHours.Closed>(branches.HoursOn(bugae, new(2026, 12, 5)));
        Assert.IsType<DayHours.Open>(branches.HoursOn(bugae, new(2026, 12, 8)));

        await Publishes(host, Notice("2026-12-01", "2026-12-20"), basedOn: 4);
        Assert.IsType<DayHours.Closed>(branches.HoursOn(bugae, new(2026, 12, 19)));

        await new StaffCaller(host).Posts($"/knowledge/{Slug}/withdraw", new { name = "사서", from = "2026-12-04" });
        Assert.IsType<DayHours.Closed>(branches.HoursOn(bugae, new(2026, 12, 3)));
        Assert.IsType<DayHours.Open>(branches.HoursOn(bugae, new(2026, 12, 4)));
    }

    [Fact]
    public async Task What_was_closed_stays_closed_when_the_notice_is_changed_in_the_middle()
    {
        await using var host = StaffCaller.Host();
        var branches = host.Get<BranchDirectory>();
        var bugae = branches.Find("bugae")!;
        await Publishes(host, Notice("2026-12-01", "2026-12-10"));
        host.Clock.Set(Clock.Seoul("2026-12-05 10:00"));

        await Publishes(host, Notice("2026-12-01", "2026-12-12"), basedOn: 2);

        Assert.IsType<DayHours.Closed>(branches.HoursOn(bugae, new(2026, 12, 2)));
        Assert.IsType<DayHours.Closed>(branches.HoursOn(bugae, new(2026, 12, 12)));
        Assert.True(host.Get<HoldDesk>().PickUpBy(new(2026, 11, 30), new("bugae")) > new DateOnly(2026, 12, 12));
    }

    [Fact]
    public async Task Days_that_were_closed_stay_so_when_the_notice_is_withdrawn_and_it_is_told_no_more()
    {
        await using var host = StaffCaller.Host();
        var branches = host.Get<BranchDirectory>();
        var bugae = branches.Find("bugae")!;
        await Publishes(host, Notice("2026-12-01", "2026-12-10"));
        host.Clock.Set(Clock.Seoul("2026-12-05 10:00"));
        await Publishes(host, Notice("2026-12-02", "2026-12-12"), basedOn: 2);
        host.Clock.Set(Clock.Seoul("2026-12-09 10:00"));

        await new StaffCaller(host).Posts($"/knowledge/{Slug}/withdraw", new { name = "사서", from = "2026-12-09" });

        // The first is as the first version said, those since as the second did.
        Assert.All(
            [1, 2, 4, 5, 6, 8],
            day => Assert.IsType<DayHours.Closed>(branches.HoursOn(bugae, new(2026, 12, day)))
        );
        Assert.All([9, 10, 12], day => Assert.IsType<DayHours.Open>(branches.HoursOn(bugae, new(2026, 12, day))));
        Assert.Equal(new(2026, 12, 9), branches.DueDateOn(new(2026, 12, 3), bugae));
        Assert.DoesNotContain(branches.SpecialFrom(new(2026, 12, 9)), special => special.Notice == Slug);
        var resident = await Resident.ComesTo(host);
        await resident.Says("어제 부개도서관 열었어요?");
        resident.Hears("branch-hours/was-closed");
        Assert.DoesNotContain($"/knowledge/{Slug}", resident.Heard[0].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_was_withdrawn_before_its_days_closes_nothing()
    {
        await using var host = StaffCaller.Host();
        var branches = host.Get<BranchDirectory>();
        await Publishes(host, Notice("2026-12-01", "2026-12-10"));
        host.Clock.Set(Clock.Seoul("2026-11-27 10:00"));

        await new StaffCaller(host).Posts($"/knowledge/{Slug}/withdraw", new { name = "사서", from = "2026-11-27" });
        host.Clock.Set(Clock.Seoul("2026-12-05 10:00"));

        Assert.DoesNotContain(branches.SpecialHours(), special => special.Notice == Slug);
    }

    [Fact]
    public async Task A_hold_is_kept_over_a_closure_of_months()
    {
        await using var host = StaffCaller.Host();
        await Publishes(host, Notice("2026-12-01", "2027-03-31"));

        Assert.True(host.Get<HoldDesk>().PickUpBy(new(2026, 11, 30), new("bugae")) > new DateOnly(2027, 3, 31));
    }

    [Fact]
    public async Task A_day_with_other_hours_says_so_and_why()
    {
        await using var host = StaffCaller.Host();
        await Publishes(
            host,
            Notice("2026-12-03", "2026-12-03").Replace("hours: closed", "hours: 13:00-17:00", StringComparison.Ordinal)
        );
        var resident = await Resident.ComesTo(host);

        await resident.Says("부개도서관 12월 3일에 몇 시까지 해요?");

        resident.Hears("branch-hours/open-until", "branch-hours/other-hours");
        Assert.Contains("오후 5시", resident.Heard[0].Text, StringComparison.Ordinal);
        Assert.Contains($"/knowledge/{Slug}", resident.Heard[1].Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_notices_of_one_place_and_time_are_shown_to_staff_and_the_newest_counts()
    {
        await using var host = StaffCaller.Host();
        await Publishes(host, Notice("2026-12-01", "2026-12-10"));
        // Of two the one counts that was published last, whenever it is told from.
        host.Clock.Set(Clock.Seoul("2026-11-24 11:00"));
        await Publishes(host, Notice("2026-12-09", "2026-12-12", "notice-bugae-other"), slug: "notice-bugae-other");

        var clashes = (await new StaffCaller(host).Gets("/knowledge/clashes")).GetProperty("clashes");

        var clash = clashes
            .EnumerateArray()
            .Single(clash => clash.TryGetProperty("from", out var from) && from.GetString() is not null);
        Assert.Equal(
            ("2026-12-09", "2026-12-10"),
            (clash.GetProperty("from").GetString(), clash.GetProperty("to").GetString())
        );
        Assert.Equal(
            ["notice-bugae-other", Slug],
            clash.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("slug").GetString())
        );
    }

    [Theory]
    [InlineData("branches: [bugae]", "branches: [nowhere]", "there is no branch 'nowhere'")]
    [InlineData("branches: [bugae]", "branches: [all]", "branches must name each branch")]
    [InlineData("hours: closed", "hours: 9시부터", "is not a pair of times")]
    [InlineData("hours: closed", "rooms: [다락방]\n  hours: closed", "has no room '다락방'")]
    [InlineData("  from: 2026-12-01", "  from: 2026-12-32", "'2026-12-32' is not a date")]
    [InlineData("  from: 2026-12-01", "  from: 2026-12-11", "are not between 1 and")]
    [InlineData("  reason: 공사\n", "", "reason is missing")]
    [InlineData("effective_to:", "effective_to: 2026-12-05", "is after effective_to")]
    public async Task A_notice_with_a_mistake_is_refused_with_the_reason_and_changes_nothing(
        string good,
        string bad,
        string reason
    )
    {
        await using var host = StaffCaller.Host();
        var text = Notice("2026-12-01", "2026-12-10").Replace(good, bad, StringComparison.Ordinal);

        var error = await new StaffCaller(host).RefusedToPut(
            422,
            "Unprocessable",
            $"/knowledge/{Slug}/draft",
            Draft(text, basedOn: 0)
        );

        Assert.Contains(reason, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.IsType<DayHours.Open>(
            host.Get<BranchDirectory>().HoursOn(host.Get<BranchDirectory>().Find("bugae")!, new(2026, 12, 3))
        );
    }

    private static async Task Publishes(LibraryHost host, string text, int basedOn = 0, string slug = Slug)
    {
        var staff = new StaffCaller(host);
        await staff.Puts($"/knowledge/{slug}/draft", Draft(text, basedOn));
        await staff.Posts($"/knowledge/{slug}/publish", new { name = "사서", draft = basedOn + 1 });
    }

    private static object Draft(string text, int basedOn) =>
        new
        {
            name = "사서",
            text,
            basedOn,
        };

    private static string Notice(string from, string to, string slug = Slug) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ---
            title: 부개도서관 공사 휴관 안내
            slug: {slug}
            audience: [everyone]
            branches: [bugae]
            effective_from: 2026-11-01
            effective_to:
            owner: 견본
            source: 견본 공지
            status: sample
            special_hours:
              from: {from}
              to: {to}
              hours: closed
              reason: 공사
              meanwhile: 책은 다른 구립 도서관에 돌려주세요.
            questions:
              - 부개도서관 공사 언제까지 해요?
            ---
            부개도서관은 공사 때문에 쉬어요. 책은 다른 구립 도서관에 돌려주세요.
            """
        );
}
