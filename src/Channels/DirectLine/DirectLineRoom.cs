using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>The door of Direct Line in the host.</summary>
public static class DirectLineRoom
{
    public static void AddDirectLine(this WebApplicationBuilder builder)
    {
        var options =
            builder.Configuration.GetSection("DirectLine").Get<DirectLineOptions>() ?? new DirectLineOptions();
        options.Validate();
        builder
            .Services.AddSingleton(options)
            .AddSingleton<DirectLineTokens>()
            .AddSingleton<DirectLineDoor>()
            .AddSingleton<StreamServices>();
        builder.Services.AddCors(cors =>
            cors.AddPolicy(
                DirectLineApi.CorsPolicy,
                policy =>
                    policy
                        .WithOrigins([.. options.AllowedOrigins])
                        .AllowAnyHeader()
                        .WithMethods("GET", "POST")
                        .SetPreflightMaxAge(TimeSpan.FromHours(1))
            )
        );
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(DirectLineApi.TokenLimit, http => PerAddress(http, options.TokensPerMinute));
            limiter.OnRejected = async (refused, _) =>
                await DirectLineErrors
                    .Answer(
                        refused.HttpContext,
                        429,
                        "TooManyRequests",
                        "Too many new conversations from this address."
                    )
                    .ExecuteAsync(refused.HttpContext);
        });
    }

    private static RateLimitPartition<string> PerAddress(HttpContext http, int perMinute) =>
        RateLimitPartition.GetFixedWindowLimiter(
            NetworkOf(http.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }
        );

    /// <summary>A household or an attacker has a whole /64 of IPv6.</summary>
    private static string NetworkOf(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : address?.MapToIPv4().ToString() ?? "";
}
