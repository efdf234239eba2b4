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
        return settings.IsOn
            ? services
                .AddSingleton(settings)
                .AddSingleton<ModelBudget>()
                .AddSingleton<ModelCircuit>()
                .AddSingleton<ModelChat>()
                .AddSingleton<PersonalDataGate>()
                .AddSingleton<ModelDoor>()
                .AddSingleton<Rephraser>()
                .AddSingleton<QuestionProposer>()
            : services;
    }
}
