using Bupyeong.Chatbot.Privacy;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>Where an utterance is acknowledged: masked, on the disk, and in line for its turn.</summary>
public sealed class Inbox(BatchingWriter writer, Masking masking, TurnRunner turns, TimeProvider time)
{
    private const int MostWaiting = 100;

    /// <summary>
    /// Accepts once: the same client id again returns the sequence of the first. Throws
    /// <see cref="TooManyWaitingException"/>, <see cref="ConversationEndedException"/> or what the store threw, and then
    /// nothing was accepted.
    /// </summary>
    public Task<long> AcceptAsync(LiveConversation conversation, Utterance utterance) =>
        AcceptWithAsync(conversation, utterance, _ => true);

    /// <summary>
    /// As <see cref="AcceptAsync"/>, with <paramref name="first"/> done in the same transaction; when it returns false,
    /// nothing is accepted and the answer is 0.
    /// </summary>
    public Task<long> AcceptWithAsync(
        LiveConversation conversation,
        Utterance utterance,
        Func<WriteSession, bool> first
    )
    {
        var text = utterance.Text is null ? null : masking.Mask(utterance.Text).Text;
        return conversation.AcceptAsync(
            utterance,
            MostWaiting,
            sequence =>
            {
                var entry = new TranscriptEntry(sequence, time.GetUtcNow())
                {
                    Text = text,
                    ClientId = utterance.ClientId,
                    Event = utterance.Event,
                };
                return writer.WriteAsync(
                    session => first(session) ? Transcript.AppendIncoming(session, conversation.Id, entry) : 0,
                    stored => OnStored(conversation, entry, stored)
                );
            }
        );
    }

    private void OnStored(LiveConversation conversation, TranscriptEntry entry, long stored)
    {
        if (stored != entry.Sequence)
            return;
        conversation.Publish(entry);
        turns.Enqueue(conversation, entry);
    }
}
