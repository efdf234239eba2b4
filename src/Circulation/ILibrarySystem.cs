namespace Bupyeong.Chatbot.Circulation;

/// <summary>
/// The system that keeps the patrons' accounts. Every call but the health check throws
/// <see cref="LibrarySystemUnavailableException" /> when it cannot be asked.
/// </summary>
public interface ILibrarySystem
{
    /// <summary>Its members and loans are made up, and whoever sees them is told so (견본).</summary>
    bool IsSample { get; }

    Task<SignInOutcome> SignInAsync(string card, string pin, CancellationToken cancellation);

    /// <summary>What the patron has on loan, the first to be returned first.</summary>
    Task<IReadOnlyList<Loan>> LoansOfAsync(Patron patron, CancellationToken cancellation);

    Task<IReadOnlyList<Hold>> HoldsOfAsync(Patron patron, CancellationToken cancellation);

    /// <summary>The same key for the same loan is one renewal, however often it is sent.</summary>
    Task<Renewal> RenewAsync(Patron patron, Loan loan, string idempotencyKey, CancellationToken cancellation);

    /// <summary>What <see cref="RenewAsync" /> would come to now; nothing is changed.</summary>
    Task<Renewal> WouldRenewAsync(Patron patron, Loan loan, CancellationToken cancellation);

    /// <summary>What <see cref="PlaceHoldAsync" /> would come to now; nothing is changed.</summary>
    Task<HoldOutlook> WouldHoldAsync(Patron patron, HoldRequest request, CancellationToken cancellation);

    /// <summary>The same key for the same title is one hold, however often it is sent.</summary>
    Task<HoldPlacing> PlaceHoldAsync(
        Patron patron,
        HoldRequest request,
        string idempotencyKey,
        CancellationToken cancellation
    );

    /// <summary>The same key for the same title gives up one hold, however often it is sent.</summary>
    Task<HoldCancelling> CancelHoldAsync(
        Patron patron,
        Hold hold,
        string idempotencyKey,
        CancellationToken cancellation
    );

    /// <summary>Whether the system answers.</summary>
    Task<bool> PingAsync(CancellationToken cancellation);
}

/// <summary>The library system cannot be asked: nothing is known, which is not the same as nothing found.</summary>
public sealed class LibrarySystemUnavailableException(string message, Exception? inner = null)
    : Exception(message, inner);
