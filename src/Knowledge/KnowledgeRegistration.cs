using Bupyeong.Chatbot.Korean;

namespace Bupyeong.Chatbot.Knowledge;

/// <summary>What the library tells, in the house.</summary>
public static class KnowledgeRegistration
{
    /// <summary>Reads the entries and rules of the knowledge folder and keeps the index under the data folder.</summary>
    public static IServiceCollection AddKnowledge(
        this IServiceCollection services,
        string knowledge,
        string synonyms,
        string data
    ) =>
        services
            .AddSingleton(_ => KnowledgeBase.Open(knowledge, Synonyms.Read(synonyms), Path.Combine(data, "index")))
            .AddSingleton(provider => provider.GetRequiredService<KnowledgeBase>().Rules);
}
