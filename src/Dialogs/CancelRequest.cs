using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>접수 취소: a request that nobody has begun is taken back by who filed it, confirmed first.</summary>
[Says("label", "none", "which", "not-yours", "begun", "confirm", "kept", "cancelled")]
public sealed class CancelRequest(RequestLedger ledger, FilingTalk filing) : IDialog
{
    private const string Name = "cancel-request";
    private const string ReceiptSlot = "cancel-receipt";

    public async Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Awaits(Name, "confirm") && turn.Answer is { } answer && turn.State.Slot(ReceiptSlot) is { } confirmed)
            return Forget(answer ? await CancelAsync(confirmed) : Reply.Say("kept"));
        var own = ledger.Of(turn.Conversation, turn.Patron?.Card.Reveal());
        var named = MyRequests.ReceiptIn(turn.Text);
        var receipt = named ?? turn.State.Slot(ReceiptSlot) ?? turn.State.Slot(MyRequests.LastSlot) ?? OnlyOpen(own);
        if (receipt is null)
            return own.Any(known => known.IsOpen) ? Reply.Ask("which", "words") : Reply.Say("none");
        if (own.FirstOrDefault(known => known.Receipt == receipt) is not { } request)
            return Forget(Reply.Say("not-yours", new { receipt }));
        if (request.Status is not RequestStatus.Filed)
            return Forget(
                Reply.Say("begun", new { receipt, status = filing.Print($"my-requests/status-{request.Status}") })
            );
        var kind = filing.Print($"my-requests/kind-{request.Kind}");
        return Reply.Ask("confirm", "confirm", new { receipt, kind }).Remember(ReceiptSlot, receipt);
    }

    private static string? OnlyOpen(IReadOnlyList<LibraryRequest> own) =>
        own.Where(known => known.IsOpen).ToList() is [var only] ? only.Receipt : null;

    private async Task<Reply> CancelAsync(string receipt)
    {
        var status = await ledger.CancelAsync(receipt);
        return status is RequestStatus.Cancelled
            ? Reply.Say("cancelled", new { receipt })
            : Reply.Say("begun", new { receipt, status = filing.Print($"my-requests/status-{status}") });
    }

    private static Reply Forget(Reply reply) => reply.Remember(ReceiptSlot, null).Remember(MyRequests.LastSlot, null);
}
