using Bupyeong.Chatbot.Channels.DirectLine;
using Bupyeong.Chatbot.Knowledge;

namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>Questions that a language model proposes for an entry: shown with who would answer them, and kept nowhere.</summary>
public static class ProposalApi
{
    public const string Label = "생성된 문장";

    public static void MapProposals(this RouteGroupBuilder door) =>
        door.MapPost("/knowledge/{slug}/propose", ProposeAsync);

    private static async Task<IResult> ProposeAsync(string slug, HttpContext http, QuestionProposals proposals)
    {
        var call = await StaffCall.ReadAsync(http);
        try
        {
            return Shown(await proposals.ProposeAsync(slug, call.Draft, call.Name!, http.RequestAborted));
        }
        catch (InvalidDataException wrong)
        {
            throw StaffCall.Unprocessable(wrong.Message);
        }
        catch (NoProposalsException none) when (none.Wait is { } wait)
        {
            var answer = DirectLineErrors.Answer(http, 503, "ServiceUnavailable", none.Message);
            http.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):F0}";
            return answer;
        }
        catch (NoProposalsException none)
        {
            throw new DirectLineException(409, "NoLanguageModel", none.Message);
        }
    }

    private static IResult Shown(Proposals proposals) =>
        Results.Json(
            new
            {
                generated = true,
                label = Label,
                version = proposals.Version,
                dropped = proposals.Dropped,
                passes = proposals.Questions.Count(question => question.Passes),
                questions = proposals.Questions.Select(question => new
                {
                    question.Tried.Question,
                    expected = question.IsForEntry ? "this" : "other",
                    question.Tried.AnsweredBy,
                    question.Passes,
                }),
            }
        );
}
