using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Tests.Support;
using static Bupyeong.Chatbot.Tests.Support.EmbeddingHouse;

namespace Bupyeong.Chatbot.Tests.Search;

/// <summary>Words and vectors together: what is found, what is kept, and what becomes of it when the encoder fails.</summary>
public sealed class HybridSearchTests : IAsyncDisposable
{
    private static readonly SearchDocument[] Entries =
    [
        Entry("overdue", "연체", "반납일이 지나면 빌릴 수 없어요."),
        Entry("printing", "인쇄", "한 장에 백 원이에요."),
        Entry("parking", "주차", "두 시간까지 무료예요."),
    ];

    private readonly TemporaryFolder folder = new();
    private readonly EmbeddingEndpoint endpoint = new();

    public async ValueTask DisposeAsync()
    {
        await endpoint.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_shares_no_word_is_found_by_its_vector()
    {
        using var house = new EmbeddingHouse(folder.Path, endpoint);
        using var index = house.Over(Entries);
        await house.Search.FilledAsync();

        Assert.Empty(LuceneIndex.InMemory([new("title", 1), new("body", 1)], Entries).Search("늦게 내면?", 3));
        Assert.Equal("overdue", index.Search("늦게 내면?", 3)[0].Id);
        Assert.Equal("hybrid", house.Search.State);
    }

    [Fact]
    public async Task Ranks_are_fused_by_their_reciprocals()
    {
        using var house = new EmbeddingHouse(folder.Path, endpoint);
        using var index = house.Over(Entries);
        await house.Search.FilledAsync();

        var found = index.Search("연체", 3);

        Assert.Equal(new SearchHit("overdue", 1f / 61 + 1f / 61), found[0]);
        Assert.Equal([1f / 62, 1f / 63], found.Skip(1).Select(hit => hit.Score));
        Assert.Single(index.Search("연체", 1));
    }

    [Fact]
    public async Task Before_there_are_vectors_words_find_alone()
    {
        endpoint.Instead = EmbeddingEndpoint.Never;
        using var house = new EmbeddingHouse(folder.Path, endpoint);
        using var index = house.Over(Entries);

        Assert.Equal(["printing"], index.Search("인쇄", 3).Select(hit => hit.Id));
        Assert.Equal("lexical only, embedding 0 %", house.Search.State);
        Assert.Equal(3, index.Count);
    }

    [Fact]
    public async Task After_a_restart_nothing_is_embedded_again()
    {
        await Fill(Entries);
        var before = endpoint.Embedded.Count;
        using var house = new EmbeddingHouse(folder.Path, endpoint);

        using var index = house.Over(Entries);

        Assert.Equal("overdue", index.Search("지각했어요", 3)[0].Id);
        await house.Search.FilledAsync();
        Assert.Equal([.. endpoint.Embedded.Take(before), "지각했어요"], endpoint.Embedded);
    }

    [Fact]
    public async Task Only_what_staff_changed_is_embedded_anew_while_the_rest_is_found()
    {
        using var house = new EmbeddingHouse(folder.Path, endpoint);
        house.Over(Entries).Dispose();
        await house.Search.FilledAsync();
        endpoint.Embedded.Clear();

        using var index = house.Over([.. Entries, Entry("lockers", "사물함", "한 번에 하루예요.")]);

        Assert.Equal("overdue", index.Search("늦게", 3)[0].Id);
        await house.Search.FilledAsync();
        Assert.Equal(["늦게", "사물함", "한 번에 하루예요."], endpoint.Embedded.Order());
        Assert.Equal(4, index.Search("늦게", 9).Count);
    }

    [Fact]
    public async Task With_another_model_all_is_embedded_anew_and_words_answer_until_then()
    {
        await Fill(Entries);
        endpoint.Dimensions = 6;
        endpoint.Instead = EmbeddingEndpoint.Never;
        using var house = new EmbeddingHouse(folder.Path, endpoint, model: "better");
        using var index = house.Over(Entries);
        Assert.Empty(index.Search("늦게", 3));
        Assert.True(File.Exists(Path.Combine(folder.Path, "tiny.vectors")));

        endpoint.Instead = null;
        using var again = new EmbeddingHouse(folder.Path, endpoint, model: "better2");
        using var better = again.Over(Entries);
        await again.Search.FilledAsync();

        Assert.Equal("overdue", better.Search("늦게", 3)[0].Id);
    }

    [Fact]
    public async Task Vectors_of_the_model_before_go_when_those_of_the_new_one_are_whole()
    {
        await Fill(Entries);
        await Fill(Entries, "better");

        Assert.Equal(
            ["better.vectors"],
            Directory.GetFiles(folder.Path, "*.vectors").Select(path => Path.GetFileName(path))
        );
    }

    [Fact]
    public async Task A_torn_file_is_embedded_again_from_where_it_is_torn()
    {
        await Fill(Entries);
        var path = Path.Combine(folder.Path, "tiny.vectors");
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..^5]);
        endpoint.Embedded.Clear();

        await Fill(Entries);

        Assert.Single(endpoint.Embedded);
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_file_of_other_things_is_written_anew()
    {
        File.WriteAllText(Path.Combine(folder.Path, "tiny.vectors"), string.Concat(Enumerable.Repeat("무엇", 99)));

        await Fill(Entries);

        Assert.Equal(6, endpoint.Embedded.Count);
        await Fill(Entries);
        Assert.Equal(6, endpoint.Embedded.Count);
    }

    [Fact]
    public async Task An_encoder_that_dies_leaves_the_words_and_is_asked_again_after_a_rest()
    {
        using var house = new EmbeddingHouse(folder.Path, endpoint);
        using var index = house.Over(Entries);
        await house.Search.FilledAsync();

        endpoint.Instead = EmbeddingEndpoint.Status(500);
        var asked = endpoint.Asked.Count;
        Assert.Empty(index.Search("늦게", 3));
        Assert.Equal("lexical only", house.Search.State);
        Assert.Equal("printing", index.Search("인쇄", 3)[0].Id);
        Assert.Equal(asked + 1, endpoint.Asked.Count);

        endpoint.Instead = null;
        await Until(() => index.Search("늦게", 3).Count > 0);
        Assert.Equal("hybrid", house.Search.State);
        Assert.DoesNotContain(house.Log.Entries, entry => entry.Message.Contains("늦게", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_embedded_is_tried_again_without_those_that_were()
    {
        endpoint.Instead = EmbeddingEndpoint.Status(429, retryAfter: "0");
        using var house = new EmbeddingHouse(folder.Path, endpoint);
        using var index = house.Over(Entries);
        await Until(() => endpoint.Asked.Count > 2);

        endpoint.Instead = null;
        await house.Search.FilledAsync();

        Assert.Equal(6, endpoint.Embedded.Count);
        Assert.Single(house.Log.Entries, entry => entry.Message.Contains("tried again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newer_edition_takes_up_what_the_one_before_had_begun()
    {
        using var house = new EmbeddingHouse(folder.Path, endpoint);
        SearchDocument[] many =
        [
            .. Enumerable.Range(0, 200).Select(number => Entry($"{number}", $"제목 {number}", $"연체 {number}")),
        ];
        house.Over(many).Dispose();
        house.Over([.. many, .. Entries]).Dispose();
        using var index = house.Over([.. many, .. Entries]);
        await house.Search.FilledAsync();

        // At most the batch that was on its way, each of the two times that a newer one came.
        Assert.InRange(endpoint.Embedded.Count - endpoint.Embedded.Distinct().Count(), 0, 4);
        Assert.Equal("parking", index.Search("자동차", 1)[0].Id);
    }

    [Fact]
    public async Task A_second_process_embeds_for_itself_and_writes_nothing()
    {
        var path = Path.Combine(folder.Path, "embeddings.lock");
        await using (new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            await Fill(Entries);

        Assert.Empty(Directory.GetFiles(folder.Path, "*.vectors"));
    }

    [Fact]
    public async Task A_long_text_is_found_by_its_end_too()
    {
        var filler = string.Join(' ', Enumerable.Repeat("도서관은 조용해요.", 200));
        using var house = new EmbeddingHouse(folder.Path, endpoint);
        using var index = house.Over(Entry("long", "안내", $"{filler} 자동차는 밖에 세워요."), Entry("short", "책"));
        await house.Search.FilledAsync();

        Assert.Equal("long", index.Search("주차", 2)[0].Id);
        Assert.All(endpoint.Embedded, text => Assert.InRange(text.Length, 1, 600));
    }

    private async Task Fill(SearchDocument[] documents, string model = "tiny")
    {
        using var house = new EmbeddingHouse(folder.Path, endpoint, model);
        house.Over(documents).Dispose();
        await house.Search.FilledAsync();
    }

    private static async Task Until(Func<bool> holds)
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds())
            await Task.Delay(20, longest.Token);
    }
}
