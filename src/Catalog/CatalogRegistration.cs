using Bupyeong.Chatbot.Search;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bupyeong.Chatbot.Catalog;

/// <summary>The catalogue in the house.</summary>
public static class CatalogRegistration
{
    /// <summary>Reads the catalogue folder of the knowledge files and has it indexed; without an engine of the host's the index lies under the data folder.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services, string knowledge, string data)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => SearchEngine.In(Path.Combine(data, "index")));
        services.AddSingleton(_ => Classification.Read(Path.Combine(knowledge, "catalog", "kdc.yml")));
        return services.AddSingleton(provider =>
            LibraryCatalog.Open(
                Path.Combine(knowledge, "catalog"),
                provider.GetRequiredService<SearchEngine>(),
                provider.GetRequiredService<TimeProvider>()
            )
        );
    }
}
