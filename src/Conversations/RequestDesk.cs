using Bupyeong.Chatbot.Requests;
using Bupyeong.Chatbot.Storage;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>What librarians do with a request: each step is one transaction, and an answer arrives where it was asked.</summary>
public sealed class RequestDesk(Hall hall, Inbox inbox, RequestLedger ledger, BatchingWriter writer)
{
    /// <summary>Moves a request on; an answer is told in the conversation unless the resident has left it.</summary>
    public async Task<LibraryRequest> MoveAsync(RequestMove move)
    {
        var request = ledger.Find(move.Receipt) ?? throw new NoSuchReceiptException(move.Receipt);
        bool Move(WriteSession session) => ledger.Move(session, move);
        var isTold = move is { Text: not null, IsNote: false };
        if (isTold && hall.Find(request.Conversation) is { IsEnding: false } live)
            await inbox.AcceptWithAsync(live, new Utterance(move.Receipt, null, Events.RequestAnswered), Move);
        else
            await writer.WriteAsync(Move);
        return ledger.Find(move.Receipt)!;
    }

    /// <summary>A note for colleagues: the request stays where it stands.</summary>
    public Task<LibraryRequest> NoteAsync(string receipt, string by, string text)
    {
        var request = ledger.Find(receipt) ?? throw new NoSuchReceiptException(receipt);
        return MoveAsync(new(receipt, request.Status, by, text) { IsNote = true });
    }
}
