namespace Bupyeong.Chatbot.Circulation;

/// <summary>How patient the sign-in is with wrong numbers.</summary>
public sealed record SignInLimits
{
    /// <summary>Failures of one card that cost nothing: people mistype.</summary>
    public int FreeFailures { get; init; } = 3;

    /// <summary>The wait after the first failure that is not free; each further one doubles it.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>No wait is longer, so that nobody can lock another's card for good.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A card without failures for so long begins anew.</summary>
    public TimeSpan CardMemory { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Failures of one address within its window; a whole branch may sit behind one address.</summary>
    public int AddressFailures { get; init; } = 30;

    public TimeSpan AddressWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Cards, and addresses, remembered at most.</summary>
    public int Remembered { get; init; } = 50_000;

    public TimeSpan DelayAfter(int failures)
    {
        var doublings = failures - FreeFailures - 1;
        if (doublings < 0)
            return TimeSpan.Zero;
        var delay = FirstDelay * Math.Pow(2, Math.Min(doublings, 30));
        return delay < LongestDelay ? delay : LongestDelay;
    }
}
