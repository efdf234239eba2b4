using System.Diagnostics;
using System.Net;
using System.Reflection;
using Bupyeong.Chatbot.Branches;
using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Dialogs;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Storage;
using Bupyeong.Chatbot.Understanding;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bupyeong.Chatbot;

/// <summary>What every room stands on: the data folder, the host's own keys, headers, health and the ready line.</summary>
public static class Host
{
    /// <summary>Everything of a page comes from here, also its WebSocket, and nothing is written into it.</summary>
    public const string Policy =
        "default-src 'self'; form-action 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets up the host and returns its data folder ("Storage:DataFolder", "data" where it was started).</summary>
    public static string AddHost(this WebApplicationBuilder builder)
    {
        var data = Path.GetFullPath(builder.Configuration["Storage:DataFolder"] ?? "data");
        Directory.CreateDirectory(data);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder
            .Services.AddDataProtection()
            .SetApplicationName("Bupyeong.Chatbot")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(data, "keys", "host")));
        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, builder.Configuration));
        return data;
    }

    /// <summary>Only a proxy that is named may say where a call came from.</summary>
    private static void Trust(ForwardedHeadersOptions options, ConfigurationManager configuration)
    {
        foreach (var proxy in configuration.GetSection("Proxies").Get<string[]>() ?? [])
        {
            if (!IPAddress.TryParse(proxy, out var address))
                throw new InvalidOperationException($"Proxies has '{proxy}', which is not an IP address.");
            options.KnownProxies.Add(address);
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        }
    }

    /// <summary>The account's rules come from the same values that the answers cite.</summary>
    public static void AddLoanRules(this IServiceCollection services) =>
        services.AddSingleton<LoanRulesOn>(provider =>
        {
            var rules = provider.GetRequiredService<PublishedKnowledge>().Current.Rules;
            var catalog = provider.GetRequiredService<LibraryCatalog>();
            return (day, asked) =>
            {
                // The kind of an item (book, large-print, …) is what the catalogue calls its format.
                var kind = asked.RecordId is { } record ? catalog.Find(record)?.Format : null;
                return new LoanRules(
                    Number("loan.limit"),
                    Number("loan.days"),
                    Number("renewal.days"),
                    Number("renewal.times"),
                    Number("overdue.suspension-per-day"),
                    Number("hold.limit"),
                    Number("hold.pickup-days"),
                    Number("hold.queue"),
                    Number("hold.no-show-limit")
                );

                int Number(string key) => rules.Number(key, day, new RuleCase(asked.Branch, kind, asked.Audience));
            };
        });

    /// <summary>Hours go by the notices that are told at this moment.</summary>
    public static void AddSpecialHours(this IServiceCollection services) =>
        services.AddSingleton<SpecialHoursNow>(provider =>
        {
            var published = new Lazy<PublishedKnowledge>(provider.GetRequiredService<PublishedKnowledge>);
            return () => published.Value.Current.SpecialHours;
        });

    /// <summary>Whether a title can be reserved depends on its copies, which the catalogue knows.</summary>
    public static void AddCopies(this IServiceCollection services) =>
        services.AddSingleton<CopiesOf>(provider =>
        {
            var catalog = provider.GetRequiredService<LibraryCatalog>();
            return record =>
                [
                    .. catalog
                        .HoldingsOf(record)
                        .Select(copy => new LibraryCopy(
                            copy.Branch,
                            copy.Status is HoldingStatus.Available,
                            copy.Status is not HoldingStatus.Missing
                        )),
                ];
        });

    public static void UseHost(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.Use(
            (http, next) =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "no-referrer";
                headers.ContentSecurityPolicy = Policy;
                // Loans and one-time forms are seen on shared computers.
                headers.CacheControl = "no-store";
                return next(http);
            }
        );
        app.UseWebSockets();
        app.UseRouting();
        app.UseCors();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/healthz", () => "ok");
        app.MapGet("/readyz", ReadyAsync);
    }

    /// <summary>Loads everything before the first resident comes, then says where the door is.</summary>
    public static async Task RunReadyAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<Recognizer>().Recognize("안녕하세요");
        app.Services.GetRequiredService<DialogSet>();
        // What was read and learnt from is given back before the first resident comes; a process that holds several
        // hosts, as that of the tests does, would stop for each.
        if (Assembly.GetEntryAssembly() == typeof(Program).Assembly)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await app.StartAsync();
        var started = (int)
            (DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime()).TotalMilliseconds;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        var address = addresses?.Addresses.FirstOrDefault() ?? "";
        app.Logger.Ready(address, started);
        await app.WaitForShutdownAsync();
    }

    /// <summary>
    /// Store, index, search engine and library system, each by name; 503 while one of them is away and nothing takes its
    /// place. An encoder is named where one is set up, and without it questions are still found.
    /// </summary>
    private static async Task<IResult> ReadyAsync(
        Database database,
        LibraryCatalog catalog,
        PublishedKnowledge knowledge,
        SearchEngine search,
        ILibrarySystem library,
        CancellationToken cancellation
    )
    {
        var searches = await Task.Run(search.Answers, cancellation);
        var parts = new Dictionary<string, bool>
        {
            ["store"] = await WorksAsync(() => Task.FromResult(database.Answers())),
            ["index"] = catalog.Count > 0 && knowledge.Current.Entries.Count > 0,
            ["searchEngine"] = searches || search.IsReplaced,
            ["librarySystem"] = await WorksAsync(() => library.PingAsync(cancellation)),
        };
        var told = parts.ToDictionary(part => part.Key, part => (object)part.Value);
        if (!searches && search.IsReplaced)
            told["searchEngine"] = "away, the embedded index answers";
        if (search.Meaning is { } meaning)
            told["embeddings"] = meaning;
        return Results.Json(told, statusCode: parts.Values.All(works => works) ? 200 : 503);
    }

    private static async Task<bool> WorksAsync(Func<Task<bool>> part)
    {
        try
        {
            return await part();
        }
        catch (Exception away) when (away is Microsoft.Data.Sqlite.SqliteException or LibrarySystemUnavailableException)
        {
            return false;
        }
    }
}
