using System.Diagnostics;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>
/// Search by words and by vectors over whatever is indexed. What has no vector yet gets one in the background; until then
/// the vectors that there are answer beside the words, or the words alone.
/// </summary>
internal sealed class HybridSearch(
    EmbeddingModel model,
    EmbeddingSettings settings,
    VectorFile file,
    TimeProvider time,
    ILogger<HybridSearch> logger
) : IDisposable
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(10);

    /// <summary>When the file has so many vectors for each that is still asked for, it is written anew.</summary>
    private const int MostStale = 2;

    private readonly Lock changing = new();
    private readonly Dictionary<UInt128, float[]> fresh = [];
    private CancellationTokenSource stopping = new();
    private Task filling = Task.CompletedTask;
    private volatile VectorTable? table;
    private volatile HybridIndex? current;

    /// <summary>"hybrid", or "lexical only" while there are no vectors, of the texts or of what is asked.</summary>
    public string State => current?.Vectors is not null && model.IsWell ? "hybrid" : "lexical only";

    /// <summary>The same documents found by vectors too, at once as far as their vectors are known.</summary>
    public ISearchIndex Over(ISearchIndex words, IReadOnlyList<SearchDocument> documents)
    {
        (SearchDocument Document, EmbeddedText[] Texts)[] texts =
        [
            .. documents.Select(document => (document, EmbeddedText.Of(document).ToArray())),
        ];
        lock (changing)
        {
            table ??= Known();
            var index = new HybridIndex(words, model, settings.RankConstant) { Vectors = VectorIndex.Of(texts, table) };
            current = index;
            stopping.Cancel();
            stopping.Dispose();
            stopping = new CancellationTokenSource();
            var (before, cancellation) = (filling, stopping.Token);
            filling = Task.Run(() => FillAsync(before, index, texts, cancellation), CancellationToken.None);
            return index;
        }
    }

    /// <summary>Until everything that was given last has its vectors.</summary>
    public Task FilledAsync()
    {
        lock (changing)
            return filling;
    }

    public void Dispose()
    {
        stopping.Cancel();
        filling.GetAwaiter().GetResult();
        stopping.Dispose();
    }

    private VectorTable Known()
    {
        var known = file.Read(model.Dimensions);
        model.Expect(known.Dimensions);
        return known;
    }

    /// <summary>One after another: the one before has been told to stop, and what it made is kept.</summary>
    private async Task FillAsync(
        Task before,
        HybridIndex index,
        (SearchDocument Document, EmbeddedText[] Texts)[] documents,
        CancellationToken cancellation
    )
    {
        await before;
        try
        {
            var known = table!;
            var missing = documents
                .SelectMany(document => document.Texts)
                .DistinctBy(text => text.Key)
                .Where(text => known.RowOf(text.Key) is null)
                .OrderBy(text => text.Text.Length)
                .ToArray();
            if (missing is [])
            {
                // Perhaps the one before has found them since.
                index.Vectors = VectorIndex.Of(documents, known);
                return;
            }
            using var writer = file.Open();
            await EmbedAsync([.. missing.Where(text => !fresh.ContainsKey(text.Key))], writer, cancellation);
            var filled = known.With(fresh, documents.SelectMany(document => document.Texts).Select(text => text.Key));
            index.Vectors = VectorIndex.Of(documents, filled);
            table = filled;
            fresh.Clear();
            if (writer is not null)
                Tidy(writer, filled);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The next edition takes up what is missing, or the house closes.
        }
        catch (Exception failure)
        {
            logger.EmbeddingFailed(failure);
        }
    }

    private async Task EmbedAsync(EmbeddedText[] missing, VectorFile.Writer? writer, CancellationToken cancellation)
    {
        if (missing is [])
            return;
        logger.EmbeddingStarted(missing.Length);
        var (started, reported, done) = (Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp(), 0);
        foreach (var batch in missing.Chunk(settings.BatchSize))
        {
            var vectors = await VectorsOfAsync(batch, cancellation);
            (UInt128 Key, float[] Vector)[] made = [.. batch.Zip(vectors, (text, vector) => (text.Key, vector))];
            foreach (var (key, vector) in made)
                fresh[key] = vector;
            Keep(writer, made);
            done += batch.Length;
            if (Stopwatch.GetElapsedTime(reported) < BetweenReports)
                continue;
            logger.EmbeddingGoesOn(done, missing.Length);
            reported = Stopwatch.GetTimestamp();
        }
        logger.EmbeddingDone(missing.Length, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>However often it takes: an encoder that is away or busy is asked again after a rest.</summary>
    private async Task<float[][]> VectorsOfAsync(EmbeddedText[] batch, CancellationToken cancellation)
    {
        for (var failed = false; ; failed = true)
        {
            try
            {
                return await model.OfPassagesAsync(batch.Select(text => text.Text), cancellation);
            }
            catch (EmbeddingsUnavailableException away)
            {
                if (!failed)
                    logger.EmbeddingWaits(away.Message);
                await Task.Delay(away.RetryAfter ?? TimeSpan.FromSeconds(settings.RestSeconds), time, cancellation);
            }
        }
    }

    private void Keep(VectorFile.Writer? writer, (UInt128, float[])[] made)
    {
        try
        {
            writer?.Append(made);
        }
        catch (IOException full)
        {
            logger.EmbeddingsNotKept(full);
        }
    }

    private void Tidy(VectorFile.Writer writer, VectorTable filled)
    {
        try
        {
            if (file.Rows > MostStale * filled.Count)
                writer.Keep(filled);
            writer.ClearOthers();
        }
        catch (IOException full)
        {
            logger.EmbeddingsNotKept(full);
        }
    }
}
