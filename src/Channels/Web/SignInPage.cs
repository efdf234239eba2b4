using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>Signing in outside the conversation: one form under a one-time address, after which the conversation goes on.</summary>
public static class SignInPage
{
    public const int LongestField = 40;

    /// <summary>Every refusal takes this long, so that its time says nothing about the card.</summary>
    private static readonly TimeSpan RefusalTime = TimeSpan.FromMilliseconds(400);

    public static void MapSignInPage(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in/{code}", Show);
        app.MapPost("/sign-in/{code}", SignInAsync).DisableAntiforgery().AddEndpointFilter<PageErrors>();
    }

    private static RazorComponentResult<SignInForm> Show(string code, OneTimeLinks links) =>
        links.Find(code, Link.SignIn) is null ? Page(PageState.Expired, 410) : Page(PageState.Form, 200);

    private static async Task<RazorComponentResult<SignInForm>> SignInAsync(
        string code,
        HttpContext http,
        SignInDesk desk
    )
    {
        if (desk.Links.Find(code, Link.SignIn) is not { } id || desk.Hall.Find(id) is not { } conversation)
            return Page(PageState.Expired, 410);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (card, pin) = (form["card"].ToString().Trim(), form["pin"].ToString());
        if (SignInProblems.Of(card, pin, LongestField) is { AreThere: true } problems)
            return Page(PageState.Form, 400, problems, card);
        var refusal = Task.Delay(RefusalTime, desk.Time, http.RequestAborted);
        var answer = await AskAsync(desk, card, pin, http);
        if (answer is not SignInAnswer.Accepted accepted)
        {
            await refusal;
            return answer is null ? Away(card) : Refused(answer);
        }
        if (!desk.Links.Use(code))
            return Page(PageState.Expired, 410);
        await desk.LetInAsync(conversation, accepted.Patron);
        return Page(PageState.Done, 200);
    }

    /// <summary>The answer, or null when the library system cannot be asked.</summary>
    private static async Task<SignInAnswer?> AskAsync(SignInDesk desk, string card, string pin, HttpContext http)
    {
        try
        {
            return await desk.Guard.SignInAsync(card, pin, http.Connection.RemoteIpAddress, http.RequestAborted);
        }
        catch (LibrarySystemUnavailableException)
        {
            return null;
        }
    }

    private static RazorComponentResult<SignInForm> Away(string card) =>
        Page(PageState.Form, 503, new(Other: "지금은 도서관 전산에 연결되지 않아요. 잠시 뒤 다시 해 주세요."), card);

    /// <summary>The same page for a wrong PIN and for a card that nobody has; not even the number is repeated.</summary>
    private static RazorComponentResult<SignInForm> Refused(SignInAnswer answer) =>
        answer switch
        {
            SignInAnswer.TooSoon { Wait: var wait } => Page(
                PageState.Form,
                429,
                new(Other: $"여러 번 맞지 않았어요. {Words(wait)} 뒤에 다시 해 주세요.")
            ),
            SignInAnswer.TooManyFromHere { Wait: var wait } => Page(
                PageState.Form,
                429,
                new(Other: $"이곳에서 여러 번 맞지 않았어요. {Words(wait)} 뒤에 다시 해 주세요.")
            ),
            _ => Page(PageState.Form, 401, new(Pin: "번호나 비밀번호가 맞지 않아요. 다시 확인해 주세요.")),
        };

    private static string Words(TimeSpan wait) =>
        wait < TimeSpan.FromMinutes(1)
            ? $"{Math.Ceiling(wait.TotalSeconds)}초"
            : $"{Math.Ceiling(wait.TotalMinutes)}분";

    private static RazorComponentResult<SignInForm> Page(
        PageState state,
        int status,
        SignInProblems? problems = null,
        string? card = null
    ) =>
        new(
            new
            {
                State = state,
                Problems = problems ?? new(),
                Card = card,
            }
        )
        {
            StatusCode = status,
        };
}

/// <summary>What signing in needs of the host.</summary>
public sealed record SignInDesk(OneTimeLinks Links, Hall Hall, Inbox Inbox, SignInGuard Guard, TimeProvider Time)
{
    /// <summary>The patron is there: the conversation goes on with what was asked before.</summary>
    public Task LetInAsync(LiveConversation conversation, Patron patron)
    {
        conversation.SignIn(patron, Time.GetUtcNow());
        return Inbox.AcceptAsync(conversation, new Utterance(null, null, Events.SignedIn));
    }
}
