namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>
/// The one way to the model: the gate for personal data, the load of the house, the breaker, the budgets and the patience
/// stand before it. Whoever asks has an answer without it.
/// </summary>
internal sealed class ModelDoor(
    LanguageModelSettings settings,
    ModelChat chat,
    ModelBudget budget,
    ModelCircuit circuit,
    PersonalDataGate gate,
    TimeProvider time,
    ILogger<ModelDoor> log
)
{
    private int underWay;

    /// <summary>
    /// The model's words, or null: they were not asked for, did not come, or are no answer. Who gives
    /// <paramref name="hears"/> has them piece by piece, and ends the call with a false.
    /// </summary>
    public async Task<string?> AskAsync(
        ModelQuestion question,
        CancellationToken cancellation,
        Func<string, bool>? hears = null
    )
    {
        if (!gate.MayPass(question) || !circuit.IsClosed)
            return null;
        try
        {
            // The first thing that a house with much to do leaves out.
            if (Interlocked.Increment(ref underWay) > settings.AtOnce)
                return null;
            return budget.TrySpend(question) ? await CallAsync(question, hears, cancellation) : null;
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    private async Task<string?> CallAsync(
        ModelQuestion question,
        Func<string, bool>? hears,
        CancellationToken cancellation
    )
    {
        using var late = new CancellationTokenSource(settings.PatienceFor(question), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            var said = await (
                question.Tools is { } tools
                    ? chat.AskAsync(question, tools, either.Token)
                    : chat.AskAsync(question, hears, either.Token)
            );
            circuit.Worked();
            return said;
        }
        // However a server of others and its client fail, the turn has an answer of its own.
        catch (Exception away) when (!cancellation.IsCancellationRequested)
        {
            circuit.Failed();
            log.LanguageModelAway(away.GetType().Name);
            return null;
        }
    }
}
