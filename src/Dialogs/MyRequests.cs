using System.Text.RegularExpressions;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// 내 접수: what has become of a request, by its receipt for anybody and as a list for who filed it; and the answer, in
/// the conversation where it was asked. Under a receipt stand kind, status and answer, and nothing of a person.
/// </summary>
[Says(
    "label",
    "none",
    "list",
    "one",
    "unknown",
    "too-often",
    "answered",
    "house",
    "card",
    "row",
    "status-filed",
    "status-begun",
    "status-done",
    "status-declined",
    "status-cancelled",
    "kind-message",
    "kind-report",
    "kind-suggestion",
    "kind-complaint",
    "kind-appeal",
    "kind-lost-property",
    "kind-not-on-shelf",
    "kind-proposal",
    "kind-praise",
    "kind-noise",
    "kind-site",
    "kind-purchase",
    "kind-interlibrary",
    "kind-kit"
)]
public sealed partial class MyRequests(RequestLedger ledger, FilingTalk filing) : IDialog
{
    public const string LastSlot = "last-receipt";
    private const int MostRows = 5;

    public Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation) => Task.FromResult(Respond(turn));

    /// <summary>The receipt that stands in a text, in the form in which it is kept.</summary>
    public static string? ReceiptIn(string text) =>
        Receipt().Match(text) is { Success: true } found
            ? $"{found.Groups[1].Value}-{found.Groups[2].Value.ToUpperInvariant()}"
            : null;

    private Reply Respond(Turn turn)
    {
        if (turn.Event is Events.RequestAnswered)
            return ledger.Find(turn.Text) is { } answered ? Tell("answered", answered) : Reply.Nothing;
        if (ReceiptIn(turn.Text) is not { } receipt)
            return List(turn);
        var (found, isTooOften) = ledger.LookUp(turn.Conversation, receipt);
        return isTooOften ? Reply.Say("too-often")
            : found is null ? Reply.Say("unknown", new { receipt })
            : Tell("one", found);
    }

    private Reply Tell(string name, LibraryRequest request)
    {
        var reply = Reply
            .Say(
                name,
                new
                {
                    request.Receipt,
                    kind = Kind(request),
                    status = Status(request),
                    request.Answer,
                    request.IsOpen,
                }
            )
            .Remember(LastSlot, request.Receipt);
        return request.Status is RequestStatus.Filed ? reply.Offer(filing.Print("cancel-request/label")) : reply;
    }

    private Reply List(Turn turn)
    {
        var known = ledger.Of(turn.Conversation, turn.Patron?.Card.Reveal());
        if (known is [])
            return Reply.Say("none");
        if (known is [var only])
            return turn.Patron is null ? Tell("one", only) : Tell("one", only).Private(1);
        var card = new Card("source", filing.Print("my-requests/card"))
        {
            Rows = [.. known.Take(MostRows).Select(one => new CardRow(one.Receipt, Row(one)))],
        };
        var reply = Reply.Say("list", new { known.Count }).With(card).Remember(LastSlot, null);
        return turn.Patron is null ? reply : reply.Private(known.Count);
    }

    private string Row(LibraryRequest one) =>
        filing.Print("my-requests/row", new { kind = Kind(one), status = Status(one) });

    private string Kind(LibraryRequest request) => filing.Print($"my-requests/kind-{request.Kind}");

    private string Status(LibraryRequest request) => filing.Print($"my-requests/status-{request.Status}");

    [GeneratedRegex(@"(?<![0-9A-Za-z])(\d{4})\s?-\s?([2-9A-Za-z]{6})(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Receipt();
}
