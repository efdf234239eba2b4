using Bupyeong.Chatbot.Circulation;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;

namespace Bupyeong.Chatbot.Tests.Circulation;

/// <summary>A branch with rules of its own lends by them, and no other does.</summary>
public sealed class BranchRulesTests
{
    private static readonly DateOnly Today = Day("2026-11-24");
    private static readonly LoanRules ForAll = new(5, 14, 7, 1, 1, 3, 3, 5, 3);

    private static readonly LoanRulesOn Rules = (_, asked) =>
        asked.Branch == "galsan" ? ForAll with { RenewalDays = 14, RenewalTimes = 2, HoldPickupDays = 5 } : ForAll;

    [Theory]
    [InlineData("samsan", 0, "2026-12-01")]
    [InlineData("galsan", 0, "2026-12-08")]
    [InlineData("samsan", 1, null)]
    [InlineData("galsan", 1, "2026-12-08")]
    [InlineData("galsan", 2, null)]
    public void A_loan_is_renewed_by_the_rules_of_its_branch(string branch, int renewals, string? until)
    {
        var loan = new Loan
        {
            Barcode = "B1",
            RecordId = "R1",
            Title = "견본",
            Branch = branch,
            Borrowed = Day("2026-11-10"),
            Due = Today,
            Renewals = renewals,
        };
        var decided = new RenewalDesk(Rules, Places).Decide(
            new Patron(CardNumber.Of(SampleLibrary.CardOf(1)), "견본 이용자 1"),
            loan,
            Today
        );
        Assert.Equal(until is null ? null : Day(until), (decided as Renewal.Granted)?.Due);
    }

    [Fact]
    public void A_hold_waits_as_long_as_its_branch_keeps_it()
    {
        var desk = new HoldDesk(Rules, Places, _ => []);
        Assert.Equal(Day("2026-11-27"), desk.PickUpBy(Today, new("samsan")));
        Assert.Equal(Day("2026-11-29"), desk.PickUpBy(Today, new("galsan")));
    }
}
