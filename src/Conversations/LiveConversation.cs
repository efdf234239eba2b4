using System.Threading.Channels;
using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Dialogs;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>A conversation as it is held in memory: its state, its queue of turns and who listens.</summary>
public sealed class LiveConversation(string id, string userId, ConversationState state, long version)
{
    private readonly Lock gate = new();
    private readonly Queue<TranscriptEntry> queue = [];
    private readonly List<ChannelWriter<TranscriptEntry>> listeners = [];
    private readonly Dictionary<string, Task<long>> accepting = [];
    private TaskCompletionSource? quiet;
    private bool running;
    private bool retired;
    private bool ending;
    private DateTimeOffset lastUsed;

    public string Id => id;
    public string UserId => userId;

    public ConversationState State { get; set; } = state;
    public long Version { get; set; } = version;
    public long NextSequence { get; set; }

    public bool IsEnded => State.IsEnded;

    /// <summary>The resident has ended it, or has asked to: what waits is still answered, and nothing more comes in.</summary>
    public bool IsEnding => ending || IsEnded;

    /// <summary>When the resident last wrote.</summary>
    public DateTimeOffset LastSeen { get; set; }

    /// <summary>The patron who has signed in here, in memory alone.</summary>
    public Patron? Patron { get; private set; }

    /// <summary>What is remembered came from an account: it stays sealed, also when a restart has signed the patron out.</summary>
    public bool IsSealed { get; set; }

    /// <summary>Nobody signs in where everything is over.</summary>
    public void SignIn(Patron patron, DateTimeOffset now)
    {
        if (!IsEnding)
            (Patron, LastSeen, IsSealed) = (patron, now, true);
    }

    public void SignOut() => (Patron, IsSealed) = (null, false);

    /// <summary>Somebody looks in, be it only to read; false when it was let go a moment ago and must be read again.</summary>
    public bool Use(DateTimeOffset now)
    {
        lock (gate)
        {
            lastUsed = now;
            return !retired;
        }
    }

    /// <summary>Lets go of a conversation in which nothing is under way and that nobody has used since.</summary>
    public bool TryRetire(DateTimeOffset unusedSince)
    {
        lock (gate)
        {
            var isQuiet = !running && queue.Count == 0 && listeners.Count == 0 && accepting.Count == 0;
            return retired = isQuiet && Patron is null && lastUsed < unusedSince;
        }
    }

    /// <summary>
    /// Gives an utterance its place: <paramref name="store"/> is called under the gate with the next sequence, so that
    /// places and commits have one order. The same client id while the first is on its way gets the first's answer.
    /// </summary>
    public async Task<long> AcceptAsync(Utterance utterance, int mostWaiting, Func<long, Task<long>> store)
    {
        Task<long>? stored;
        var key = utterance.ClientId;
        lock (gate)
        {
            if (key is null || !accepting.TryGetValue(key, out stored))
            {
                if (IsEnding)
                    throw new ConversationEndedException();
                if (queue.Count + accepting.Count >= mostWaiting && utterance.Event is not Events.End)
                    throw new TooManyWaitingException();
                key = KeyOf(key, NextSequence);
                ending = utterance.Event is Events.End;
                accepting[key] = stored = store(NextSequence++);
            }
        }
        try
        {
            return await stored;
        }
        finally
        {
            lock (gate)
            {
                accepting.Remove(key);
                // An end that the store refused, or knows as another message of before, is none.
                ending &= accepting.Count > 0 || queue.Any(IsEnd);
            }
        }
    }

    private static bool IsEnd(TranscriptEntry entry) => entry.Event is Events.End;

    private static string KeyOf(string? clientId, long sequence) => clientId ?? $"\0{sequence}";

    /// <summary>
    /// Gives replies the next places: like utterances they are handed to the store under the gate. A place that is taken
    /// before its commit is overtaken by a message, and who reads by watermark would never see it.
    /// </summary>
    public Task<T> ReplyAsync<T>(int places, Func<long, Task<T>> store)
    {
        lock (gate)
        {
            var first = NextSequence;
            NextSequence += places;
            return store(first);
        }
    }

    /// <summary>Adds a turn; true when nobody is working on this conversation and the caller must.</summary>
    public bool Enqueue(TranscriptEntry entry)
    {
        lock (gate)
        {
            queue.Enqueue(entry);
            ending |= IsEnd(entry);
            accepting.Remove(KeyOf(entry.ClientId, entry.Sequence));
            if (running)
                return false;
            return running = true;
        }
    }

    public bool TryNext(out TranscriptEntry entry)
    {
        lock (gate)
        {
            if (queue.TryPeek(out entry!))
                return true;
            running = false;
            quiet?.SetResult();
            quiet = null;
            return false;
        }
    }

    /// <summary>Ends when everything that was accepted so far is answered.</summary>
    public Task QuietAsync()
    {
        lock (gate)
        {
            if (!running)
                return Task.CompletedTask;
            quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return quiet.Task;
        }
    }

    /// <summary>The turn is answered: it leaves the queue only now, so that a failed commit is tried again.</summary>
    public void Answered()
    {
        lock (gate)
            queue.Dequeue();
    }

    public void Publish(TranscriptEntry entry)
    {
        lock (gate)
        {
            foreach (var listener in listeners)
                listener.TryWrite(entry);
        }
    }

    public void Listen(ChannelWriter<TranscriptEntry> listener)
    {
        lock (gate)
        {
            listeners.Add(listener);
            if (IsEnded)
                listener.TryComplete();
        }
    }

    /// <summary>Everything was said: whoever listens hears it to the end and no more.</summary>
    public void End()
    {
        lock (gate)
            listeners.ForEach(listener => listener.TryComplete());
    }

    public void Leave(ChannelWriter<TranscriptEntry> listener)
    {
        lock (gate)
            listeners.Remove(listener);
    }
}

/// <summary>More utterances wait in one conversation than a person could have written.</summary>
public sealed class TooManyWaitingException() : Exception("Too many messages wait in this conversation.");

/// <summary>The resident has ended this conversation.</summary>
public sealed class ConversationEndedException() : Exception("The conversation has ended.");
