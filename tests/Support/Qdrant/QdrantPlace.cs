using Bupyeong.Chatbot.Search;
using Bupyeong.Chatbot.Search.Qdrant;
using Microsoft.Extensions.Logging;

namespace Bupyeong.Chatbot.Tests.Support.Qdrant;

/// <summary>A double of Qdrant and what is opened there; when it goes, no request may have been a mistake.</summary>
internal sealed class QdrantPlace : IAsyncDisposable
{
    private readonly List<IDisposable> opened = [];

    public QdrantPlace(string key = "")
    {
        Double = new QdrantDouble(key);
        // Enough time for a machine that does much else, unless a test is about the time.
        Options = new SearchOptions
        {
            Engine = SearchOptions.Qdrant,
            Address = Double.Address,
            ApiKey = key,
            QueryMilliseconds = 20_000,
            RestMilliseconds = 500,
        };
    }

    public QdrantDouble Double { get; }
    public SearchOptions Options { get; set; }
    public CollectedLog Log { get; } = new();
    public TemporaryFolder Folder { get; } = new();

    public QdrantIndex Open(IndexContent content) => OpenUntil(content, TestContext.Current.CancellationToken);

    public QdrantIndex OpenUntil(IndexContent content, CancellationToken stop) =>
        QdrantIndex.Open(Collections(), content, stop);

    public QdrantCollections Collections()
    {
        var client = new QdrantClient(Options, TimeProvider.System);
        opened.Add(client);
        return new QdrantCollections(client, Options);
    }

    public SearchEngine Engine(TextEmbedding? model = null)
    {
        var loggers = LoggerFactory.Create(logging => logging.AddProvider(Log));
        var engine = new SearchEngine(Options, Folder.Path, loggers.CreateLogger<SearchEngine>()) { Embedding = model };
        opened.AddRange([engine, loggers]);
        return engine;
    }

    /// <summary>How often it was logged.</summary>
    public int Logged(string words) =>
        Log.Entries.Count(entry => entry.Message.Contains(words, StringComparison.Ordinal));

    public static async Task Until(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        opened.ForEach(one => one.Dispose());
        await Double.DisposeAsync();
        Folder.Dispose();
        Assert.Empty(Double.Mistakes);
    }
}
