using Bupyeong.Chatbot.Circulation;
using Microsoft.VisualBasic.FileIO;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;
using static Bupyeong.Chatbot.Tests.Circulation.SampleLibrary;

namespace Bupyeong.Chatbot.Tests.Circulation;

public sealed class SamplePatronsTests : IDisposable
{
    private readonly SampleLibrary library = new();

    [Fact]
    public async Task They_are_in_the_states_they_are_named_for()
    {
        Assert.Empty(await Loans(1));
        Assert.Equal(3, (await Loans(2)).Count);
        Assert.Equal(Day("2026-11-23"), (await Loans(2))[0].Due);
        Assert.Single(await Loans(2), loan => loan.ReservedByAnother);
        Assert.All(await Loans(3), loan => Assert.True(loan.IsOverdueOn(Day("2026-11-22"))));
        Assert.True((await library.SignIn(3)).SuspendedUntil > Day("2026-11-22"));
        Assert.Equal(1, Assert.Single(await Loans(4)).Renewals);
        Assert.True(Assert.Single(await Loans(5)).ReservedByAnother);
        Assert.True(Assert.Single(await Loans(6)).IsInterlibrary);
        Assert.True((await library.SignIn(7)).IsChild);
        Assert.True((await library.SignIn(8)).CardExpires < Day("2026-11-22"));
        Assert.Equal(library.Rules.LoanLimit, (await Loans(9)).Count);
        Assert.Equal(HoldState.Ready, Assert.Single(await Holds(10)).State);
        Assert.Equal(Day("2026-11-25"), Assert.Single(await Holds(10)).PickUpBy);
        Assert.Equal(3, Assert.Single(await Holds(11)).Position);
        Assert.Empty(await Loans(12));
        Assert.Equal(library.Rules.HoldLimit, (await Holds(13)).Count);
        Assert.True((await library.SignIn(14)).HoldsBannedUntil > Day("2026-11-22"));
        Assert.Equal([HoldState.Ready, HoldState.Waiting], (await Holds(15)).Select(hold => hold.State));
    }

    [Fact]
    public void Nothing_on_loan_differs_from_the_catalogue()
    {
        var records = Rows("records.csv").ToDictionary(row => row["id"]);
        var holdings = Rows("holdings.csv").ToDictionary(row => row["barcode"]);

        foreach (var loan in Patrons.SelectMany(patron => patron.Loans))
        {
            var holding = holdings[loan.Barcode];
            Assert.Equal((loan.Record, loan.Branch), (holding["record"], holding["branch"]));
            Assert.Equal(("on-loan", $"{loan.DueInDays}"), (holding["status"], holding["due_in_days"]));
            Assert.Equal(loan.Title, TitleOf(records[loan.Record]));
        }
        foreach (var hold in Patrons.SelectMany(patron => patron.Holds))
            Assert.Equal(hold.Title, TitleOf(records[hold.Record]));
        Assert.All(
            Patrons.SelectMany(patron => patron.Holds).Where(hold => hold.State is HoldState.Waiting),
            hold =>
                Assert.Contains(
                    Queues,
                    queue =>
                        (queue.Record, queue.Branch) == (hold.Record, hold.PickupBranch)
                        && queue.Waiting >= hold.Position
                )
        );
    }

    [Fact]
    public void A_loan_was_made_for_as_long_as_the_rules_say() =>
        Assert.All(
            Patrons.SelectMany(patron => patron.Loans),
            loan => Assert.Equal(14 + 7 * loan.Renewals, loan.BorrowedDaysAgo + loan.DueInDays)
        );

    public void Dispose() => library.Dispose();

    private async Task<IReadOnlyList<Loan>> Loans(int number) =>
        await library.System.LoansOfAsync(await library.SignIn(number), Cancellation);

    private async Task<IReadOnlyList<Hold>> Holds(int number) =>
        await library.System.HoldsOfAsync(await library.SignIn(number), Cancellation);

    private static string TitleOf(Dictionary<string, string> record) =>
        $"{record["title"]} {record["volume"]}".TrimEnd();

    private static IEnumerable<Dictionary<string, string>> Rows(string file)
    {
        using var csv = new TextFieldParser(Path.Combine(AppContext.BaseDirectory, "knowledge", "catalog", file));
        csv.SetDelimiters(",");
        var names = csv.ReadFields()!;
        while (csv.ReadFields() is { } fields)
            yield return names.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
