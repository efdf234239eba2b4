using Bupyeong.Chatbot.Channels.DirectLine;
using Bupyeong.Chatbot.Conversations;

namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>What residents asked and no entry answers: looked through, and struck off once it is seen to.</summary>
public static class UnansweredApi
{
    public static void MapUnanswered(this RouteGroupBuilder door)
    {
        door.MapGet("/unanswered", (UnansweredQuestions list) => Results.Json(new { questions = list.All() }));
        door.MapPost("/unanswered/strike", StrikeAsync);
    }

    private static async Task<IResult> StrikeAsync(HttpContext http, UnansweredQuestions list)
    {
        var call = await StaffCall.ReadAsync(http);
        return await list.StrikeAsync(call.Words)
            ? Results.Json(new { struck = call.Words })
            : throw DirectLineException.NotFound("No such question is on the list.");
    }
}
