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
                        .WithExposedHeaders("Retry-After")
                        .SetPreflightMaxAge(TimeSpan.FromHours(1))
            )
        );
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(
                DirectLineApi.TokenLimit,
                http => CallerNetwork.Limit(http.Connection.RemoteIpAddress, options.TokensPerMinute)
            );
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
}
