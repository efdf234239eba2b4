using Bupyeong.Chatbot.Privacy;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>
/// What must happen without a resident: at start, turns that the last run left; later, signing out the idle, destroying
/// keys that a restart left behind, and telling those who wait when nobody came.
/// </summary>
public sealed class Housekeeping(
    Hall hall,
    Inbox inbox,
    Transcript transcript,
    TurnRunner turns,
    ConversationKeys keys,
    TurnClock clock,
    ILogger<Housekeeping> logger
) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeptInMemory = TimeSpan.FromMinutes(15);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        TakeUpPending();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TidyAsync();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.HousekeepingFailed(failure);
            }
        }
    }

    /// <summary>One round over all conversations in memory and all keys.</summary>
    public async Task TidyAsync()
    {
        foreach (var live in hall.Live)
        {
            if (live.Patron is not null && clock.IsIdle(live.LastSeen))
                await inbox.AcceptAsync(live, new Utterance(null, Event: Events.SignedOutByIdling));
            if (live.State.QueuedAs is { } receipt && clock.HasWaitedLongEnough(live.LastSeen))
                await inbox.AcceptAsync(
                    live,
                    new Utterance(null, $"{Utterance.OfHost}nobody-came {receipt}", Events.NobodyCame)
                );
        }
        foreach (var (conversation, since) in keys.All())
            await TidyKeyAsync(conversation, since);
        hall.LetGo(KeptInMemory);
    }

    /// <summary>A key that a restart left behind: what is remembered under it goes first, then the key.</summary>
    private async Task TidyKeyAsync(string conversation, DateTimeOffset since)
    {
        var live = hall.Find(conversation);
        if (live is { Patron: null, IsSealed: true } && clock.IsIdle(live.LastSeen))
            await inbox.AcceptAsync(live, new Utterance(null, Event: Events.SignedOutByIdling));
        else if (live is not { IsSealed: true } && clock.IsIdle(since))
            keys.Destroy(conversation);
    }

    private void TakeUpPending()
    {
        var pending = transcript.Pending();
        if (pending.Count > 0)
            logger.TakingUp(pending.Count);
        foreach (var (id, entry) in pending)
        {
            if (hall.Find(id) is { } live)
                turns.Enqueue(live, entry);
        }
    }
}
