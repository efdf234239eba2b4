using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>Leaving a message for a librarian, with a contact that is kept apart from the words.</summary>
public static class MessagePage
{
    private const int LongestWords = 2000;
    private const int LongestContact = 100;

    public static void MapMessagePage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/message/{code}", Show);
        app.MapPost("/message/{code}", LeaveAsync).DisableAntiforgery().AddEndpointFilter<PageErrors>();
    }

    private static RazorComponentResult<MessageForm> Show(string code, OneTimeLinks links) =>
        Page(links.Find(code, Link.LeaveMessage) is null ? PageState.Expired : PageState.Form);

    private static async Task<RazorComponentResult<MessageForm>> LeaveAsync(
        string code,
        HttpContext http,
        MessageDesk desk
    )
    {
        if (desk.Links.Find(code, Link.LeaveMessage) is not { } id || desk.Hall.Find(id) is not { } conversation)
            return Page(PageState.Expired);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (words, contact) = (form["words"].ToString().Trim(), form["contact"].ToString().Trim());
        if (words.Length is 0 or > LongestWords)
            return Page(PageState.Form, words, problem: $"하실 말씀을 {LongestWords}자 안으로 적어 주세요.");
        if (contact.Length > LongestContact)
            return Page(PageState.Form, words, problem: $"연락처는 {LongestContact}자 안으로 적어 주세요.");
        var receipt = await desk.Requests.LeaveAsync(id, words, contact, desk.Time.SeoulToday());
        await desk.Inbox.AcceptAsync(
            conversation,
            new Utterance(receipt, $"{Utterance.OfHost}left {receipt}", Events.MessageLeft)
        );
        return desk.Links.Use(code) ? Page(PageState.Done, receipt: receipt) : Page(PageState.Expired);
    }

    private static RazorComponentResult<MessageForm> Page(
        PageState state,
        string? words = null,
        string? problem = null,
        string? receipt = null
    ) =>
        new(
            new
            {
                State = state,
                Words = words,
                Problem = problem,
                Receipt = receipt,
            }
        )
        {
            StatusCode =
                state is PageState.Expired ? 410
                : problem is null ? 200
                : 400,
        };
}

/// <summary>What leaving a message needs of the host.</summary>
public sealed record MessageDesk(
    OneTimeLinks Links,
    Hall Hall,
    Inbox Inbox,
    PersonRequests Requests,
    TimeProvider Time
);
