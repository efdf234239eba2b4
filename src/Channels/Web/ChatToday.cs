using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Channels.DirectLine;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>The line of the window that says how many libraries are open now, and until when.</summary>
public static class ChatToday
{
    public static void MapChatToday(this IEndpointRouteBuilder app) =>
        app.MapGet("/chat/today", Today).RequireCors(DirectLineApi.CorsPolicy);

    private static IResult Today(
        HttpContext http,
        BranchDirectory branches,
        ConversationOptions conversations,
        TimeProvider time
    )
    {
        var now = time.SeoulNow();
        var open = branches.Libraries.Where(branch => branches.IsOpen(branch, now)).ToList();
        http.Response.Headers.CacheControl = "max-age=60";
        http.Response.Headers.Vary = "Origin";
        return Results.Json(
            new
            {
                open = open.Count,
                until = open.Select(branch => Until(branch, branches, now))
                    .MaxBy(until => until?.Closes, StringComparer.Ordinal),
                next = open.Count == 0 ? Next(branches.NextOpening(now)) : null,
                signOutAfterMinutes = conversations.SignOutAfterMinutes,
            }
        );
    }

    private static UntilToday? Until(Branch branch, BranchDirectory branches, DateTimeOffset now) =>
        branches.HoursOn(branch, now.SeoulDate()) is DayHours.Open open
            ? new(branch.Name, open.Hours.EndsAtMidnight ? "24:00" : SpokenTime.Clock(open.Hours.Closes))
            : null;

    private static object? Next(Opening? opening) =>
        opening is null
            ? null
            : new
            {
                name = opening.Branch.Name,
                day = opening.Date,
                opens = SpokenTime.Clock(opening.Hours.Opens),
            };

    /// <summary>Closing times such as "22:00", which also sort.</summary>
    private sealed record UntilToday(string Name, string Closes);
}
