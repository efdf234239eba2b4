using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Tests.Search;

public sealed class LuceneIndexTests : IDisposable
{
    private static readonly SearchField[] Fields = [new("title", 4, Spelled: true), new("author", 2)];

    private readonly string folder = Directory.CreateTempSubdirectory("lucene-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("불편한 편의점")]
    [InlineData("불편한편의점")]
    [InlineData("불편한 편의점을")]
    [InlineData("불편한편이점")]
    [InlineData("ㅂㅍㅎㅍㅇㅈ")]
    [InlineData("김호연")]
    public void A_book_is_found_however_it_is_written(string query)
    {
        using var index = Open();
        Assert.Equal("1", index.Search(query, 3)[0].Id);
    }

    [Fact]
    public void A_title_of_one_syllable_is_found() => Assert.Equal("3", Found("흰"));

    [Fact]
    public void Latin_titles_are_found_by_their_words() => Assert.Equal("4", Found("hungry caterpillar"));

    [Fact]
    public void A_short_misspelt_title_is_found_by_spelling()
    {
        using var index = Open();
        Assert.Empty(index.Search("토디", 3));
        Assert.Equal("2", index.SearchSpelling("토디", 3)[0].Id);
    }

    [Fact]
    public void What_shares_nothing_is_not_found()
    {
        using var index = Open();
        Assert.Empty(index.Search("양자역학", 3));
        Assert.Empty(index.Search("  ", 3));
        Assert.Empty(index.Search("토지", 0));
    }

    [Fact]
    public void An_unchanged_index_is_opened_and_a_changed_one_is_built_and_swapped_in()
    {
        using (var first = Open())
            Assert.True(first.WasBuilt);
        using (var again = Open())
            Assert.False(again.WasBuilt);
        using (var changed = LuceneIndex.Open(folder, Fields, [Book("9", "파친코", "이민진")]))
        {
            Assert.True(changed.WasBuilt);
            Assert.Equal(1, changed.Count);
        }
        Assert.Single(Directory.GetDirectories(folder));
    }

    [Fact]
    public void A_broken_index_is_built_again()
    {
        Open().Dispose();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            if (bytes.Length > 40)
                bytes[bytes.Length / 2] ^= 0xFF;
            File.WriteAllBytes(file, bytes);
        }
        using var index = Open();
        Assert.True(index.WasBuilt);
        Assert.Equal("2", index.Search("토지", 1)[0].Id);
    }

    [Fact]
    public void An_empty_index_answers_with_nothing()
    {
        using var index = LuceneIndex.Open(folder, Fields, []);
        Assert.Empty(index.Search("토지", 3));
    }

    [Fact]
    public void Many_threads_search_at_once()
    {
        using var index = Open();
        Parallel.For(0, 2000, _ => Assert.Equal("2", index.Search("토지", 1)[0].Id));
    }

    private static SearchDocument Book(string id, string title, string author) =>
        new(id, [new("title", title), new("author", author)]);

    private string Found(string query)
    {
        using var index = Open();
        return index.Search(query, 1)[0].Id;
    }

    private LuceneIndex Open() =>
        LuceneIndex.Open(
            folder,
            Fields,
            [
                Book("1", "불편한 편의점", "김호연"),
                Book("2", "토지", "박경리"),
                Book("3", "흰", "한강"),
                Book("4", "The Very Hungry Caterpillar", "Eric Carle"),
                Book("5", "편의점 인간", "무라타 사야카"),
            ]
        );
}
