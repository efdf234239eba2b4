using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Qdrant;
using Bupyeong.Chatbot.Tests.Support.Qdrant;
using Microsoft.AspNetCore.Http;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>Qdrant is away, slow, busy or empty, and comes back.</summary>
public sealed class QdrantOutageTests : IAsyncDisposable
{
    private static readonly IndexContent Content = new("books", SearchIndexContract.Fields, SearchIndexContract.Books);

    private readonly QdrantPlace place = new();

    public ValueTask DisposeAsync() => place.DisposeAsync();

    [Fact]
    public async Task While_it_is_away_the_embedded_index_answers_and_it_is_said_once()
    {
        var engine = place.Engine();
        using var index = engine.Open(Content);
        await QdrantPlace.Until(engine.Answers);
        place.Double.ForgetCalls();
        Assert.Equal("2", index.Search("토지", 1)[0].Id);
        Assert.NotEmpty(place.Double.Calls);

        await place.Double.KillAsync();
        for (var i = 0; i < 20; i++)
            Assert.Equal("2", index.Search("토지", 1)[0].Id);
        Assert.Equal("2", index.SearchSpelling("토디", 1)[0].Id);
        Assert.False(engine.Answers());
        Assert.Equal(1, place.Logged("is away"));

        place.Double.Revive();
        await QdrantPlace.Until(() => index.Search("토지", 1) is [{ Id: "2" }] && place.Logged("answers again") > 0);
        await QdrantPlace.Until(engine.Answers);
        Assert.Equal(1, place.Logged("is away"));
    }

    [Fact]
    public async Task An_outage_of_several_indexes_is_one_and_its_reason_is_named()
    {
        await place.Double.KillAsync();
        var engine = place.Engine();
        using var books = engine.Open(Content);
        using var texts = engine.Open(Content with { Name = "texts" });
        using var newer = engine.Open(Content with { Name = "texts", Documents = [Content.Documents[1]] });
        await QdrantPlace.Until(() => place.Logged("is away") > 0);

        place.Double.Revive();
        await QdrantPlace.Until(engine.Answers);
        await QdrantPlace.Until(() => place.Logged("answers again") > 0);

        Assert.Equal(1, place.Logged("is away"));
        Assert.Equal(1, place.Logged("refused"));
        Assert.Equal(1, place.Logged("answers again"));
        Assert.Equal(["bupyeong-books", "bupyeong-texts"], place.Double.Store.Aliases.Keys.Order());
        Assert.Single(newer.Search("토지", 1));
    }

    [Fact]
    public async Task Without_an_embedded_index_it_is_said_that_nothing_can_be_looked_up()
    {
        place.Options = place.Options with { KeepEmbedded = false };
        using var index = place.Engine().Open(Content);
        Assert.Equal("2", index.Search("토지", 1)[0].Id);
        Assert.Empty(Directory.GetFileSystemEntries(place.Folder.Path));

        await place.Double.KillAsync();
        Assert.Throws<SearchUnavailableException>(() => index.Search("토지", 1));

        place.Double.Revive();
        await QdrantPlace.Until(() => Finds(index));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_start_while_it_is_away_is_a_start_and_it_is_taken_up_when_it_comes(bool keepsEmbedded)
    {
        place.Options = place.Options with { KeepEmbedded = keepsEmbedded };
        await place.Double.KillAsync();
        var engine = place.Engine();
        using var index = engine.Open(Content);
        Assert.Equal(keepsEmbedded, Finds(index));
        Assert.False(engine.Answers());

        place.Double.Revive();
        await QdrantPlace.Until(engine.Answers);
        Assert.True(Finds(index));
        Assert.Equal(5, place.Double.Store.Named("bupyeong-books").Points.Count);
    }

    [Fact]
    public async Task One_that_comes_back_empty_is_filled_again()
    {
        var engine = place.Engine();
        using var index = engine.Open(Content);
        await QdrantPlace.Until(engine.Answers);

        place.Double.Store.Clear();
        Assert.Equal("2", index.Search("토지", 1)[0].Id);

        await QdrantPlace.Until(engine.Answers);
        Assert.Equal(5, place.Double.Store.Named("bupyeong-books").Points.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_model_that_is_away_while_the_index_is_written_is_waited_for(bool keepsEmbedded)
    {
        var asked = 0;
        var model = new TextEmbedding(
            "model",
            (texts, _) =>
                asked++ switch
                {
                    0 => throw new TaskCanceledException("too slow"),
                    1 => throw new HttpRequestException("away"),
                    _ => Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(_ => new[] { 1f, 0f })]),
                }
        );
        place.Options = place.Options with { KeepEmbedded = keepsEmbedded };
        var engine = place.Engine(model);

        using var index = engine.Open(Content);

        await QdrantPlace.Until(engine.Answers);
        Assert.True(Finds(index));
    }

    [Fact]
    public async Task An_edition_that_was_replaced_writes_no_more()
    {
        var engine = place.Engine();
        using var before = engine.Open(Content);
        using var after = engine.Open(Content with { Documents = [.. Content.Documents.Take(3)] });
        await QdrantPlace.Until(engine.Answers);
        await QdrantPlace.Until(() => place.Double.Store.Aliases.ContainsKey("bupyeong-books"));
        Assert.Equal("5", before.Search("편의점 인간", 1)[0].Id);
        await QdrantPlace.Until(() => place.Double.Store.Named("bupyeong-books").Points.Count == 3);
        Assert.Equal("2", after.Search("토지", 1)[0].Id);
    }

    [Fact]
    public void One_that_does_not_answer_in_time_is_given_up_and_left_alone()
    {
        using var index = place.Open(Content);
        place.Options = place.Options with { QueryMilliseconds = 200, RestMilliseconds = 600_000 };
        using var hurried = place.Open(Content);
        place.Double.Otherwise = Never;

        // What it answered just before still speaks for it; then it is no longer asked.
        int asked;
        do
        {
            asked = place.Double.Calls.Count;
            Assert.Throws<SearchUnavailableException>(() => hurried.Search("토지", 1));
        } while (place.Double.Calls.Count > asked);
    }

    [Fact]
    public void One_that_says_when_to_come_back_is_not_asked_before()
    {
        using var index = place.Open(Content);
        place.Double.Otherwise = http => Refuse(http, StatusCodes.Status503ServiceUnavailable, "600");
        place.Double.ForgetCalls();

        Assert.Throws<SearchUnavailableException>(() => index.Search("토지", 1));
        Assert.Throws<SearchUnavailableException>(() => index.Search("토지", 1));
        Assert.Single(place.Double.Calls);
    }

    [Theory]
    [InlineData(StatusCodes.Status429TooManyRequests)]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    public void Writing_waits_as_long_as_it_is_asked_to_and_goes_on(int status)
    {
        var refused = 0;
        place.Double.Otherwise = http =>
            http.Request.Method == "PUT" && refused++ < 3 ? Refuse(http, status, "0") : Task.FromResult(false);

        using var index = place.Open(Content);

        Assert.True(refused > 3);
        Assert.Equal("2", index.Search("토지", 1)[0].Id);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("600", 30)]
    [InlineData("Thu, 01 Jan 1970 00:00:10 GMT", 0)]
    [InlineData(null, null)]
    public void Retry_After_is_read_as_seconds_or_as_a_moment(string? header, int? seconds)
    {
        using var answer = new HttpResponseMessage();
        if (header is not null)
            answer.Headers.Add("Retry-After", header);
        var wait = QdrantPatience.WaitOf(answer, TimeProvider.System);
        Assert.Equal(seconds, (int?)wait?.TotalSeconds);
    }

    [Fact]
    public async Task Of_several_nodes_the_one_that_answers_is_asked()
    {
        await using var dead = new QdrantDouble();
        await dead.KillAsync();
        place.Options = place.Options with { Address = $"{dead.Address}, {place.Double.Address}" };
        using var index = place.Open(Content);
        for (var i = 0; i < 5; i++)
            Assert.Equal("2", index.Search("토지", 1)[0].Id);
    }

    [Fact]
    public async Task A_key_that_is_refused_stops_the_start_by_the_name_of_its_setting()
    {
        await using var locked = new QdrantPlace("the-right-key-of-the-library");
        using (var index = locked.Open(Content))
            Assert.Equal("2", index.Search("토지", 1)[0].Id);
        locked.Options = locked.Options with { ApiKey = "another" };

        var refusal = Assert.Throws<QdrantException>(() => locked.Engine().Open(Content));

        Assert.Contains("Search:ApiKey", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("another", refusal.Message, StringComparison.Ordinal);
    }

    private static bool Finds(ISearchIndex index)
    {
        try
        {
            return index.Search("토지", 1) is [{ Id: "2" }];
        }
        catch (SearchUnavailableException)
        {
            return false;
        }
    }

    private static async Task<bool> Never(HttpContext http)
    {
        await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    private static Task<bool> Refuse(HttpContext http, int status, string wait)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.RetryAfter = wait;
        return Task.FromResult(true);
    }
}
