using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>The catalogue in the house.</summary>
public static class CatalogRegistration
{
    /// <summary>Reads the catalogue folder of the knowledge files and keeps its index under the data folder.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services, string knowledge, string data)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => Classification.Read(Path.Combine(knowledge, "catalog", "kdc.yml")));
        return services.AddSingleton(provider =>
            LibraryCatalog.Open(
                Path.Combine(knowledge, "catalog"),
                Path.Combine(data, "index"),
                provider.GetRequiredService<TimeProvider>()
            )
        );
    }
}
