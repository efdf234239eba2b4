using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Circulation.Sample;

namespace Bupyeong.Chatbot.Circulation;

/// <summary>The room of the patron's account. The host says which rules are in force: <see cref="LoanRulesOn" />.</summary>
public static class CirculationRegistration
{
    private const string Setting = "Circulation:System";

    public static IServiceCollection AddCirculation(
        this IServiceCollection services,
        IConfiguration configuration,
        string contentRoot,
        string data
    )
    {
        services
            .AddSingleton<RenewalDesk>()
            .AddSingleton<HoldDesk>()
            .AddSingleton(new SignInLimits())
            .AddSingleton<SignInGuard>();
        return (configuration[Setting] ?? "Sample") switch
        {
            "Sample" => services.AddSingleton<ILibrarySystem>(provider => Sample(provider, contentRoot, data)),
            "Offline" => services.AddSingleton<ILibrarySystem, OfflineLibrarySystem>(),
            var other => throw new InvalidOperationException(
                $"{Setting} is \"{other}\"; it must be \"Sample\" or \"Offline\"."
            ),
        };
    }

    private static SampleLibrarySystem Sample(IServiceProvider provider, string contentRoot, string data) =>
        new(
            SamplePatron.Read(Path.Combine(contentRoot, "Circulation", "Sample", "patrons.yml")),
            SampleQueue.Read(Path.Combine(contentRoot, "Circulation", "Sample", "queues.yml")),
            new(data),
            provider.GetRequiredService<RenewalDesk>(),
            provider.GetRequiredService<HoldDesk>(),
            provider.GetRequiredService<TimeProvider>()
        );
}
