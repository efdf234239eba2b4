using System.Security.Cryptography;
using System.Text;
using Bupyeong.Chatbot.Channels.DirectLine;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>Lets in who holds the key of the staff, and turns what goes wrong behind it into an error of one shape.</summary>
public sealed class StaffDoor(StaffOptions options) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Check(context.HttpContext.Request.Headers.Authorization.ToString());
        try
        {
            return await next(context);
        }
        catch (Exception unknown) when (unknown is NoSuchReceiptException or NoSuchEntryException)
        {
            throw DirectLineException.NotFound(unknown.Message);
        }
        catch (ConversationEndedException ended)
        {
            throw new DirectLineException(409, "ConversationEnded", ended.Message);
        }
        catch (EditConflictException conflict)
        {
            var error = new
            {
                code = "EditConflict",
                message = conflict.Message,
                version = conflict.Newest.Version,
                by = conflict.Newest.By,
                at = conflict.Newest.At,
            };
            return Results.Json(new { error }, statusCode: 409);
        }
        catch (MoveRefusedException refused)
        {
            var error = new
            {
                code = "MoveRefused",
                message = refused.Message,
                from = refused.From,
                to = refused.To,
            };
            return Results.Json(new { error }, statusCode: 409);
        }
    }

    /// <summary>404 while there is no key, 401 without one, 403 with another.</summary>
    private void Check(string header)
    {
        if (options.Key.Length == 0)
            throw DirectLineException.NotFound("There is no such call.");
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length == Scheme.Length)
            throw new DirectLineException(
                401,
                "Unauthorized",
                "Authorization: Bearer with the staff's key is missing."
            );
        // Digests have one length, so that the time of the comparison says nothing about the key.
        if (!CryptographicOperations.FixedTimeEquals(Digest(header[Scheme.Length..].Trim()), Digest(options.Key)))
            throw DirectLineException.Forbidden("The key is not the staff's.");
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
