using System.Diagnostics;

namespace Bupyeong.Chatbot.Search.Embeddings;

/// <summary>
/// Search by words and by vectors over whatever is indexed. What has no vector yet gets one in the background; until then
/// the vectors that there are answer beside the words, those of the model before as long as it can be asked, or the words
/// alone.
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
    private volatile FormerModel? former;
    private volatile HybridIndex? current;

    /// <summary>
    /// "hybrid", or "lexical only" while there are no vectors, of the texts or of what is asked; and how much of the texts
    /// has its vector, until all have.
    /// </summary>
    public string State =>
        (current?.Meaning is { Model.IsWell: true } ? "hybrid" : "lexical only")
        + (current?.Fill is { } fill ? $", embedding {fill.Percent} %" : "");

    /// <summary>The same documents found by vectors too, at once as far as their vectors are known.</summary>
    public ISearchIndex Over(ISearchIndex words, IReadOnlyList<SearchDocument> documents)
    {
        (SearchDocument Document, EmbeddedText[] Texts)[] texts =
        [
            .. documents.Select(document => (document, EmbeddedText.Of(document).ToArray())),
        ];
        lock (changing)
        {
            table ??= Known(texts);
            var index = new HybridIndex(words, settings.RankConstant)
            {
                Fill = FillOf(texts, table),
                Meaning = former is { } before
                    ? MeaningOf(texts, before.Table, before.Model)
                    : MeaningOf(texts, table, model),
            };
            current = index;
            stopping.Cancel();
            stopping.Dispose();
            stopping = new CancellationTokenSource();
            var (last, cancellation) = (filling, stopping.Token);
            filling = Task.Run(() => FillAsync(last, index, texts, cancellation), CancellationToken.None);
            index.Meanings = filling;
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

    private VectorTable Known((SearchDocument Document, EmbeddedText[] Texts)[] documents)
    {
        var known = file.Read(model.Dimensions);
        model.Expect(known.Dimensions);
        if (FillOf(documents, known) is not null)
            former = FormerModel.Find(file, model, settings);
        if (former is not null)
            logger.EmbeddingsOfFormer();
        return known;
    }

    private Meaning? MeaningOf(
        (SearchDocument Document, EmbeddedText[] Texts)[] documents,
        VectorTable known,
        EmbeddingModel by
    ) => VectorIndex.Of(documents, known) is { } vectors ? new Meaning(vectors, by, IsFormer: by != model) : null;

    private static Fill? FillOf((SearchDocument Document, EmbeddedText[] Texts)[] documents, VectorTable known)
    {
        var texts = documents.SelectMany(document => document.Texts).Select(text => text.Key).ToHashSet();
        var done = texts.Count(key => known.RowOf(key) is not null);
        return done == texts.Count ? null : new Fill(done, texts.Count);
    }

    /// <summary>One after another: the one before has been told to stop, and what it made is kept.</summary>
    private async Task FillAsync(
        Task last,
        HybridIndex index,
        (SearchDocument Document, EmbeddedText[] Texts)[] documents,
        CancellationToken cancellation
    )
    {
        await last;
        try
        {
            var known = table!;
            using var writer = file.Open();
            Remember(writer);
            var texts = documents.SelectMany(document => document.Texts).DistinctBy(text => text.Key).ToArray();
            var missing = texts
                .Where(text => known.RowOf(text.Key) is null && !fresh.ContainsKey(text.Key))
                .OrderBy(text => text.Text.Length)
                .ToArray();
            if (missing is not [])
            {
                index.Fill = new Fill(texts.Length - missing.Length, texts.Length);
                await EmbedAsync(missing, index, writer, cancellation);
            }
            var filled = fresh.Count == 0 ? known : known.With(fresh, texts.Select(text => text.Key));
            (index.Meaning, index.Fill) = (MeaningOf(documents, filled, model), null);
            (table, former) = (filled, null);
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
            index.Fill = null;
            logger.EmbeddingFailed(failure);
        }
    }

    private async Task EmbedAsync(
        EmbeddedText[] missing,
        HybridIndex index,
        VectorFile.Writer? writer,
        CancellationToken cancellation
    )
    {
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
            index.Fill = new Fill(index.Fill!.Done + batch.Length, index.Fill.All);
            if (Stopwatch.GetElapsedTime(reported) < BetweenReports)
                continue;
            logger.EmbeddingGoesOn(done, missing.Length, index.Fill.Percent);
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

    private void Remember(VectorFile.Writer? writer)
    {
        try
        {
            writer?.Remember(FormerModel.Manifest(settings));
        }
        catch (IOException full)
        {
            logger.EmbeddingsNotKept(full);
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
