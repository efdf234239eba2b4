using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Bupyeong.Chatbot.Circulation;

/// <summary>
/// Stands before the library system and makes guessing slow. Cards are known to it only by a keyed hash whose key dies
/// with the process, and unknown cards are treated as known ones.
/// </summary>
public sealed class SignInGuard(ILibrarySystem library, TimeProvider time, SignInLimits limits)
{
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock gate = new();
    private readonly FailureTable cards = new(limits.Remembered, seen => seen.Last + limits.CardMemory);
    private readonly FailureTable addresses = new(limits.Remembered, seen => seen.First + limits.AddressWindow);

    /// <summary>Cards and addresses held in memory.</summary>
    internal int Remembered => cards.Count + addresses.Count;

    /// <summary>An attempt counts as failed until it succeeds, so that many at once cannot slip through together.</summary>
    public async Task<SignInAnswer> SignInAsync(
        string card,
        string pin,
        IPAddress? address,
        CancellationToken cancellation
    )
    {
        Attempt attempt;
        lock (gate)
        {
            attempt = new(KeyOf(CardNumber.Of(card).Reveal()), KeyOf(NetworkOf(address)));
            if (Blocked(attempt) is { } answer)
                return answer;
            attempt.CardBefore = cards.Add(attempt.Card, time.GetUtcNow());
            if (address is not null)
                attempt.AddressBefore = addresses.Add(attempt.Address, time.GetUtcNow());
        }

        var outcome = await AskAsync(card, pin, attempt, cancellation);
        lock (gate)
        {
            if (outcome is not SignInOutcome.Accepted accepted)
                return new SignInAnswer.Refused(WaitOf(attempt.Card));
            cards.Forget(attempt.Card);
            addresses.TakeBack(attempt.Address, attempt.AddressBefore);
            return new SignInAnswer.Accepted(accepted.Patron);
        }
    }

    private async Task<SignInOutcome> AskAsync(string card, string pin, Attempt attempt, CancellationToken cancellation)
    {
        try
        {
            return await library.SignInAsync(card, pin, cancellation);
        }
        catch (LibrarySystemUnavailableException)
        {
            lock (gate)
            {
                cards.TakeBack(attempt.Card, attempt.CardBefore);
                addresses.TakeBack(attempt.Address, attempt.AddressBefore);
            }
            throw;
        }
    }

    private SignInAnswer? Blocked(Attempt attempt)
    {
        var now = time.GetUtcNow();
        var here = addresses.Of(attempt.Address, now);
        if (here.Count >= limits.AddressFailures)
            return new SignInAnswer.TooManyFromHere(here.First + limits.AddressWindow - now);
        return WaitOf(attempt.Card) is var wait && wait > TimeSpan.Zero ? new SignInAnswer.TooSoon(wait) : null;
    }

    private TimeSpan WaitOf(UInt128 card)
    {
        var now = time.GetUtcNow();
        var seen = cards.Of(card, now);
        var wait = seen.Last + limits.DelayAfter(seen.Count) - now;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private UInt128 KeyOf(string text) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))
        );

    /// <summary>One household or one attacker has a whole /64 of IPv6 addresses.</summary>
    private static string NetworkOf(IPAddress? address) =>
        address switch
        {
            null => "",
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes()[..8]),
            _ => address.ToString(),
        };

    private sealed record Attempt(UInt128 Card, UInt128 Address)
    {
        public Failures CardBefore { get; set; }
        public Failures AddressBefore { get; set; }
    }
}
