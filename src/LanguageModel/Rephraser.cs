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

    /// <summary>
    /// The whole, and to <paramref name="tells"/> before that, from sentence to sentence, everything so far: only what the
    /// guard has passed, and nothing of it stands when the whole is null.
    /// </summary>
    public async Task<string?> RephraseAsync(
        Rephrasing asked,
        CancellationToken cancellation,
        Action<string>? tells = null
    )
    {
        // What the guard cannot check is not asked for.
        if (Tongue.Of(asked.Language) is null)
            return null;
        var question = new ModelQuestion(Prompt.Instructions(asked.Language), Prompt.Of(asked))
        {
            Payer = asked.Conversation,
            Day = asked.Day,
            Words = asked.Question,
            Passages = asked.Passages,
            IsSignedIn = asked.IsSignedIn,
        };
        var answer = new GeneratedAnswer();
        var passed = 0;
        bool Hears(string words)
        {
            if (!answer.Read(words))
                return false;
            while (passed < answer.Sentences.Count)
            {
                if (!MayBeShown(asked, [.. answer.Sentences.Take(++passed)]))
                    return false;
                tells?.Invoke(Joined(answer.Sentences.Take(passed)));
            }
            return true;
        }
        var said = await door.AskAsync(question, cancellation, Hears);
        return said is not null && answer.IsWhole && passed > 0 ? Joined(answer.Sentences) : null;
    }

    private bool MayBeShown(Rephrasing asked, IReadOnlyList<CitedSentence> sentences)
    {
        var objection =
            sentences.Count > settings.MostSentences
                ? Objection.TooLong
                : RephrasingGuard.Check(asked, sentences, settings.LongestAnswer);
        if (objection is not Objection.None)
            log.RephrasingRefused(objection);
        return objection is Objection.None;
    }

    private static string Joined(IEnumerable<CitedSentence> sentences) =>
        string.Join(' ', sentences.Select(sentence => sentence.Text));
}
