using System.Text.Json.Serialization;
using Bupyeong.Chatbot.Channels.DirectLine;
using Bupyeong.Chatbot.Conversations;
using Bupyeong.Chatbot.Requests;

namespace Bupyeong.Chatbot.Channels.Staff;

/// <summary>Residents who asked for a librarian: seen, taken, talked to, handed on and closed.</summary>
public static class HandoverApi
{
    public static void MapHandovers(this RouteGroupBuilder door)
    {
        door.MapGet("/handovers", All);
        door.MapGet("/handovers/{receipt}", One);
        door.MapPost("/handovers/{receipt}/take", TakeAsync);
        door.MapPost("/handovers/{receipt}/say", SayAsync);
        door.MapPost("/handovers/{receipt}/return", ReturnAsync);
        door.MapPost("/handovers/{receipt}/close", CloseAsync);
    }

    private static IResult All(string? status, Handovers handovers)
    {
        var asked = status ?? HandoverStatus.Queued;
        return HandoverStatus.All.Contains(asked)
            ? Results.Json(new { handovers = handovers.All(asked).Select(Shown) })
            : throw StaffCall.Unprocessable($"'status' is one of {string.Join(", ", HandoverStatus.All)}.");
    }

    private static IResult One(string receipt, string? after, Handovers handovers, Transcript transcript)
    {
        var handover = handovers.Find(receipt) ?? throw new NoSuchReceiptException(receipt);
        var from = DirectLineApi.Watermark(after) ?? 0;
        var entries = transcript.Read(handover.Conversation, from);
        return Results.Json(
            new
            {
                handover = Shown(handover),
                ahead = handovers.AheadOf(receipt),
                moves = handovers.MovesOf(receipt),
                transcript = entries.Select(StaffTranscript.Line).OfType<StaffLine>(),
                watermark = entries.Count > 0 ? entries[^1].Sequence : from,
            }
        );
    }

    private static async Task<IResult> TakeAsync(string receipt, HttpContext http, PersonDesk desk) =>
        Answer(await desk.TakeAsync(receipt, (await StaffCall.ReadAsync(http)).Name!));

    private static async Task<IResult> SayAsync(string receipt, HttpContext http, PersonDesk desk)
    {
        var call = await StaffCall.ReadAsync(http);
        return Answer(await desk.SayAsync(receipt, call.Name!, call.Words, call.Id));
    }

    private static async Task<IResult> ReturnAsync(string receipt, HttpContext http, PersonDesk desk) =>
        Answer(await desk.ReturnAsync(receipt, (await StaffCall.ReadAsync(http)).Name!));

    private static async Task<IResult> CloseAsync(string receipt, HttpContext http, PersonDesk desk) =>
        Answer(await desk.CloseAsync(receipt, (await StaffCall.ReadAsync(http)).Name!));

    private static IResult Answer(Handover handover) => Results.Json(new { handover = Shown(handover) });

    /// <summary>The conversation's id stays inside: it is not needed to talk.</summary>
    private static object Shown(Handover handover) =>
        new
        {
            handover.Receipt,
            handover.Status,
            handover.At,
            handover.Since,
            handover.Staff,
        };
}

/// <summary>A conversation as staff read it: masked words, and of the account only that it was shown.</summary>
public static class StaffTranscript
{
    public static StaffLine? Line(TranscriptEntry entry) =>
        entry switch
        {
            { Event: not null } => null,
            { Message: { } message, IsPrivate: true } => new(entry.Sequence, entry.At, "assistant", null)
            {
                Reply = message.Name,
                IsPrivate = true,
            },
            { Message: { Person: { } person } message } => new(entry.Sequence, entry.At, "person", message.Text)
            {
                Name = person,
            },
            { Message: { } message } => new(entry.Sequence, entry.At, "assistant", message.Text)
            {
                Reply = message.Name,
                IsGenerated = message.IsGenerated,
            },
            _ => new(entry.Sequence, entry.At, "resident", entry.Text),
        };
}

/// <summary>One line of the conversation; <paramref name="From"/> is resident, assistant or person.</summary>
public sealed record StaffLine(long Sequence, DateTimeOffset At, string From, string? Text)
{
    public string? Name { get; init; }
    public string? Reply { get; init; }
    public bool IsPrivate { get; init; }

    /// <summary>The words are a language model's.</summary>
    [JsonPropertyName("generated")]
    public bool IsGenerated { get; init; }
}
