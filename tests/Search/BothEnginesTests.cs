using Bupyeong.Chatbot.Catalog;
using Bupyeong.Chatbot.Knowledge;
using Bupyeong.Chatbot.Korean;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Tests.Catalog;
using Bupyeong.Chatbot.Tests.Knowledge;
using Bupyeong.Chatbot.Tests.Support;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>What a resident is told does not depend on the engine: the shipped texts and books, asked of both.</summary>
public sealed class BothEnginesTests(ShippedKnowledge knowledge, ShippedCatalog catalog)
    : IClassFixture<ShippedKnowledge>,
        IClassFixture<ShippedCatalog>,
        IAsyncDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly string Files = Path.Combine(AppContext.BaseDirectory, "knowledge");

    private readonly QdrantPlace place = new();

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Fact]
    public void The_same_entries_answer()
    {
        var synonyms = Synonyms.Read(ShippedKnowledge.SynonymsPath);
        using var elsewhere = KnowledgeBase.Of(
            [.. knowledge.Knowledge.Entries],
            synonyms,
            knowledge.Knowledge.Rules,
            EngineAlone(),
            UnanswerableQuestions.Read(Files, synonyms)
        );
        foreach (var question in knowledge.Knowledge.On(Today).SelectMany(entry => entry.Questions.Take(1)))
        {
            Assert.Equal(
                (question, Slug: knowledge.Knowledge.Ask(question, Today, Heard.Of(question))?.Entry.Slug),
                (question, Slug: elsewhere.Ask(question, Today, Heard.Of(question))?.Entry.Slug)
            );
        }
    }

    [Fact]
    public void The_same_books_are_found()
    {
        using var elsewhere = LibraryCatalog.Open(Path.Combine(Files, "catalog"), EngineAlone(), TimeProvider.System);
        foreach (var title in catalog.Catalog.Titles.Where((_, place) => place % 7 == 0))
        {
            var query = new CatalogQuery(title.Replace(" ", "", StringComparison.Ordinal), Max: 1);
            Assert.Equal((title, Best(catalog.Catalog)), (title, Best(elsewhere)));

            string? Best(LibraryCatalog books) => books.Search(query).Hits is [var hit, ..] ? hit.Record.Id : null;
        }
    }

    private SearchEngine EngineAlone()
    {
        place.Options = place.Options with { KeepEmbedded = false };
        return place.Engine();
    }
}
