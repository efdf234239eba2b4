using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>
/// What must happen without a resident: at start, turns that the last run left; later, signing out the idle, destroying
/// keys that a restart left behind, and telling those who wait their new place, or that nobody came.
/// </summary>
public sealed class Housekeeping(
    Hall hall,
    Inbox inbox,
    Transcript transcript,
    TurnRunner turns,
    ConversationKeys keys,
    Handovers handovers,
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
                await TellAsync(live, new Utterance(null, Event: Events.SignedOutByIdling));
        }
        foreach (var (ahead, waiting) in handovers.Waiting().Index())
            await TellWaitingAsync(waiting, ahead);
        foreach (var talking in handovers.All(HandoverStatus.Person))
            await TellLeftAloneAsync(talking);
        foreach (var (conversation, since) in keys.All())
            await TidyKeyAsync(conversation, since);
        hall.LetGo(KeptInMemory);
    }

    /// <summary>Also after a restart: who waits is in the store, and the promise was made in minutes.</summary>
    private async Task TellWaitingAsync(Handover waiting, int ahead)
    {
        var isTooLong = waiting.Since <= clock.LongestWaitBegan;
        if (hall.Find(waiting.Conversation) is not { } live || live.State.QueuedAs != waiting.Receipt)
        {
            // What the conversation remembered is gone, with a key perhaps: nobody is to wait behind it for ever.
            if (isTooLong)
                await handovers.TryMoveAsync(waiting.Receipt, HandoverStatus.Unanswered, Handovers.Assistant);
        }
        else if (isTooLong)
            await TellAsync(live, OfHost($"nobody-came {waiting.Receipt} {waiting.Since:O}", Events.NobodyCame));
        else if (live.State.Ahead != ahead)
            await TellAsync(live, OfHost($"moved-up {waiting.Receipt} {ahead} {waiting.Since:O}", Events.MovedUp));
    }

    /// <summary>A librarian who went without a word must not leave the resident with a silent assistant.</summary>
    private async Task TellLeftAloneAsync(Handover talking)
    {
        if (talking.Since > clock.LongestSilenceBegan)
            return;
        if (hall.Find(talking.Conversation) is { IsEnding: false } live)
            await TellAsync(live, OfHost($"silent {talking.Receipt} {talking.Since:O}", Events.PersonSilent));
        else
            await handovers.TryMoveAsync(talking.Receipt, HandoverStatus.Closed, Handovers.Assistant);
    }

    private static Utterance OfHost(string id, string happened) => new(null, Utterance.OfHost + id, happened);

    /// <summary>A conversation that has ended is left alone.</summary>
    private Task TellAsync(LiveConversation live, Utterance utterance) =>
        live.IsEnding ? Task.CompletedTask : inbox.AcceptAsync(live, utterance);

    /// <summary>A key that a restart left behind: what is remembered under it goes first, then the key.</summary>
    private async Task TidyKeyAsync(string conversation, DateTimeOffset since)
    {
        var live = hall.Find(conversation);
        if (live is { Patron: null, IsSealed: true } && clock.IsIdle(live.LastSeen))
            await TellAsync(live, new Utterance(null, Event: Events.SignedOutByIdling));
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
