using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bupyeong.Chatbot.Channels.BotFramework;
using Bupyeong.Chatbot.Conversations;

namespace Bupyeong.Chatbot.Channels.DirectLine;

/// <summary>An activity set as the body of an answer or a frame of a stream.</summary>
public static class ActivityResult
{
    /// <summary>Hangul as it is: escaped it would be three times the bytes, and JSON never reaches a page as HTML.</summary>
    private static readonly ActivityJson Json = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static ActivitySet Set(
        IReadOnlyList<TranscriptEntry> entries,
        LiveConversation conversation,
        string host,
        long after
    )
    {
        var activities = new List<Activity>(entries.Count);
        foreach (var entry in entries)
        {
            if (entry.ToActivity(conversation, host) is { } activity)
                activities.Add(activity);
        }
        var last = entries.Aggregate(after, (last, entry) => Math.Max(last, entry.Sequence));
        return new ActivitySet(activities, last.ToString(CultureInfo.InvariantCulture));
    }

    public static IResult Of(
        IReadOnlyList<TranscriptEntry> entries,
        LiveConversation conversation,
        string host,
        long after
    ) => Results.Bytes(Bytes(Set(entries, conversation, host, after)), "application/json; charset=utf-8");

    public static byte[] Bytes(ActivitySet set) => JsonSerializer.SerializeToUtf8Bytes(set, Json.ActivitySet);
}
