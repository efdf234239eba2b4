using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>What residents left for the library: looked through, moved on, noted and answered.</summary>
public static class RequestApi
{
    public static void MapRequests(this RouteGroupBuilder door)
    {
        door.MapGet("/requests", All);
        door.MapGet("/requests/{receipt}", One);
        door.MapPost("/requests/{receipt}/status", MoveAsync);
        door.MapPost("/requests/{receipt}/answer", AnswerAsync);
        door.MapPost("/requests/{receipt}/note", NoteAsync);
    }

    private static IResult All(string? kind, string? branch, string? status, RequestLedger ledger) =>
        Results.Json(new { requests = ledger.All(kind, branch, Status(status)).Select(Shown) });

    /// <summary>One with how to reach who asked: staff need it to answer, and lists do not show it.</summary>
    private static IResult One(string receipt, RequestLedger ledger)
    {
        var request = ledger.Find(receipt) ?? throw new NoSuchReceiptException(receipt);
        return Results.Json(
            new
            {
                request = Shown(request),
                request.Contact,
                request.Member,
                moves = ledger.MovesOf(receipt),
            }
        );
    }

    private static async Task<IResult> MoveAsync(string receipt, HttpContext http, RequestDesk desk)
    {
        var call = await StaffCall.ReadAsync(http);
        var to = Status(call.Status) ?? throw StaffCall.Unprocessable("'status' is missing.");
        return Answer(await desk.MoveAsync(new(receipt, to, call.Name!)));
    }

    private static async Task<IResult> AnswerAsync(string receipt, HttpContext http, RequestDesk desk)
    {
        var call = await StaffCall.ReadAsync(http);
        var to = Status(call.Status) ?? RequestStatus.Done;
        return Answer(await desk.MoveAsync(new(receipt, to, call.Name!, call.Words)));
    }

    private static async Task<IResult> NoteAsync(string receipt, HttpContext http, RequestDesk desk)
    {
        var call = await StaffCall.ReadAsync(http);
        return Answer(await desk.NoteAsync(receipt, call.Name!, call.Words));
    }

    private static string? Status(string? asked) =>
        asked is null || RequestStatus.All.Contains(asked)
            ? asked
            : throw StaffCall.Unprocessable($"'status' is one of {string.Join(", ", RequestStatus.All)}.");

    private static IResult Answer(LibraryRequest request) => Results.Json(new { request = Shown(request) });

    private static object Shown(LibraryRequest request) =>
        new
        {
            request.Receipt,
            request.Kind,
            request.Branch,
            request.Status,
            request.At,
            request.Words,
            request.Answer,
        };
}
