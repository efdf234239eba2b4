using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bupyeong.Chatbot.Conversations;
using Microsoft.AspNetCore.DataProtection;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>Who calls: the holder of one conversation's token, or of the secret.</summary>
public sealed record Caller(string? Conversation, string? User)
{
    public bool HoldsSecret => Conversation is null;
    public string? Origins { get; init; }

    public bool MayEnter(string conversation) => HoldsSecret || Conversation == conversation;
}

/// <summary>Tokens that open one conversation for one user until they expire, protected by the host's own keys.</summary>
public sealed class DirectLineTokens(IDataProtectionProvider protection, DirectLineOptions options, TimeProvider time)
{
    private static readonly TimeSpan StreamLife = TimeSpan.FromSeconds(60);
    private readonly IDataProtector tokens = protection.CreateProtector("directline.token");
    private readonly IDataProtector streams = protection.CreateProtector("directline.stream");

    public int LifeSeconds => options.TokenMinutes * 60;

    public Caller NewConversation(string? user, string? origins) =>
        new(Hall.NewId(), user ?? "dl_" + Hall.NewId()) { Origins = origins };

    public string Issue(Caller caller) => Protect(tokens, caller, TimeSpan.FromSeconds(LifeSeconds));

    /// <summary>The right to open one stream within a minute: it stands in an address, so it does not last.</summary>
    public string IssueForStream(Caller caller) => Protect(streams, caller, StreamLife);

    public (Caller? Caller, bool Expired) Read(string token)
    {
        var secret = options.Secret;
        if (secret.Length > 0 && SameBytes(token, secret))
            return (new Caller(null, null), false);
        return Unprotect(tokens, token);
    }

    public (Caller? Caller, bool Expired) ReadForStream(string token) => Unprotect(streams, token);

    private static bool SameBytes(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private string Protect(IDataProtector protector, Caller caller, TimeSpan life)
    {
        var until = (time.GetUtcNow() + life).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return protector.Protect(string.Join('\n', until, caller.Conversation, caller.User, caller.Origins));
    }

    private (Caller? Caller, bool Expired) Unprotect(IDataProtector protector, string token)
    {
        try
        {
            if (protector.Unprotect(token).Split('\n') is not [var until, var conversation, var user, var origins])
                return (null, false);
            var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(until, CultureInfo.InvariantCulture));
            var caller = new Caller(conversation, user) { Origins = origins.Length > 0 ? origins : null };
            return (caller, expires <= time.GetUtcNow());
        }
        catch (CryptographicException)
        {
            return (null, false);
        }
    }
}
