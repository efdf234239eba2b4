namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>Sentences of an answer in other words, or null: then the answer's own sentences are told in the same turn.</summary>
public sealed class Rephraser
{
    private readonly LanguageModelSettings settings;
    private readonly ModelDoor door;
    private readonly ILogger<Rephraser> log;

    public Rephraser(IServiceProvider house)
    {
        settings = house.GetRequiredService<LanguageModelSettings>();
        door = house.GetRequiredService<ModelDoor>();
        log = house.GetRequiredService<ILogger<Rephraser>>();
    }

    public async Task<string?> RephraseAsync(Rephrasing asked, CancellationToken cancellation)
    {
        // The guard reads Korean alone: what it cannot check is not asked for.
        if (asked.Language is not "ko")
            return null;
        var question = new ModelQuestion(Prompt.Instructions, Prompt.Of(asked))
        {
            Payer = asked.Conversation,
            Day = asked.Day,
            Words = asked.Question,
            Passages = asked.Passages,
            IsSignedIn = asked.IsSignedIn,
        };
        if (GeneratedAnswer.Read(await door.AskAsync(question, cancellation)) is not { } sentences)
            return null;
        var objection = RephrasingGuard.Check(asked, sentences, settings.LongestAnswer);
        if (objection is Objection.None)
            return string.Join(' ', sentences.Select(sentence => sentence.Text));
        log.RephrasingRefused(objection);
        return null;
    }
}
