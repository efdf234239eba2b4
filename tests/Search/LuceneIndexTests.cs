using Bupyeong.Chatbot.Search;

namespace Bupyeong.Chatbot.Tests.Search;

public sealed class LuceneIndexTests : SearchIndexContract, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lucene-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    protected override ISearchIndex Open(params SearchDocument[] documents) => OpenHere(documents);

    [Fact]
    public void An_unchanged_index_is_opened_and_a_changed_one_is_built_and_swapped_in()
    {
        using (var first = OpenHere(Books))
            Assert.True(first.WasBuilt);
        using (var again = OpenHere(Books))
            Assert.False(again.WasBuilt);
        using (var changed = OpenHere([Book("9", "파친코", "이민진")]))
        {
            Assert.True(changed.WasBuilt);
            Assert.Equal(1, changed.Count);
        }
        Assert.Single(Directory.GetDirectories(folder));
    }

    [Fact]
    public void A_broken_index_is_built_again()
    {
        OpenHere(Books).Dispose();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            if (bytes.Length > 40)
                bytes[bytes.Length / 2] ^= 0xFF;
            File.WriteAllBytes(file, bytes);
        }
        using var index = OpenHere(Books);
        Assert.True(index.WasBuilt);
        Assert.Equal("2", index.Search("토지", 1)[0].Id);
    }

    [Fact]
    public void Among_more_documents_than_are_looked_at_those_with_the_rare_words_are_first_all_the_same()
    {
        const int many = 31_000;
        var titles = Enumerable.Repeat("도서관 이야기", many).ToArray();
        titles[7] = titles[30_000] = "도서관 이야기 파친코";
        titles[20_000] = "도서관 이야기 파친코 토지";
        using var index = LuceneIndex.InMemory(
            Fields,
            [.. titles.Select((title, number) => Book($"{number}", title, "모두"))]
        );

        Assert.Equal(["20000", "7", "30000"], Ids("토지 파친코 도서관 이야기"));
        // The words that all have are left out only where there are others.
        Assert.Equal(10, Ids("도서관").Length);

        string[] Ids(string asked) => [.. index.Search(asked, 10).Select(hit => hit.Id)];
    }

    private LuceneIndex OpenHere(SearchDocument[] documents) => LuceneIndex.Open(folder, Fields, documents);
}
