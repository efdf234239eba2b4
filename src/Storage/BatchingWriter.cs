using System.Threading.Channels;

namespace Bupyeong.Chatbot.Storage;

/// <summary>
/// The only writer of the database: work that arrives while one commit waits for the disk shares the next commit, so
/// that an fsync is paid per batch and not per message. A task ends only after its work is on the disk.
/// </summary>
public sealed class BatchingWriter : IAsyncDisposable
{
    private const int LargestBatch = 256;

    private readonly Channel<Job> jobs = Channel.CreateUnbounded<Job>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly WriteSession session;
    private readonly Task loop;

    public BatchingWriter(Database database)
    {
        session = new WriteSession(database.Open());
        loop = Task.Run(RunAsync);
    }

    /// <summary>
    /// Runs <paramref name="work"/> inside the next transaction. <paramref name="committed"/> is called on the writer
    /// after the commit, in the order in which work was handed in: it must be quick and must not throw.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<WriteSession, T> work, Action<T>? committed = null)
    {
        var job = new Job<T>(work, committed);
        return jobs.Writer.TryWrite(job)
            ? job.Result
            : Task.FromException<T>(new ObjectDisposedException(nameof(BatchingWriter)));
    }

    private async Task RunAsync()
    {
        var batch = new List<Job>(LargestBatch);
        while (await jobs.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && jobs.Reader.TryRead(out var job))
                batch.Add(job);
            Commit(batch);
            batch.Clear();
        }
    }

    /// <summary>One piece of work that fails must not take its neighbours along: then each gets its own transaction.</summary>
    private void Commit(List<Job> batch)
    {
        if (TryCommit(batch) is not { } failure)
            return;
        if (batch.Count == 1)
        {
            batch[0].Fail(failure);
            return;
        }
        foreach (var job in batch)
        {
            if (TryCommit([job]) is { } own)
                job.Fail(own);
        }
    }

    private Exception? TryCommit(List<Job> batch)
    {
        try
        {
            session.Execute("BEGIN IMMEDIATE");
            foreach (var job in batch)
                job.Run(session);
            session.Execute("COMMIT");
        }
        catch (Exception failure)
        {
            RollBack();
            return failure;
        }
        foreach (var job in batch)
            job.Complete();
        return null;
    }

    private void RollBack()
    {
        try
        {
            session.Execute("ROLLBACK");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // SQLite has already rolled back by itself (disk full, I/O error).
        }
    }

    public async ValueTask DisposeAsync()
    {
        jobs.Writer.TryComplete();
        await loop;
        session.Dispose();
    }

    private abstract class Job
    {
        public abstract void Run(WriteSession session);
        public abstract void Complete();
        public abstract void Fail(Exception failure);
    }

    private sealed class Job<T>(Func<WriteSession, T> work, Action<T>? committed) : Job
    {
        private readonly TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T value = default!;

        public Task<T> Result => result.Task;

        public override void Run(WriteSession session) => value = work(session);

        public override void Complete()
        {
            committed?.Invoke(value);
            result.SetResult(value);
        }

        public override void Fail(Exception failure) => result.SetException(failure);
    }
}
