namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>A refused call in the error shape of Direct Line 3.0.</summary>
public sealed class DirectLineException(int status, string code, string message) : Exception(message)
{
    public int Status => status;
    public string Code => code;

    public static DirectLineException BadArgument(string message) => new(400, "BadArgument", message);

    public static DirectLineException Forbidden(string message) => new(403, "Forbidden", message);

    public static DirectLineException Ended() =>
        new(403, "ConversationEnded", "The conversation has ended; a new one is started with a new token.");

    public static DirectLineException NotFound(string message) => new(404, "NotFound", message);

    public static DirectLineException TooMany(string message) => new(429, "TooManyRequests", message);
}

/// <summary>Turns what goes wrong in a Direct Line call into its status and error shape.</summary>
public sealed class DirectLineErrors(ILogger<DirectLineErrors> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (DirectLineException refused)
        {
            return Answer(context.HttpContext, refused.Status, refused.Code, refused.Message);
        }
        catch (Conversations.ConversationEndedException)
        {
            var ended = DirectLineException.Ended();
            return Answer(context.HttpContext, ended.Status, ended.Code, ended.Message);
        }
        catch (Conversations.TooManyWaitingException)
        {
            return Answer(context.HttpContext, 429, "TooManyRequests", "Too many messages wait in this conversation.");
        }
        catch (Microsoft.Data.Sqlite.SqliteException failure)
        {
            logger.StoreFailed(failure);
            return Answer(
                context.HttpContext,
                503,
                "ServiceUnavailable",
                "The store is not available; please try again."
            );
        }
        catch (Exception failure) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            logger.DirectLineFailed(failure);
            return Answer(
                context.HttpContext,
                502,
                "BotRejectedActivity",
                "Failed to send activity: bot returned an error"
            );
        }
    }

    /// <summary>The error shape, with the time to wait where waiting helps.</summary>
    public static IResult Answer(HttpContext context, int status, string code, string message)
    {
        if (status is 429)
            context.Response.Headers.RetryAfter = "60";
        if (status is 503)
            context.Response.Headers.RetryAfter = "5";
        return Results.Json(new { error = new { code, message } }, statusCode: status);
    }
}
