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
            if (
                !Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                || uri.GetLeftPart(UriPartial.Authority) != origin
            )
                throw new InvalidOperationException(
                    $"DirectLine:AllowedOrigins has '{origin}', which is not an origin such as https://www.example.kr."
                );
        }
        if (PublicUrl.Length > 0 && !Uri.TryCreate(PublicUrl, UriKind.Absolute, out _))
            throw new InvalidOperationException($"DirectLine:PublicUrl is not an address: '{PublicUrl}'.");
    }

    /// <summary>Scheme and host as the resident sees them, without a slash at the end.</summary>
    public string HostOf(HttpRequest request) =>
        PublicUrl.Length > 0 ? PublicUrl.TrimEnd('/') : $"{request.Scheme}://{request.Host}";
}
