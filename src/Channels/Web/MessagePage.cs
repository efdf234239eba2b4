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
        var words = form["words"].ToString().ReplaceLineEndings("\n").Trim();
        var contact = form["contact"].ToString().Trim();
        if (words.Length is 0)
            return Again(words, wordsProblem: "하실 말씀을 적어 주세요.");
        if (words.Length > LongestWords)
            return Again(words, wordsProblem: $"하실 말씀을 {LongestWords}자 안으로 줄여 주세요.");
        if (contact.Length > LongestContact)
            return Again(words, contactProblem: $"연락처를 {LongestContact}자 안으로 적어 주세요.");
        var receipt = await desk.Requests.LeaveAsync(id, words, contact, desk.Time.SeoulToday());
        await desk.Inbox.AcceptAsync(
            conversation,
            new Utterance(receipt, $"{Utterance.OfHost}left {receipt}", Events.MessageLeft)
        );
        return desk.Links.Use(code) ? Page(PageState.Done, receipt) : Page(PageState.Expired);
    }

    private static RazorComponentResult<MessageForm> Page(PageState state, string? receipt = null) =>
        new(new { State = state, Receipt = receipt }) { StatusCode = state is PageState.Expired ? 410 : 200 };

    /// <summary>The form with the words as they were typed; the contact is never written back into a page.</summary>
    private static RazorComponentResult<MessageForm> Again(
        string words,
        string? wordsProblem = null,
        string? contactProblem = null
    ) =>
        new(
            new
            {
                Words = words,
                WordsProblem = wordsProblem,
                ContactProblem = contactProblem,
            }
        )
        {
            StatusCode = 400,
        };
}

/// <summary>What leaving a message needs of the host.</summary>
public sealed record MessageDesk(OneTimeLinks Links, Hall Hall, Inbox Inbox, RequestLedger Requests, TimeProvider Time);
