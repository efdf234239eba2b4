using System.Globalization;
using System.Text.Json;
using Bupyeong.Chatbot.Channels.BotFramework;
using Bupyeong.Chatbot.Conversations;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>Who may come in, what they may carry, and the conversation behind the door.</summary>
public sealed class DirectLineDoor(DirectLineTokens tokens, DirectLineOptions options, Hall hall)
{
    public string HostOf(HttpContext http) => options.HostOf(http.Request);

    /// <summary>
    /// The holder of the secret, or of a valid token of a conversation that has not ended; 401 or 403 otherwise.
    /// </summary>
    public Caller Caller(HttpContext http) =>
        MayBeCaller(http)
        ?? throw new DirectLineException(401, "Unauthorized", "Authorization: Bearer with a token is missing.");

    /// <summary>As <see cref="Caller"/>, or null when the call carries no authorisation at all.</summary>
    public Caller? MayBeCaller(HttpContext http)
    {
        string? header = http.Request.Headers.Authorization;
        if (header is null)
            return null;
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) || header.Length < 8)
            throw new DirectLineException(
                401,
                "Unauthorized",
                "The Authorization header is not 'Bearer' with a token."
            );
        var (caller, expired) = tokens.Read(header[7..].Trim());
        if (caller is null)
            throw DirectLineException.Forbidden("The token is not of this host.");
        if (expired)
            throw new DirectLineException(403, "TokenExpired", "The token has expired.");
        if (!FromTrustedOrigin(caller, http))
            throw DirectLineException.Forbidden("The token does not allow this origin.");
        return caller.Conversation is { } id && hall.Find(id) is { IsEnded: true }
            ? throw DirectLineException.Ended()
            : caller;
    }

    /// <summary>The caller and the conversation: 403 for somebody else's, 404 for one that was not started.</summary>
    public (Caller Caller, LiveConversation Conversation) Enter(HttpContext http, string id)
    {
        var caller = Caller(http);
        if (!caller.MayEnter(id))
            throw DirectLineException.Forbidden("The token opens another conversation.");
        return (caller, hall.Find(id) ?? throw DirectLineException.NotFound("The conversation was not started here."));
    }

    public Task<(LiveConversation Conversation, bool IsNew)> OpenAsync(Caller caller) =>
        hall.OpenAsync(caller.Conversation!, "directline", caller.User!);

    public object Token(Caller caller) =>
        new
        {
            conversationId = caller.Conversation,
            token = tokens.Issue(caller),
            expires_in = tokens.LifeSeconds,
        };

    public object Connection(HttpContext http, Caller caller, long after)
    {
        var host = HostOf(http);
        var watermark = after.ToString(CultureInfo.InvariantCulture);
        return new
        {
            conversationId = caller.Conversation,
            token = tokens.Issue(caller),
            expires_in = tokens.LifeSeconds,
            streamUrl = $"ws{host[4..]}{DirectLineApi.Path}/conversations/{caller.Conversation}/stream"
                + $"?watermark={watermark}&t={tokens.IssueForStream(caller)}",
        };
    }

    /// <summary>A caller for a new conversation, with the user and origins that the body asks for.</summary>
    public async Task<Caller> NewCallerAsync(HttpContext http)
    {
        var body = await ReadAsync(http);
        var asked = IncomingJson.Read(() => TokenParameters.Read(body));
        return tokens.NewConversation(asked.User, asked.Origins);
    }

    /// <summary>The activity in the body: 413 when it is too large, 400 when it is not one.</summary>
    public async Task<IncomingActivity> ReadActivityAsync(HttpContext http)
    {
        var body = await ReadAsync(http);
        return IncomingJson.Read(() => JsonSerializer.Deserialize(body, ActivityJson.Default.IncomingActivity))
            ?? throw DirectLineException.BadArgument("The body is not an activity.");
    }

    private static bool FromTrustedOrigin(Caller caller, HttpContext http) =>
        caller.Origins is null
        || http.Request.Headers.Origin is not [{ } origin]
        || caller.Origins.Split(' ').Contains(origin, StringComparer.OrdinalIgnoreCase);

    private async Task<byte[]> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > options.LargestBodyBytes)
            throw TooLarge();
        using var body = new MemoryStream((int)(http.Request.ContentLength ?? 1024));
        var buffer = new byte[8192];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > options.LargestBodyBytes)
                throw TooLarge();
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    private DirectLineException TooLarge() =>
        new(413, "RequestEntityTooLarge", $"The body is larger than {options.LargestBodyBytes} bytes.");
}
