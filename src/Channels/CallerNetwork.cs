using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Bupyeong.Chatbot.Channels;

/// <summary>Where a call comes from, as limits count it: a household or an attacker has a whole /64 of IPv6.</summary>
public static class CallerNetwork
{
    public static string Of(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : address?.MapToIPv4().ToString() ?? "";
}

/// <summary>
/// So many calls a minute from each network. It ends with the host that made it, whose like the framework's own limit would
/// keep in memory by a timer.
/// </summary>
public abstract class CallerLimit(int perMinute) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        http =>
            RateLimitPartition.GetFixedWindowLimiter(
                CallerNetwork.Of(http.Connection.RemoteIpAddress),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
            )
    );

    public bool Admits(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }

    public void Dispose()
    {
        limiter.Dispose();
        GC.SuppressFinalize(this);
    }
}
