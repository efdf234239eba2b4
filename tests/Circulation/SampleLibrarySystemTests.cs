using Bupyeong.Chatbot.Circulation;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;
using static Bupyeong.Chatbot.Tests.Circulation.SampleLibrary;

namespace Bupyeong.Chatbot.Tests.Circulation;

public sealed class SampleLibrarySystemTests : IDisposable
{
    private readonly SampleLibrary library = new();

    public static TheoryData<int> Everyone => [.. Enumerable.Range(1, Patrons.Count)];

    [Theory]
    [MemberData(nameof(Everyone))]
    public async Task Every_sample_member_can_sign_in(int number) =>
        Assert.Equal($"견본 회원 {number}", (await library.SignIn(number)).Name);

    [Theory]
    [InlineData("p2026000001")]
    [InlineData("P2026-000-001")]
    [InlineData(" P 2026 000001 ")]
    [InlineData("2026000001")]
    [InlineData("Ｐ２０２６００００01")]
    public async Task A_card_may_be_typed_as_people_do(string card) =>
        Assert.IsType<SignInOutcome.Accepted>(await library.System.SignInAsync(card, Pins[0], Cancellation));

    [Theory]
    [InlineData("P2026000001", "518306")]
    [InlineData("P2026000001", "")]
    [InlineData("P2026999999", "740293")]
    [InlineData("", "")]
    [InlineData("' OR 1=1 --", "740293")]
    public async Task Unknown_cards_and_wrong_PINs_are_refused_alike(string card, string pin) =>
        Assert.Equal(new SignInOutcome.Refused(), await library.System.SignInAsync(card, pin, Cancellation));

    [Fact]
    public async Task A_loan_is_renewed_by_a_week_from_its_due_date()
    {
        var (patron, loan) = await LoanOf(2, "토지 1");

        var granted = Assert.IsType<Renewal.Granted>(await Renew(patron, loan));

        Assert.Equal(Day("2026-12-09"), granted.Due);
        Assert.Equal(granted.Loan, (await LoanOf(2, "토지 1")).Loan);
        Assert.Equal(1, granted.Loan.Renewals);
    }

    [Fact]
    public async Task A_renewal_that_would_end_on_a_closed_day_ends_on_the_next_open_one()
    {
        library.Clock.Now = At("2027-01-29 10:00");
        var (patron, loan) = await LoanOf(2, "언어의 온도");

        Assert.Equal(Day("2027-01-30"), loan.Due);
        Assert.Equal(Day("2027-02-10"), Assert.IsType<Renewal.Granted>(await Renew(patron, loan)).Due);
    }

    [Theory]
    [InlineData(2, "소년이 온다", RenewalRefusal.ReservedByAnother)]
    [InlineData(3, "인생", RenewalRefusal.Suspended)]
    [InlineData(4, "마션", RenewalRefusal.AlreadyRenewed)]
    [InlineData(5, "불편한 편의점 2", RenewalRefusal.ReservedByAnother)]
    [InlineData(6, "물고기는 존재하지 않는다", RenewalRefusal.InterlibraryLoan)]
    [InlineData(8, "이처럼 사소한 것들", RenewalRefusal.CardExpired)]
    public async Task A_refusal_names_its_reason(int number, string title, RenewalRefusal reason)
    {
        var (patron, loan) = await LoanOf(number, title);

        Assert.Equal(new Renewal.Refused(reason), await Renew(patron, loan));
    }

    [Fact]
    public async Task A_second_renewal_is_refused()
    {
        var (patron, loan) = await LoanOf(2, "토지 1");
        await Renew(patron, loan, "first");

        Assert.Equal(
            new Renewal.Refused(RenewalRefusal.AlreadyRenewed),
            await Renew(patron, (await LoanOf(2, "토지 1")).Loan, "second")
        );
    }

    [Fact]
    public async Task Another_patrons_loan_cannot_be_renewed()
    {
        var (_, loan) = await LoanOf(2, "토지 1");

        Assert.Equal(new Renewal.Refused(RenewalRefusal.NotOnLoan), await Renew(await library.SignIn(9), loan));
    }

    [Fact]
    public async Task A_renewal_under_rules_of_no_days_changes_nothing()
    {
        library.Rules = library.Rules with { RenewalDays = 0 };
        library.Clock.Now = At("2026-11-24 10:00");
        var (patron, loan) = await LoanOf(2, "언어의 온도");

        Assert.Equal(new Renewal.Refused(RenewalRefusal.DueDateUnchanged), await Renew(patron, loan));
    }

    [Fact]
    public async Task The_same_key_is_one_renewal_even_over_a_crash()
    {
        var (patron, loan) = await LoanOf(2, "토지 1");
        var first = await Renew(patron, loan, "turn-7");

        library.Restart();

        Assert.Equal(first, await Renew(patron, loan, "turn-7"));
        Assert.Equal(1, (await LoanOf(2, "토지 1")).Loan.Renewals);
    }

    [Fact]
    public async Task The_same_key_is_refused_for_the_same_reason()
    {
        var (patron, loan) = await LoanOf(5, "불편한 편의점 2");

        Assert.Equal(await Renew(patron, loan, "turn-7"), await Renew(patron, loan, "turn-7"));
    }

    [Fact]
    public async Task One_key_may_renew_several_loans()
    {
        var patron = await library.SignIn(9);

        foreach (var loan in await library.System.LoansOfAsync(patron, Cancellation))
            Assert.IsType<Renewal.Granted>(await Renew(patron, loan, "all"));
    }

    [Fact]
    public async Task Many_at_once_renew_once()
    {
        var (patron, loan) = await LoanOf(2, "토지 1");

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(n => Task.Run(() => Renew(patron, loan, $"turn-{n}")))
        );

        Assert.Single(outcomes.OfType<Renewal.Granted>());
        Assert.Equal(1, (await LoanOf(2, "토지 1")).Loan.Renewals);
    }

    [Fact]
    public async Task Loans_begin_anew_each_day_but_a_key_is_remembered_over_midnight()
    {
        library.Clock.Now = At("2026-11-24 23:59");
        var (patron, loan) = await LoanOf(2, "토지 1");
        var first = await Renew(patron, loan, "turn-7");

        library.Clock.Now = At("2026-11-25 00:00");

        Assert.Equal(0, (await LoanOf(2, "토지 1")).Loan.Renewals);
        Assert.Equal(first, await Renew(patron, loan, "turn-7"));
    }

    public void Dispose() => library.Dispose();

    private Task<Renewal> Renew(Patron patron, Loan loan, string key = "turn-1") =>
        library.System.RenewAsync(patron, loan, key, Cancellation);

    private async Task<(Patron Patron, Loan Loan)> LoanOf(int number, string title)
    {
        var patron = await library.SignIn(number);
        var loans = await library.System.LoansOfAsync(patron, Cancellation);
        return (patron, loans.Single(loan => loan.Title == title));
    }
}
