namespace Bupyeong.Chatbot.Circulation;

/// <summary>No library system at all: everything else works, and accounts are said to be out of reach.</summary>
public sealed class OfflineLibrarySystem : ILibrarySystem
{
    public bool IsSample => false;

    public Task<SignInOutcome> SignInAsync(string card, string pin, CancellationToken cancellation) =>
        throw Unavailable();

    public Task<IReadOnlyList<Loan>> LoansOfAsync(Patron patron, CancellationToken cancellation) => throw Unavailable();

    public Task<IReadOnlyList<Hold>> HoldsOfAsync(Patron patron, CancellationToken cancellation) => throw Unavailable();

    public Task<Renewal> RenewAsync(Patron patron, Loan loan, string idempotencyKey, CancellationToken cancellation) =>
        throw Unavailable();

    public Task<Renewal> WouldRenewAsync(Patron patron, Loan loan, CancellationToken cancellation) =>
        throw Unavailable();

    public Task<HoldOutlook> WouldHoldAsync(Patron patron, HoldRequest request, CancellationToken cancellation) =>
        throw Unavailable();

    public Task<HoldPlacing> PlaceHoldAsync(
        Patron patron,
        HoldRequest request,
        string idempotencyKey,
        CancellationToken cancellation
    ) => throw Unavailable();

    public Task<HoldCancelling> CancelHoldAsync(
        Patron patron,
        Hold hold,
        string idempotencyKey,
        CancellationToken cancellation
    ) => throw Unavailable();

    public Task<bool> PingAsync(CancellationToken cancellation) => Task.FromResult(false);

    private static LibrarySystemUnavailableException Unavailable() => new("No library system is connected.");
}
