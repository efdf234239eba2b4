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

    /// <summary>So many calls a minute from each network.</summary>
    public static RateLimitPartition<string> Limit(IPAddress? address, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            Of(address),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
        );
}
