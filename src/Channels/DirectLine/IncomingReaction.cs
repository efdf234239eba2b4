using System.Text.Json;
using Bupyeong.Chatbot.Channels.BotFramework;
using Bupyeong.Chatbot.Conversations;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>A messageReaction: one thumb under one bubble, given or taken back.</summary>
public static class IncomingReaction
{
    public static Judgement Read(IncomingActivity activity, string conversation)
    {
        if (activity.ReplyToId is null)
            throw DirectLineException.BadArgument("The reaction has no replyToId.");
        var sequence =
            ActivityMapping.SequenceOf(conversation, activity.ReplyToId) ?? throw NoBubble(activity.ReplyToId);
        return (activity.ReactionsAdded ?? [], activity.ReactionsRemoved ?? []) switch
        {
            ([var added], _) => new Judgement(sequence, ValueOf(added)) { Reason = ReasonOf(activity.Value) },
            ([], [var removed]) => new Judgement(sequence, ValueOf(removed)) { IsTakenBack = true },
            _ => throw DirectLineException.BadArgument(
                "The activity is to have one reaction in reactionsAdded, or one in reactionsRemoved."
            ),
        };
    }

    public static DirectLineException NoBubble(string id) =>
        DirectLineException.BadArgument($"'{id}' is no message of the assistant in this conversation.");

    private static string ValueOf(Reaction? reaction) =>
        reaction?.Type is { } type && Judgement.Values.Contains(type)
            ? type
            : throw DirectLineException.BadArgument(
                $"'{reaction?.Type}' is no reaction; there are {string.Join(", ", Judgement.Values)}."
            );

    private static string? ReasonOf(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return null;
        if (value.ValueKind is not JsonValueKind.Object)
            throw DirectLineException.BadArgument("The value of the reaction is not an object with a reason.");
        if (!value.TryGetProperty("reason", out var reason) || reason.ValueKind is JsonValueKind.Null)
            return null;
        if (reason.ValueKind is not JsonValueKind.String)
            throw DirectLineException.BadArgument("The reason is not text.");
        var words = reason.GetString()!.Trim();
        return words.Length <= Judgement.LongestReason
            ? words.Length > 0
                ? words
                : null
            : throw DirectLineException.BadArgument($"The reason is longer than {Judgement.LongestReason} characters.");
    }
}
