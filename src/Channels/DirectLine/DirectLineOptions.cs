namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>Settings of section "DirectLine".</summary>
public sealed record DirectLineOptions
{
    private const int ShortestSecret = 32;

    /// <summary>Opens every conversation, for servers of the library; empty: no secret is accepted.</summary>
    public string Secret { get; init; } = "";
    public int TokenMinutes { get; init; } = 30;

    /// <summary>Tokens for new conversations, per address and minute.</summary>
    public int TokensPerMinute { get; init; } = 600;
    public int LargestBodyBytes { get; init; } = 256 * 1024;

    /// <summary>How long a stream may be quiet before an empty frame keeps it open.</summary>
    public int KeepAliveSeconds { get; init; } = 15;

    /// <summary>Pages of other origins that may talk to this host, such as https://www.example.kr.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>The address under which residents reach this host, when a proxy stands before it.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>Throws when a setting cannot be meant, naming it.</summary>
    public void Validate()
    {
        if (Secret.Length is > 0 and < ShortestSecret)
            throw new InvalidOperationException($"DirectLine:Secret is shorter than {ShortestSecret} characters.");
        if (TokenMinutes < 1)
            throw new InvalidOperationException("DirectLine:TokenMinutes must be at least 1.");
        if (TokensPerMinute < 1)
            throw new InvalidOperationException("DirectLine:TokensPerMinute must be at least 1.");
        foreach (var origin in AllowedOrigins)
        {
            if (!IsOrigin(origin))
                throw new InvalidOperationException(
                    $"DirectLine:AllowedOrigins has '{origin}', which is not an origin such as https://www.example.kr."
                );
        }
        if (LargestBodyBytes < 1024)
            throw new InvalidOperationException("DirectLine:LargestBodyBytes must be at least 1024.");
        if (KeepAliveSeconds < 1)
            throw new InvalidOperationException("DirectLine:KeepAliveSeconds must be at least 1.");
        if (
            PublicUrl.Length > 0
            && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        )
            throw new InvalidOperationException($"DirectLine:PublicUrl is not an address: '{PublicUrl}'.");
    }

    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) == text;

    /// <summary>Scheme and host as the resident sees them, without a slash at the end.</summary>
    public string HostOf(HttpRequest request) =>
        PublicUrl.Length > 0 ? PublicUrl.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
}
