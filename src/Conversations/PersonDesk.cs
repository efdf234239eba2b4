using Bupyeong.Chatbot.Requests;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>
/// What librarians do in a conversation. Each act is one transaction: the handover's move, and the event from which the
/// resident hears of it.
/// </summary>
public sealed class PersonDesk(Hall hall, Inbox inbox, Handovers handovers)
{
    /// <summary>The librarian comes; the same one again changes nothing, another is refused.</summary>
    public Task<Handover> TakeAsync(string receipt, string staff) =>
        MoveAsync(receipt, HandoverStatus.Person, staff, new Utterance($"{receipt} {staff}", null, Events.PersonCame));

    /// <summary>The librarian hands on, and a colleague is waited for at the old place in the queue.</summary>
    public Task<Handover> ReturnAsync(string receipt, string staff) =>
        MoveAsync(receipt, HandoverStatus.Queued, staff, new Utterance(receipt, null, Events.PersonReturned));

    /// <summary>Everything is said: the next words of the resident begin anew with the assistant.</summary>
    public Task<Handover> CloseAsync(string receipt, string staff) =>
        MoveAsync(receipt, HandoverStatus.Closed, staff, new Utterance(receipt, null, Events.PersonClosed));

    /// <summary>
    /// Says something, once for each <paramref name="id"/>. Throws <see cref="MoveRefusedException"/> unless this
    /// librarian has taken the conversation.
    /// </summary>
    public async Task<Handover> SayAsync(string receipt, string staff, string words, string? id)
    {
        var live = Talk(Known(receipt)) ?? throw new ConversationEndedException();
        var key = id is null ? null : $"{Utterance.OfHost}said {receipt} {id}";
        await inbox.AcceptWithAsync(
            live,
            new Utterance(words, key, Events.PersonSaid),
            session =>
            {
                handovers.Speak(session, receipt, staff);
                return true;
            }
        );
        return Known(receipt);
    }

    private async Task<Handover> MoveAsync(string receipt, string to, string staff, Utterance told)
    {
        bool Move(WriteSession session) => handovers.Move(session, receipt, to, staff);
        if (Talk(Known(receipt)) is { } live)
            await inbox.AcceptWithAsync(live, told, Move);
        else if (to is HandoverStatus.Closed)
            await handovers.TryMoveAsync(receipt, to, staff);
        else
            throw new ConversationEndedException();
        return Known(receipt);
    }

    private Handover Known(string receipt) => handovers.Find(receipt) ?? throw new NoSuchReceiptException(receipt);

    /// <summary>The conversation, unless the resident has left it.</summary>
    private LiveConversation? Talk(Handover handover) =>
        hall.Find(handover.Conversation) is { IsEnding: false } live ? live : null;
}
