using System.Globalization;
using System.Text.Json;
using Bupyeong.Chatbot.Channels.BotFramework;
using Bupyeong.Chatbot.Conversations;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>Direct Line 3.0, served by this host under the paths of the official service.</summary>
public static class DirectLineApi
{
    public const string Path = "/v3/directline";
    public const string CorsPolicy = "directline";
    private const int LongestClientId = 200;

    public static void MapDirectLine(this IEndpointRouteBuilder app)
    {
        var door = app.MapGroup(Path).AddEndpointFilter<DirectLineErrors>().RequireCors(CorsPolicy);
        door.MapPost("/tokens/generate", GenerateAsync);
        door.MapPost("/tokens/refresh", Refresh);
        door.MapPost("/conversations", StartAsync);
        door.MapGet("/conversations/{id}", Reconnect);
        door.MapGet("/conversations/{id}/activities", Read);
        door.MapPost("/conversations/{id}/activities", PostAsync);
        door.MapPost("/conversations/{id}/upload", Upload);
        door.MapGet("/conversations/{id}/stream", StreamSession.OpenAsync);
        door.Map("/{**rest}", IResult () => throw DirectLineException.NotFound("Direct Line 3.0 has no such call."));
    }

    /// <summary>Anybody gets a token for a conversation that does not exist yet; it opens that one alone.</summary>
    private static async Task<IResult> GenerateAsync(HttpContext http, DirectLineDoor door, TokenLimit limit)
    {
        if (!limit.Admits(http))
            throw DirectLineException.TooMany("Too many new conversations from this address.");
        door.MayBeCaller(http);
        return Results.Json(door.Token(await door.NewCallerAsync(http)));
    }

    private static IResult Refresh(HttpContext http, DirectLineDoor door) =>
        door.Caller(http) is { HoldsSecret: false } caller
            ? Results.Json(door.Token(caller))
            : throw DirectLineException.Forbidden("Only a token can be refreshed.");

    private static async Task<IResult> StartAsync(HttpContext http, DirectLineDoor door, Inbox inbox)
    {
        var caller = door.Caller(http);
        if (caller.HoldsSecret)
            caller = await door.NewCallerAsync(http);
        var (conversation, isNew) = await door.OpenAsync(caller);
        // Also when the last run was killed after the conversation was kept and before anybody was welcomed.
        if (isNew || conversation.NextSequence == 1)
            await inbox.AcceptAsync(conversation, new Utterance(null, Utterance.OfHost + Events.Join, Events.Join));
        return Results.Json(door.Connection(http, caller, after: 0), statusCode: isNew ? 201 : 200);
    }

    private static IResult Reconnect(string id, string? watermark, HttpContext http, DirectLineDoor door)
    {
        var (caller, conversation) = door.Enter(http, id);
        var after = Watermark(watermark) ?? conversation.NextSequence - 1;
        return Results.Json(door.Connection(http, caller with { Conversation = id }, after));
    }

    private static IResult Read(
        string id,
        string? watermark,
        HttpContext http,
        DirectLineDoor door,
        Transcript transcript
    )
    {
        var (_, conversation) = door.Enter(http, id);
        var after = Watermark(watermark) ?? 0;
        return ActivityResult.Of(transcript.Read(id, after), conversation, door.HostOf(http), after);
    }

    private static async Task<IResult> PostAsync(
        string id,
        HttpContext http,
        DirectLineDoor door,
        Inbox inbox,
        Judgements judgements
    )
    {
        var (_, conversation) = door.Enter(http, id);
        var activity = await door.ReadActivityAsync(http);
        if (activity.Type is null)
            throw DirectLineException.BadArgument("The activity has no type.");
        if (activity.From?.Id is null)
            throw DirectLineException.BadArgument("The activity has no from.id.");
        if (activity.Type == "messageReaction")
            return await JudgeAsync(id, activity, judgements);
        if (IncomingJson.Read(() => ToUtterance(activity)) is not { } utterance)
            return Results.Json(new { id = ActivityMapping.ActivityId(id, conversation.NextSequence - 1) });
        var sequence = await inbox.AcceptAsync(conversation, utterance);
        return Results.Json(new { id = ActivityMapping.ActivityId(id, sequence) });
    }

    private static async Task<IResult> JudgeAsync(string id, IncomingActivity activity, Judgements judgements)
    {
        var judgement = IncomingJson.Read(() => IncomingReaction.Read(activity, id));
        if (!await judgements.KeepAsync(id, judgement))
            throw IncomingReaction.NoBubble(activity.ReplyToId!);
        return Results.Json(new { id = $"{activity.ReplyToId}|{judgement.Value}" });
    }

    private static IResult Upload(string id, HttpContext http, DirectLineDoor door)
    {
        door.Enter(http, id);
        throw new DirectLineException(400, "UploadNotSupported", "This assistant does not take files.");
    }

    /// <summary>The utterance of an activity, or null for one that needs no answer (typing, an event of a client).</summary>
    private static Utterance? ToUtterance(IncomingActivity activity)
    {
        var clientId = ClientId(activity);
        return activity.Type switch
        {
            "message" => new Utterance(activity.Text ?? StringValue(activity), clientId),
            "endOfConversation" => new Utterance(null, clientId, Events.End),
            "event" when activity.Name == Events.FirstPage => FirstPage(activity, clientId),
            "typing" or "event" or "conversationUpdate" => null,
            _ => throw DirectLineException.BadArgument($"Activities of type '{activity.Type}' are not accepted."),
        };
    }

    private static Utterance FirstPage(IncomingActivity activity, string? clientId) =>
        Utterance.FirstPageFor(StringValue(activity), clientId)
        ?? throw DirectLineException.BadArgument($"There is no first page for '{StringValue(activity)}'.");

    private static string StringValue(IncomingActivity activity) =>
        activity.Value.ValueKind is JsonValueKind.String ? activity.Value.GetString()! : "";

    /// <summary>Web Chat and DirectLineJS write clientActivityID; other clients set the id themselves.</summary>
    private static string? ClientId(IncomingActivity activity)
    {
        var id = activity.Id;
        if (
            activity.ChannelData.ValueKind is JsonValueKind.Object
            && activity.ChannelData.TryGetProperty("clientActivityID", out var own)
            && own.ValueKind is JsonValueKind.String
        )
            id = own.GetString();
        if (id?.StartsWith(Utterance.OfHost, StringComparison.Ordinal) is true)
            throw DirectLineException.BadArgument($"A client activity id does not begin with {Utterance.OfHost}");
        if (id?.Length > LongestClientId)
            throw DirectLineException.BadArgument(
                $"The client activity id is longer than {LongestClientId} characters."
            );
        return string.IsNullOrEmpty(id) ? null : id;
    }

    /// <summary>Null when there is none; the official client writes an empty one before it has read anything.</summary>
    public static long? Watermark(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after
        : throw DirectLineException.BadArgument($"'{text}' is not a watermark of this host.");
}
