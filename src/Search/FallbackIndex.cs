namespace Bupyeong.Chatbot.Search;

/// <summary>
/// An index elsewhere, opened as soon as it can be. Until then and while it is away the embedded one answers, when it is
/// kept; else it is said that nothing can be looked up.
/// </summary>
internal sealed class FallbackIndex : ISearchIndex
{
    private readonly Func<CancellationToken, ISearchIndex> open;
    private readonly ISearchIndex? embedded;
    private readonly TimeSpan pause;
    private readonly Action<Exception?> tell;
    private readonly CancellationTokenSource retired = new();
    private readonly Lock changing = new();
    private volatile ISearchIndex? elsewhere;
    private bool isOpening;

    public FallbackIndex(
        Func<CancellationToken, ISearchIndex> open,
        ISearchIndex? embedded,
        TimeSpan pause,
        Action<Exception?> tell
    )
    {
        this.open = open;
        this.embedded = embedded;
        this.pause = pause;
        this.tell = tell;
        // Nothing else can answer: whoever starts waits for it, unless it is away.
        if (embedded is null)
            TryOpen(isFirst: true);
        if (elsewhere is null)
            OpenSoon();
    }

    public int Count => embedded?.Count ?? elsewhere?.Count ?? 0;

    /// <summary>Whether the index elsewhere is open; it may be away all the same.</summary>
    public bool IsOpen => elsewhere is not null;

    public IReadOnlyList<SearchHit> Search(string text, int max, SearchFilter? within = null) =>
        Find(index => index.Search(text, max, within));

    public IReadOnlyList<SearchHit> SearchSpelling(string text, int max, SearchFilter? within = null) =>
        Find(index => index.SearchSpelling(text, max, within));

    /// <summary>Another edition takes its place: this one is read to its end and writes nothing any more.</summary>
    public void Retire() => retired.Cancel();

    public void Dispose()
    {
        retired.Cancel();
        elsewhere?.Dispose();
        embedded?.Dispose();
    }

    private IReadOnlyList<SearchHit> Find(Func<ISearchIndex, IReadOnlyList<SearchHit>> search)
    {
        // Behind the name there is another edition once this one is retired: its own documents are in its embedded index.
        var asksElsewhere = embedded is null || !retired.IsCancellationRequested;
        if (asksElsewhere && elsewhere is { } there)
        {
            try
            {
                var hits = search(there);
                Tell(away: null);
                return hits;
            }
            catch (SearchUnavailableException away)
            {
                Tell(away);
                if (away.IsGone)
                    OpenSoon();
                if (embedded is null)
                    throw;
            }
        }
        return embedded is { } here ? search(here) : throw new SearchUnavailableException("No index is open yet.");
    }

    private void OpenSoon()
    {
        lock (changing)
        {
            if (isOpening || retired.IsCancellationRequested)
                return;
            isOpening = true;
            elsewhere = null;
        }
        _ = Task.Run(OpenAsync);
    }

    private async Task OpenAsync()
    {
        using var timer = new PeriodicTimer(pause);
        try
        {
            while (!TryOpen(isFirst: false))
                await timer.WaitForNextTickAsync(retired.Token);
        }
        catch (Exception) when (retired.IsCancellationRequested)
        {
            // Retired: nobody needs it any more.
        }
        finally
        {
            lock (changing)
                isOpening = false;
        }
    }

    private bool TryOpen(bool isFirst)
    {
        try
        {
            elsewhere = open(retired.Token);
            Tell(away: null);
            return true;
        }
        catch (Exception failure) when (!retired.IsCancellationRequested && (!isFirst || MayPass(failure)))
        {
            Tell(failure);
            return false;
        }
    }

    private static bool MayPass(Exception failure) =>
        failure is SearchUnavailableException or HttpRequestException or OperationCanceledException;

    private void Tell(Exception? away)
    {
        // The edition in its place speaks for both.
        if (!retired.IsCancellationRequested)
            tell(away);
    }
}
