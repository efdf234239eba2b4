using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.LanguageModel;

namespace Bupyeong.Chatbot;

/// <summary>Lets the language model write questions of entries, without the two knowing each other.</summary>
internal static class QuestionWriting
{
    /// <summary>How long a server that failed is left alone.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    public static void AddQuestionProposals(this IServiceCollection services) =>
        services.AddSingleton(provider => new QuestionProposals(
            provider.GetRequiredService<KnowledgeEditing>(),
            provider.GetRequiredService<PublishedKnowledge>(),
            provider.GetRequiredService<KnowledgeStore>(),
            provider.GetService<QuestionProposer>() is { } proposer
                ? (wanted, cancellation) =>
                    WriteAsync(proposer, wanted, provider.GetRequiredService<TimeProvider>(), cancellation)
                : null
        ));

    private static async Task<WrittenQuestions> WriteAsync(
        QuestionProposer proposer,
        WantedQuestions wanted,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var proposed = await proposer.ProposeAsync(
            new(wanted.Title, wanted.Passages, wanted.Known, wanted.Librarian) { Day = wanted.Today },
            cancellation
        );
        return proposed.Refusal switch
        {
            Refusal.Personal => throw new InvalidDataException(
                "The text holds somebody's number, mail address or name, so it is not shown to the language model."
            ),
            Refusal.Spent => throw new NoProposalsException(
                "No call of the language model is left today (LanguageModel:PerLibrarian, PerDay).",
                wanted.Today.AddDays(1).InSeoul(TimeOnly.MinValue) - time.GetUtcNow()
            ),
            Refusal.Away => throw new NoProposalsException(
                "The language model is away, late or busy, or gave no answer in the form that was asked for.",
                Rest
            ),
            _ => new(proposed.Answered, proposed.Near, proposed.Dropped),
        };
    }
}
