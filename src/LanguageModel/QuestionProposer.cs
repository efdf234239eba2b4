namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Questions of a text for staff to look through: the model writes them, and code decides which are shown.</summary>
internal sealed class QuestionProposer(
    ModelDoor door,
    ModelBudget budget,
    PersonalDataGate gate,
    ILogger<QuestionProposer> log
)
{
    private const int MostAnswered = 10;
    private const int MostNear = 5;

    // Fifteen questions and what stands around them.
    private const int LongestAnswer = 2000;

    public async Task<Proposed> ProposeAsync(Proposing asked, CancellationToken cancellation)
    {
        if (asked.Texts.Any(gate.IsOfPeople))
            return Proposed.None(Refusal.Personal);
        var question = new ModelQuestion(ProposalPrompt.Instructions, ProposalPrompt.Of(asked))
        {
            Payer = $"staff {asked.Librarian}",
            Day = asked.Day,
            Passages = asked.Passages,
            IsOfStaff = true,
            LongestAnswer = LongestAnswer,
        };
        if (budget.IsSpent(question))
            return Proposed.None(Refusal.Spent);
        return ProposedAnswer.Read(await door.AskAsync(question, cancellation)) is { Letters: <= LongestAnswer } answer
            ? Judged(answer, new ProposalGuard(asked, gate))
            : Proposed.None(Refusal.Away);
    }

    private Proposed Judged(ProposedAnswer answer, ProposalGuard guard)
    {
        var near = answer.Near ?? [];
        var (shown, others) = (Passing(answer.Answered, guard, MostAnswered), Passing(near, guard, MostNear));
        return new(shown, others) { Dropped = answer.Answered.Count + near.Count - shown.Count - others.Count };
    }

    private List<string> Passing(IEnumerable<string?> written, ProposalGuard guard, int most) =>
        [.. written.Select(text => text?.Trim() ?? "").Where(text => Passes(text, guard)).Take(most)];

    private bool Passes(string text, ProposalGuard guard)
    {
        var objection = guard.Take(text);
        if (objection is not Objection.None)
            log.ProposalDropped(objection);
        return objection is Objection.None;
    }
}
