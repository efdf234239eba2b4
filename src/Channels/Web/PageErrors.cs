using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Data.Sqlite;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>Says on a page what went wrong with a form.</summary>
public sealed class PageErrors(ILogger<PageErrors> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType)
            return Page(415, "이 주소에는 화면의 양식만 보낼 수 있어요.");
        try
        {
            return await next(context);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException)
        {
            return Page(400, "보내신 내용을 읽을 수 없어요. 너무 길지 않은지 봐 주세요.");
        }
        catch (SqliteException failure)
        {
            logger.StoreFailed(failure);
            http.Response.Headers.RetryAfter = "5";
            return Page(503, "지금은 받아 둘 수 없어요. 잠시 뒤 다시 해 주세요.");
        }
    }

    private static RazorComponentResult<TroublePage> Page(int status, string text) =>
        new(new { Text = text }) { StatusCode = status };
}
