namespace Bupyeong.Chatbot.Knowledge;

/// <summary>Sees what "knowledge import" or another process has decided in the store, and has it told within a second.</summary>
public sealed class KnowledgeWatch(
    KnowledgeStore store,
    PublishedKnowledge published,
    TimeProvider time,
    ILogger<KnowledgeWatch> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        var failed = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (store.HasMore())
                    published.Refresh();
                failed = false;
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // Told once and not at every look: the edition that is being read goes on.
                if (!failed)
                    logger.KnowledgeNotRefreshed(failure);
                failed = true;
            }
        }
    }
}
