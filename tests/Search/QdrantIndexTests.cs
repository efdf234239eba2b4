using System.Text.Json;
using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Qdrant;
using Bupyeong.Chatbot.Tests.Support.Qdrant;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>The engine elsewhere, against a double that follows the published API.</summary>
public sealed class QdrantIndexTests : SearchIndexContract, IAsyncDisposable
{
    private readonly QdrantPlace place = new();

    private static IndexContent Content(params SearchDocument[] documents) => new("books", Fields, documents);

    public ValueTask DisposeAsync() => place.DisposeAsync();

    protected override ISearchIndex Open(params SearchDocument[] documents) => place.Open(Content(documents));

    [Fact]
    public void An_unchanged_index_is_found_and_a_changed_one_is_written_and_swapped_in()
    {
        Assert.True(place.Open(Content(Books)).WasBuilt);
        Assert.False(place.Open(Content(Books)).WasBuilt);
        Assert.True(place.Open(Content(Book("9", "파친코", "이민진"))).WasBuilt);
        var only = Assert.Single(place.Double.Store.Collections).Key;
        Assert.Equal(only, place.Double.Store.Aliases["bupyeong-books"]);
    }

    [Fact]
    public void Weights_tags_and_the_model_are_part_of_the_content()
    {
        place.Open(Content(Books));
        var heavier = Content(Books) with { Fields = [Fields[0] with { Weight = 5 }, Fields[1]] };
        Assert.True(place.Open(heavier).WasBuilt);
        Assert.True(place.Open(Content([.. Books.Select(b => b with { Tags = [new("branch", "BP")] })])).WasBuilt);
        Assert.True(place.Open(Content(Books) with { Embedding = Meaning.Of("a") }).WasBuilt);
        Assert.True(place.Open(Content(Books) with { Embedding = Meaning.Of("b") }).WasBuilt);
    }

    [Fact]
    public void Documents_go_in_batches()
    {
        place.Options = place.Options with { BatchSize = 2, WriteOrdering = "medium" };
        place.Open(Content(Books));
        var batches = place
            .Double.Calls.Where(call =>
                call is { Method: "PUT" } && call.Path.EndsWith("/points", StringComparison.Ordinal)
            )
            .ToList();
        Assert.Equal([2, 2, 1], batches.Select(call => Json(call.Body).GetProperty("points").GetArrayLength()));
        Assert.All(batches, batch => Assert.Equal("?wait=true&ordering=medium", batch.Query));
    }

    [Fact]
    public void What_a_killed_process_left_half_written_is_written_to_its_end()
    {
        place.Options = place.Options with { BatchSize = 2 };
        using var killed = new CancellationTokenSource();
        place.Double.Otherwise = async http =>
        {
            if (http.Request.Method == "PUT" && http.Request.Path.Value!.EndsWith("/points", StringComparison.Ordinal))
                await killed.CancelAsync();
            return false;
        };
        Assert.Throws<OperationCanceledException>(() => place.OpenUntil(Content(Books), killed.Token));
        Assert.Empty(place.Double.Store.Aliases);
        place.Double.Otherwise = null;

        using var index = place.Open(Content(Books));

        Assert.Equal(5, place.Double.Store.Named("bupyeong-books").Points.Count);
        Assert.Equal("5", index.Search("편의점 인간", 1)[0].Id);
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_write_the_same()
    {
        place.Options = place.Options with { BatchSize = 1 };
        await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () => place.Open(Content(Books)),
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );
        Assert.Single(place.Double.Store.Collections);
        Assert.Equal(5, place.Double.Store.Named("bupyeong-books").Points.Count);
    }

    [Fact]
    public void What_others_keep_in_the_same_Qdrant_is_left_alone()
    {
        var (other, neighbour) = (
            place.Options with
            {
                Prefix = "bupyeong-books",
            },
            place.Options with
            {
                Prefix = "bucheon",
            }
        );
        foreach (var options in new[] { other, neighbour })
        {
            using var client = new QdrantClient(options, TimeProvider.System);
            QdrantIndex.Open(
                new QdrantCollections(client, options),
                Content(Books),
                TestContext.Current.CancellationToken
            );
        }
        place.Open(Content(Books[0]));
        place.Open(Content(Books[1]));
        Assert.Equal(3, place.Double.Store.Collections.Count);
        Assert.Equal(
            ["bucheon-books", "bupyeong-books", "bupyeong-books-books"],
            place.Double.Store.Aliases.Keys.Order()
        );
    }

    [Fact]
    public async Task The_alias_moves_while_it_is_searched_and_no_search_fails()
    {
        using var before = place.Open(Content(Books));
        using var over = new CancellationTokenSource();
        var searched = new TaskCompletionSource();
        var reader = Task.Run(
            () =>
            {
                while (!over.IsCancellationRequested)
                {
                    Assert.Equal("2", before.Search("토지", 1)[0].Id);
                    searched.TrySetResult();
                }
            },
            TestContext.Current.CancellationToken
        );
        await searched.Task;

        for (var edition = 0; edition < 20; edition++)
            place.Open(Content([.. Books, Book($"new-{edition}", "토지 해설", "누군가")]));
        await over.CancelAsync();
        await reader;

        Assert.Single(place.Double.Store.Collections);
        Assert.DoesNotContain(before.Search("토지 해설", 9), hit => hit.Id.StartsWith("new", StringComparison.Ordinal));
    }

    [Fact]
    public void A_collection_is_made_as_the_settings_say_with_indexes_for_its_filters()
    {
        place.Options = place.Options with
        {
            Shards = 3,
            Replicas = 2,
            WriteConsistency = 2,
            ReadConsistency = "majority",
        };
        var document = Books[0] with
        {
            Tags = [new("branch", "BP"), new("status", "published")],
            From = new(2026, 1, 1),
        };
        using var index = place.Open(Content(document));
        index.Search("편의점", 1);

        var made = place.Double.Store.Named("bupyeong-books");
        Assert.Equal(3, made.Config.GetProperty("shard_number").GetInt32());
        Assert.Equal(2, made.Config.GetProperty("replication_factor").GetInt32());
        Assert.Equal(2, made.Config.GetProperty("write_consistency_factor").GetInt32());
        Assert.Equal(
            "datetime keyword keyword datetime",
            string.Join(' ', made.Indexed.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Value))
        );
        Assert.Equal("?consistency=majority", place.Double.Calls[^1].Query);
        var point = Assert.Single(made.Points.Values);
        Assert.Equal("1", point.Payload.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("rrf")]
    [InlineData("dbsf")]
    public void With_a_model_what_means_the_same_is_found_too_and_narrowed_too(string fusion)
    {
        place.Options = place.Options with { Fusion = fusion };
        SearchDocument[] books = [.. Books.Select(b => b with { Tags = [new("branch", b.Id == "2" ? "SS" : "BP")] })];
        using var index = place.Open(Content(books) with { Embedding = Meaning.Of("model") });

        // Shares no word with the title, and the model says that it means the same.
        Assert.Equal("5", index.Search("가게에서 일하는 사람", 1)[0].Id);
        Assert.Equal("2", index.Search("토지", 1)[0].Id);
        var elsewhere = new SearchFilter { Tags = [new("branch", ["BP"])] };
        Assert.DoesNotContain(index.Search("토지", 9, elsewhere), hit => hit.Id == "2");
    }

    [Fact]
    public void When_the_model_is_away_words_still_find()
    {
        var isAway = false;
        var embedding = new TextEmbedding(
            "model",
            (texts, cancellation) =>
                isAway ? throw new HttpRequestException("away") : Meaning.Of("model").VectorsOf(texts, cancellation)
        );
        using var index = place.Open(Content(Books) with { Embedding = embedding });
        isAway = true;
        Assert.Equal("2", index.Search("토지", 1)[0].Id);
        Assert.Empty(index.Search("가게에서 일하는 사람", 1));
    }

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    /// <summary>A model of three directions: shops, land and anything else.</summary>
    private static class Meaning
    {
        public static TextEmbedding Of(string model) =>
            new(model, (texts, _) => Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(VectorOf)]));

        private static float[] VectorOf(string text) =>
            [Count(text, "가게", "편의점", "일하는", "사람", "인간"), Count(text, "토지", "땅"), 0.5f];

        private static float Count(string text, params string[] words) =>
            words.Count(word => text.Contains(word, StringComparison.Ordinal));
    }
}
