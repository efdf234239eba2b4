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
        builder.Services.AddSingleton(_ => new TokenLimit(options.TokensPerMinute));
    }
}

/// <summary>How many conversations one network may begin.</summary>
public sealed class TokenLimit(int perMinute) : CallerLimit(perMinute);
