using Bupyeong.Chatbot.Circulation;
using static Bupyeong.Chatbot.Tests.Branches.Bupyeong;
using static Bupyeong.Chatbot.Tests.Circulation.SampleLibrary;

namespace Bupyeong.Chatbot.Tests.Circulation;

public sealed class SampleHoldsTests : IDisposable
{
    private static readonly HoldRequest Walden = new("B0505", "월든", "bugae");

    private readonly SampleLibrary library = new();

    [Fact]
    public async Task A_hold_goes_to_the_end_of_the_queue()
    {
        var patron = await library.SignIn(1);
        var wanted = new HoldRequest("B0009", "채식주의자", "samsan");

        Assert.Equal(new HoldOutlook.Open(2), await library.System.WouldHoldAsync(patron, wanted, Cancellation));
        var placed = Assert.IsType<HoldPlacing.Placed>(await Place(patron, wanted));

        Assert.Equal((3, HoldState.Waiting), (placed.Hold.Position, placed.Hold.State));
        Assert.Equal(placed.Hold, Assert.Single(await Holds(patron)));
    }

    [Fact]
    public async Task Asking_changes_nothing()
    {
        var patron = await library.SignIn(1);

        await library.System.WouldHoldAsync(patron, Walden, Cancellation);

        Assert.Empty(await Holds(patron));
    }

    [Theory]
    [InlineData(3, "B0505", "bugae", HoldRefusal.Suspended)]
    [InlineData(8, "B0505", "bugae", HoldRefusal.CardExpired)]
    [InlineData(14, "B0505", "bugae", HoldRefusal.NoShowBan)]
    [InlineData(13, "B0505", "bugae", HoldRefusal.HoldLimitReached)]
    [InlineData(11, "B0058", "samsan", HoldRefusal.AlreadyReserved)]
    [InlineData(4, "B0342", "cheongcheon", HoldRefusal.OnLoanToYou)]
    [InlineData(1, "B0058", "cheongcheon", HoldRefusal.QueueFull)]
    [InlineData(1, "B0505", "nowhere", HoldRefusal.NotHeld)]
    public async Task A_refusal_names_its_reason(int number, string record, string branch, HoldRefusal reason)
    {
        var patron = await library.SignIn(number);
        var wanted = new HoldRequest(record, "견본", branch);

        Assert.Equal(
            new HoldOutlook.Refused(reason),
            await library.System.WouldHoldAsync(patron, wanted, Cancellation)
        );
        Assert.Equal(new HoldPlacing.Refused(reason), await Place(patron, wanted));
    }

    [Theory]
    [InlineData(true, true, HoldRefusal.OnTheShelf)]
    [InlineData(false, false, HoldRefusal.NotForLoan)]
    public async Task What_stands_on_the_shelf_or_is_not_lent_cannot_be_reserved(
        bool onShelf,
        bool lent,
        HoldRefusal reason
    )
    {
        library.Copies = _ => [new("bugae", onShelf, lent)];

        Assert.Equal(new HoldPlacing.Refused(reason), await Place(await library.SignIn(1), Walden));
    }

    [Fact]
    public async Task The_same_key_is_one_hold_even_over_a_crash()
    {
        var patron = await library.SignIn(1);
        var first = await Place(patron, Walden, "turn-7");

        library.Restart();

        Assert.Equal(first, await Place(patron, Walden, "turn-7"));
        Assert.Single(await Holds(patron));
        Assert.Equal(new HoldPlacing.Refused(HoldRefusal.AlreadyReserved), await Place(patron, Walden, "turn-8"));
    }

    [Fact]
    public async Task A_hold_is_given_up_once_and_its_place_is_gone()
    {
        var patron = await library.SignIn(11);
        var hold = Assert.Single(await Holds(patron));

        Assert.Equal(HoldCancelling.Cancelled, await Cancel(patron, hold, "a"));
        library.Restart();
        Assert.Equal(HoldCancelling.Cancelled, await Cancel(patron, hold, "a"));
        Assert.Equal(HoldCancelling.NotReserved, await Cancel(patron, hold, "b"));
        Assert.Empty(await Holds(patron));

        var again = await Place(patron, new(hold.RecordId, hold.Title, hold.PickupBranch));
        Assert.Equal(3, Assert.IsType<HoldPlacing.Placed>(again).Hold.Position);
    }

    [Fact]
    public async Task Nobody_gives_up_the_hold_of_another()
    {
        var hold = Assert.Single(await Holds(await library.SignIn(11)));

        Assert.Equal(HoldCancelling.NotReserved, await Cancel(await library.SignIn(1), hold, "a"));
        Assert.Single(await Holds(await library.SignIn(11)));
    }

    [Fact]
    public async Task Many_at_once_reserve_once()
    {
        var patron = await library.SignIn(1);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(n => Task.Run(() => Place(patron, Walden, $"turn-{n}")))
        );

        Assert.Single(outcomes.OfType<HoldPlacing.Placed>());
        Assert.Single(await Holds(patron));
    }

    [Theory]
    [InlineData("2026-11-21", "samsan", "2026-11-25", "Monday is closed")]
    [InlineData("2026-11-24", "samsan", "2026-11-27", "no closed day")]
    [InlineData("2026-12-24", "samsan", "2026-12-29", "성탄절 and Monday are closed")]
    public void A_pick_up_window_does_not_count_closed_days(string ready, string branch, string until, string why) =>
        Assert.True(
            Day(until)
                == new HoldDesk((_, _) => library.Rules, Places, record => library.Copies(record)).PickUpBy(
                    Day(ready),
                    new(branch)
                ),
            why
        );

    [Fact]
    public async Task What_would_come_of_a_renewal_is_told_without_doing_it()
    {
        var patron = await library.SignIn(2);
        var loan = (await library.System.LoansOfAsync(patron, Cancellation)).Single(own => own.Title == "토지 1");

        var would = await library.System.WouldRenewAsync(patron, loan, Cancellation);

        Assert.Equal(Day("2026-12-09"), Assert.IsType<Renewal.Granted>(would).Due);
        Assert.Contains(loan, await library.System.LoansOfAsync(patron, Cancellation));
        Assert.Equal(
            new Renewal.Refused(RenewalRefusal.NotOnLoan),
            await library.System.WouldRenewAsync(await library.SignIn(1), loan, Cancellation)
        );
    }

    public void Dispose() => library.Dispose();

    private Task<HoldPlacing> Place(Patron patron, HoldRequest wanted, string key = "turn-1") =>
        library.System.PlaceHoldAsync(patron, wanted, key, Cancellation);

    private Task<HoldCancelling> Cancel(Patron patron, Hold hold, string key) =>
        library.System.CancelHoldAsync(patron, hold, key, Cancellation);

    private Task<IReadOnlyList<Hold>> Holds(Patron patron) => library.System.HoldsOfAsync(patron, Cancellation);
}
