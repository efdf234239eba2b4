using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Knowledge.Documents;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What the library tells, in the house.</summary>
public static class KnowledgeRegistration
{
    /// <summary>
    /// The rules of the knowledge folder, and the entries of the store, which its files have seeded before anybody reads
    /// them; the index is kept under the data folder.
    /// </summary>
    public static IServiceCollection AddKnowledge(
        this IServiceCollection services,
        string knowledge,
        string synonyms,
        string data
    ) =>
        services
            .AddSingleton(provider =>
                Rules.Read(
                    Path.Combine(knowledge, KnowledgeBase.RulesFile),
                    provider.GetService<BranchDirectory>()?.All.Select(branch => branch.Code)
                )
            )
            .AddSingleton(_ => Synonyms.Read(synonyms))
            .AddSingleton(provider => UnanswerableQuestions.Read(knowledge, provider.GetRequiredService<Synonyms>()))
            .AddSingleton<KnowledgeStore>()
            .AddSingleton(provider => Seeded(provider, knowledge))
            .AddSingleton(provider => Published(provider, EngineOf(provider, data)))
            .AddSingleton<KnowledgeEditing>()
            .AddSingleton(provider => new DocumentImport(
                provider.GetRequiredService<KnowledgeFiles>(),
                provider.GetRequiredService<KnowledgeStore>(),
                provider.GetService<BranchDirectory>(),
                Path.Combine(data, "drafts", "programs")
            ))
            .AddHostedService<KnowledgeWatch>();

    private static SearchEngine EngineOf(IServiceProvider provider, string data) =>
        provider.GetService<SearchEngine>() ?? SearchEngine.In(Path.Combine(data, "index"));

    private static KnowledgeFiles Seeded(IServiceProvider provider, string knowledge)
    {
        var files = ActivatorUtilities.CreateInstance<KnowledgeFiles>(provider);
        files.SeedAsync(EntryFile.Folders(knowledge)).GetAwaiter().GetResult();
        return files;
    }

    /// <summary>Always built of what the store holds: what was decided before a crash is told after it.</summary>
    private static PublishedKnowledge Published(IServiceProvider provider, SearchEngine engine)
    {
        provider.GetRequiredService<KnowledgeFiles>();
        var store = provider.GetRequiredService<KnowledgeStore>();
        var rules = provider.GetRequiredService<Rules>();
        var synonyms = provider.GetRequiredService<Synonyms>();
        var unanswerable = provider.GetRequiredService<UnanswerableQuestions>();
        var logger = provider.GetRequiredService<ILogger<KnowledgeBase>>();
        return new PublishedKnowledge(Next(null), Next);

        KnowledgeBase Next(KnowledgeBase? before)
        {
            var next = KnowledgeBase.Of(
                store.Edition(),
                synonyms,
                rules,
                engine,
                unanswerable,
                before,
                store.PastNotices()
            );
            if (!next.MeaningTrial.IsCompleted)
                _ = TellAsync(next, logger);
            return next;
        }
    }

    private static async Task TellAsync(KnowledgeBase knowledge, ILogger logger)
    {
        if (await knowledge.MeaningTrial is { } trial)
            logger.MeaningTried(trial.ToString());
    }
}
