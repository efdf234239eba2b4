using System.Collections.Concurrent;
using Bupyeong.Chatbot.Circulation;

namespace Bupyeong.Chatbot.Tests.Circulation;

/// <summary>A library system of one member that counts how often it was asked.</summary>
internal sealed class CountingLibrary : ILibrarySystem
{
    public const string RightPin = "518306";

    private readonly ConcurrentQueue<string> asked = [];

    public int Calls => asked.Count;

    public bool IsDown { get; set; }

    public TimeSpan Delay { get; set; }

    public bool IsSample => true;

    public int CallsFor(string card) => asked.Count(number => number == card);

    public async Task<SignInOutcome> SignInAsync(string card, string pin, CancellationToken cancellation)
    {
        if (IsDown)
            throw new LibrarySystemUnavailableException("down");
        asked.Enqueue(card);
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, cancellation);
        return pin == RightPin && card == "P2026000001"
            ? new SignInOutcome.Accepted(new(CardNumber.Of(card), "견본 회원"))
            : new SignInOutcome.Refused();
    }

    public Task<IReadOnlyList<Loan>> LoansOfAsync(Patron patron, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<IReadOnlyList<Hold>> HoldsOfAsync(Patron patron, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Renewal> RenewAsync(Patron patron, Loan loan, string idempotencyKey, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<Renewal> WouldRenewAsync(Patron patron, Loan loan, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<HoldOutlook> WouldHoldAsync(Patron patron, HoldRequest request, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<HoldPlacing> PlaceHoldAsync(
        Patron patron,
        HoldRequest request,
        string idempotencyKey,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    public Task<HoldCancelling> CancelHoldAsync(
        Patron patron,
        Hold hold,
        string idempotencyKey,
        CancellationToken cancellation
    ) => throw new NotSupportedException();

    public Task<bool> PingAsync(CancellationToken cancellation) => Task.FromResult(!IsDown);
}
