using Bupyeong.Chatbot.LanguageModel.Plugins;

namespace Bupyeong.Chatbot.LanguageModel;

/// <summary>The language model of the settings, in the house; without an address nothing is registered.</summary>
internal static class LanguageModelRegistration
{
    public static IServiceCollection AddLanguageModel(
        this IServiceCollection services,
        IConfiguration configuration,
        bool isDevelopment
    )
    {
        var settings = LanguageModelSettings.Read(configuration, isDevelopment);
        if (!settings.IsOn)
            return services;
        services
            .AddSingleton(settings)
            .AddSingleton<ModelBudget>()
            .AddSingleton<ModelCircuit>()
            .AddSingleton<ModelChat>()
            .AddSingleton<PersonalDataGate>()
            .AddSingleton<ModelDoor>()
            .AddSingleton<Rephraser>()
            .AddSingleton<QuestionProposer>();
        return settings.Rewrites ? services.AddRewriting() : services;
    }

    private static IServiceCollection AddRewriting(this IServiceCollection services) =>
        services
            .AddSingleton<CatalogPlugin>()
            .AddSingleton<ProgramsPlugin>()
            .AddSingleton<BranchesPlugin>()
            .AddSingleton<KnowledgePlugin>()
            .AddSingleton<QuestionRewriter>();
}
