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

    private LuceneIndex OpenHere(SearchDocument[] documents) => LuceneIndex.Open(folder, Fields, documents);
}
