using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Bupyeong.Chatbot.Channels.Web;

/// <summary>What the library tells, as pages anybody can read, link to and say are wrong.</summary>
public static class KnowledgePages
{
    public static void MapKnowledgePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/knowledge", (string? q) => new RazorComponentResult<KnowledgeIndex>(new { Question = q }));
        app.MapGet("/knowledge/{slug}", Show);
        // The address of a page that answered a form: opened anew, it is the entry again.
        app.MapGet(
            "/knowledge/{slug}/report",
            (string slug) => TypedResults.LocalRedirect($"/knowledge/{Uri.EscapeDataString(slug)}")
        );
        app.MapPost("/knowledge/{slug}/report", ReportAsync).DisableAntiforgery().AddEndpointFilter<PageErrors>();
    }

    /// <summary>With a branch that has figures of its own, the page has those.</summary>
    private static IResult Show(string slug, string? branch, KnowledgeDesk desk) =>
        desk.Find(slug) is { } entry ? Page(entry, new Report(), branch: branch) : Missing();

    private static async Task<IResult> ReportAsync(string slug, HttpContext http, KnowledgeDesk desk)
    {
        if (desk.Find(slug) is not { } entry)
            return Missing();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var words = form["words"].ToString().ReplaceLineEndings("\n").Trim();
        if (words.Length is 0)
            return Page(entry, new(Problem: "어디가 틀렸는지 한 줄이라도 적어 주세요."), 400);
        if (words.Length > Report.LongestWords)
            return Page(
                entry,
                new(words, $"{words.Length}자를 적으셨어요. {Report.LongestWords}자 안으로 줄여 주세요."),
                400
            );
        if (!desk.Limit.Admits(http))
        {
            http.Response.Headers.RetryAfter = "60";
            return Page(entry, new(words, "짧은 사이에 여러 번 보내셨어요. 1분쯤 뒤에 다시 보내 주세요."), 429);
        }
        var receipt = await desk.Requests.ReportAsync(slug, words, desk.Time.SeoulToday());
        return Page(entry, new(Receipt: receipt));
    }

    private static RazorComponentResult<KnowledgePage> Page(
        KnowledgeEntry entry,
        Report report,
        int status = 200,
        string? branch = null
    ) =>
        new(
            new
            {
                Entry = entry,
                Report = report,
                BranchCode = branch,
            }
        )
        {
            StatusCode = status,
        };

    private static RazorComponentResult<MissingPage> Missing() => new() { StatusCode = 404 };
}

/// <summary>What somebody wrote about an error in a text, what is wrong with that, or the receipt once it is kept.</summary>
public sealed record Report(string? Words = null, string? Problem = null, string? Receipt = null)
{
    public const int LongestWords = 1000;
}

/// <summary>What the pages of knowledge need of the host.</summary>
public sealed record KnowledgeDesk(
    PublishedKnowledge Published,
    RequestLedger Requests,
    ReportLimit Limit,
    TimeProvider Time
)
{
    public KnowledgeBase Knowledge => Published.Current;

    /// <summary>An entry that the public may read; a draft is not.</summary>
    public KnowledgeEntry? Find(string slug) =>
        Knowledge.Find(slug, Time.SeoulToday()) is { IsPublished: true } entry ? entry : null;
}

/// <summary>How often one network may say that a text is wrong.</summary>
public sealed class ReportLimit() : CallerLimit(perMinute: 10);
