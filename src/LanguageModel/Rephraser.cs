namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Sentences of an answer in other words, or null: then the answer's own sentences are told in the same turn.</summary>
public sealed class Rephraser
{
    private readonly LanguageModelSettings settings;
    private readonly ModelChat chat;
    private readonly ModelBudget budget;
    private readonly ModelCircuit circuit;
    private readonly PersonalDataGate gate;
    private readonly TimeProvider time;
    private readonly ILogger<Rephraser> log;

    public Rephraser(IServiceProvider house)
    {
        settings = house.GetRequiredService<LanguageModelSettings>();
        chat = house.GetRequiredService<ModelChat>();
        budget = house.GetRequiredService<ModelBudget>();
        circuit = house.GetRequiredService<ModelCircuit>();
        gate = new PersonalDataGate(house.GetRequiredService<Privacy.Masking>());
        time = house.GetRequiredService<TimeProvider>();
        log = house.GetRequiredService<ILogger<Rephraser>>();
    }

    public async Task<string?> RephraseAsync(Rephrasing asked, CancellationToken cancellation)
    {
        // The guard reads Korean alone: what it cannot check is not asked for.
        if (asked.Language is not "ko" || !gate.MayPass(asked) || !circuit.IsClosed)
            return null;
        if (!budget.TrySpend(asked.Conversation, asked.Day) || await AskAsync(asked, cancellation) is not { } sentences)
            return null;
        var objection = RephrasingGuard.Check(asked, sentences, settings.LongestAnswer);
        if (objection is Objection.None)
            return string.Join(' ', sentences.Select(sentence => sentence.Text));
        log.RephrasingRefused(objection);
        return null;
    }

    private async Task<IReadOnlyList<CitedSentence>?> AskAsync(Rephrasing asked, CancellationToken cancellation)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMilliseconds(settings.TimeoutMilliseconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        try
        {
            var sentences = await chat.AskAsync(Prompt.Instructions, Prompt.Of(asked), either.Token);
            circuit.Worked();
            return sentences;
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
