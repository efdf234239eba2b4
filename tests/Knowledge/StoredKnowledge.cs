using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Knowledge.Documents;
using Bupyeong.Chatbot.Storage;
using Bupyeong.Chatbot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Knowledge;

/// <summary>The room of knowledge over a folder of files and a store, both of a test's own; opened anew it is a restart.</summary>
internal sealed class StoredKnowledge : IAsyncDisposable
{
    private const string RulesYaml =
        "- { key: loan.limit, title: 대출 권수, value: 5, unit: 권, effective_from: 2026-01-01, source: 견본 }\n";

    private readonly ServiceProvider house;

    public StoredKnowledge(string folder)
    {
        Folder = folder;
        Directory.CreateDirectory(Policies(folder));
        File.WriteAllText(Path.Combine(folder, "knowledge", "rules.yml"), RulesYaml);
        house = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Database(Path.Combine(folder, "data", "conversations.db")))
            .AddSingleton<BatchingWriter>()
            .AddKnowledge(Path.Combine(folder, "knowledge"), "no synonyms", Path.Combine(folder, "data"))
            .BuildServiceProvider();
        Files = house.GetRequiredService<KnowledgeFiles>();
    }

    public string Folder { get; }
    public Clock Clock { get; } = new();
    public CollectedLog Log { get; } = new();
    public KnowledgeFiles Files { get; }
    public KnowledgeStore Store => house.GetRequiredService<KnowledgeStore>();
    public KnowledgeEditing Editing => house.GetRequiredService<KnowledgeEditing>();
    public DocumentImport Documents => house.GetRequiredService<DocumentImport>();
    public PublishedKnowledge Published => house.GetRequiredService<PublishedKnowledge>();

    /// <summary>The first sentence that a resident hears today.</summary>
    public string? Tells(string question = "몇 권까지 빌릴 수 있어요?") =>
        Published.Current.Ask(question, Store.Today)?.Sentences[0];

    /// <summary>Saves and publishes what a librarian wrote.</summary>
    public async Task<EntryVersion> Publishes(string slug, string text, DateOnly? from = null, string by = "자료봉사")
    {
        var draft = await Editing.SaveAsync(slug, text, Store.Of(slug)[^1].Version, new(by));
        return await Editing.PublishAsync(slug, draft.Version, from, new(by));
    }

    public static void Write(string folder, string slug, string text)
    {
        Directory.CreateDirectory(Policies(folder));
        File.WriteAllText(Path.Combine(Policies(folder), $"{slug}.md"), text);
    }

    public static string Entry(string slug, string sentence, string question = "몇 권까지 빌릴 수 있어요?") =>
        $"""
            ---
            title: 안내 {slug}
            slug: {slug}
            audience: [everyone]
            branches: [all]
            effective_from: 2026-01-01
            effective_to:
            owner: 담당
            source: 견본 규정
            status: sample
            questions:
              - {question}
            ---
            {sentence}

            """;

    public async ValueTask DisposeAsync() => await house.DisposeAsync();

    private static string Policies(string folder) => Path.Combine(folder, "knowledge", "policies");
}
