using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Tests.Support;

namespace Bupyeong.Chatbot.Tests.Dialogs;

/// <summary>What is said of a hold when the library system fails in the middle, and when a turn is taken again.</summary>
public sealed class HoldFailureTests
{
    [Theory]
    [InlineData(true, "reserve/placed")]
    [InlineData(false, "reserve/not-known")]
    public async Task A_hold_of_which_nothing_was_heard_is_looked_up_before_anything_is_said(bool arrives, string said)
    {
        var library = new SilentLibrary { Arrives = arrives };
        await using var host = new LibraryHost(change: library.StandsIn);
        var resident = await SignedIn(host, "마션 예약해 주세요", "P2026000001", "740293");

        await resident.Says("네");

        resident.Hears(said);
    }

    [Theory]
    [InlineData(true, "cancel-hold/cancelled-one")]
    [InlineData(false, "cancel-hold/not-cancelled")]
    public async Task A_cancelling_of_which_nothing_was_heard_is_looked_up_before_anything_is_said(
        bool arrives,
        string said
    )
    {
        var library = new SilentLibrary { Arrives = arrives };
        await using var host = new LibraryHost(change: library.StandsIn);
        var resident = await SignedIn(host, "예약 취소해 주세요", "P2026000011", "617084");

        await resident.Says("네");

        resident.Hears(said);
    }

    [Theory]
    [InlineData("마션 예약해 주세요", "P2026000001", "740293", "reserve/placed")]
    [InlineData("예약 취소해 주세요", "P2026000011", "617084", "cancel-hold/cancelled-one")]
    public async Task When_the_line_is_cut_the_question_waits(string wish, string card, string pin, string said)
    {
        var library = new UnsteadyLibrary();
        await using var host = new LibraryHost(change: library.StandsIn);
        var resident = await SignedIn(host, wish, card, pin);

        library.IsDown = true;
        await resident.Says("네");
        resident.Hears("fallback/library-down");

        library.IsDown = false;
        await resident.Says("네");
        resident.Hears(said);
    }

    /// <summary>As after a crash between the act and the end of the turn.</summary>
    [Theory]
    [InlineData("마션 예약해 주세요", "P2026000001", "740293", "reserve/placed")]
    [InlineData("예약 취소해 주세요", "P2026000011", "617084", "cancel-hold/cancelled-one")]
    public async Task A_turn_that_is_taken_again_does_and_says_the_same(
        string wish,
        string card,
        string pin,
        string said
    )
    {
        await using var host = new LibraryHost();
        var resident = await SignedIn(host, wish, card, pin);
        var live = host.Get<Hall>().Find(resident.Conversation)!;
        var turn = new Turn($"{live.Id}:99", "네", live.State, host.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)))
        {
            Patron = live.Patron,
        };

        for (var time = 0; time < 2; time++)
        {
            var outcome = await host.Get<DialogSet>().RespondAsync(turn, TestContext.Current.CancellationToken);
            Assert.Equal(said, Assert.Single(outcome.Lines).Name);
        }
    }

    private static async Task<Resident> SignedIn(LibraryHost host, string wish, string card, string pin)
    {
        var resident = await Resident.ComesTo(host);
        await resident.Says(wish);
        await resident.SignsIn(card, pin);
        Assert.Contains("/confirm", resident.Heard[^1].Name, StringComparison.Ordinal);
        return resident;
    }

    /// <summary>A library system that does what it is asked, or not, and then says nothing.</summary>
    private sealed class SilentLibrary : UnsteadyLibrary
    {
        public required bool Arrives { get; init; }

        public override async Task<HoldPlacing> PlaceHoldAsync(
            Patron patron,
            HoldRequest request,
            string idempotencyKey,
            CancellationToken cancellation
        )
        {
            if (Arrives)
                await base.PlaceHoldAsync(patron, request, idempotencyKey, cancellation);
            throw new LibrarySystemUnavailableException("The answer was lost.");
        }

        public override async Task<HoldCancelling> CancelHoldAsync(
            Patron patron,
            Hold hold,
            string idempotencyKey,
            CancellationToken cancellation
        )
        {
            if (Arrives)
                await base.CancelHoldAsync(patron, hold, idempotencyKey, cancellation);
            throw new LibrarySystemUnavailableException("The answer was lost.");
        }
    }
}
