namespace Bupyeong.Chatbot.Conversations;

/// <summary>Takes turns: one after another in a conversation, any number of conversations at once.</summary>
public sealed class TurnRunner(Conversation conversation, IHostApplicationLifetime lifetime, ILogger<TurnRunner> logger)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    public void Enqueue(LiveConversation live, TranscriptEntry entry)
    {
        if (live.Enqueue(entry))
            _ = Task.Run(() => RunAsync(live));
    }

    private async Task RunAsync(LiveConversation live)
    {
        while (live.TryNext(out var entry))
        {
            if (!await TryTakeAsync(live, entry))
                return;
            live.Answered();
        }
    }

    /// <summary>A turn whose commit fails stays first in line until the store is back or the host stops.</summary>
    private async Task<bool> TryTakeAsync(LiveConversation live, TranscriptEntry entry)
    {
        while (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            try
            {
                await conversation.TakeTurnAsync(live, entry, lifetime.ApplicationStopping);
                return true;
            }
            catch (Exception failure) when (!lifetime.ApplicationStopping.IsCancellationRequested)
            {
                logger.TurnNotKept(failure);
                await Task.Delay(BetweenTries, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }
        return false;
    }
}
