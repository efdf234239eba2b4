using Bupyeong.Chatbot.Circulation;
using Microsoft.Extensions.DependencyInjection;

namespace Bupyeong.Chatbot.Tests.Support;

/// <summary>The sample library system on a line that a test cuts, or lets hang.</summary>
public class UnsteadyLibrary : ILibrarySystem
{
    private ILibrarySystem inner = new OfflineLibrarySystem();

    public bool IsDown { get; set; }
    public bool Hangs { get; set; }
    public bool IsSample => true;

    /// <summary>Takes the place of the host's library system.</summary>
    public void StandsIn(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(ILibrarySystem));
        services.AddSingleton<ILibrarySystem>(provider =>
        {
            inner = (ILibrarySystem)real.ImplementationFactory!(provider);
            return this;
        });
    }

    public Task<SignInOutcome> SignInAsync(string card, string pin, CancellationToken cancellation) =>
        OverTheLine(() => inner.SignInAsync(card, pin, cancellation), cancellation);

    public virtual Task<IReadOnlyList<Loan>> LoansOfAsync(Patron patron, CancellationToken cancellation) =>
        OverTheLine(() => inner.LoansOfAsync(patron, cancellation), cancellation);

    public Task<IReadOnlyList<Hold>> HoldsOfAsync(Patron patron, CancellationToken cancellation) =>
        OverTheLine(() => inner.HoldsOfAsync(patron, cancellation), cancellation);

    public virtual Task<Renewal> RenewAsync(
        Patron patron,
        Loan loan,
        string idempotencyKey,
        CancellationToken cancellation
    ) => OverTheLine(() => inner.RenewAsync(patron, loan, idempotencyKey, cancellation), cancellation);

    public Task<Renewal> WouldRenewAsync(Patron patron, Loan loan, CancellationToken cancellation) =>
        OverTheLine(() => inner.WouldRenewAsync(patron, loan, cancellation), cancellation);

    public Task<HoldOutlook> WouldHoldAsync(Patron patron, HoldRequest request, CancellationToken cancellation) =>
        OverTheLine(() => inner.WouldHoldAsync(patron, request, cancellation), cancellation);

    public virtual Task<HoldPlacing> PlaceHoldAsync(
        Patron patron,
        HoldRequest request,
        string idempotencyKey,
        CancellationToken cancellation
    ) => OverTheLine(() => inner.PlaceHoldAsync(patron, request, idempotencyKey, cancellation), cancellation);

    public virtual Task<HoldCancelling> CancelHoldAsync(
        Patron patron,
        Hold hold,
        string idempotencyKey,
        CancellationToken cancellation
    ) => OverTheLine(() => inner.CancelHoldAsync(patron, hold, idempotencyKey, cancellation), cancellation);

    public Task<bool> PingAsync(CancellationToken cancellation) =>
        OverTheLine(() => inner.PingAsync(cancellation), cancellation);

    private async Task<T> OverTheLine<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        if (IsDown)
            throw new LibrarySystemUnavailableException("The line is cut.");
        if (Hangs)
            await Task.Delay(Timeout.Infinite, cancellation);
        return await call();
    }
}
