using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>What those who listen are shown of one answer while it is being written.</summary>
internal sealed class Drafts(LiveConversation live, TranscriptEntry entry)
{
    private int count;
    private string? name;

    public void Publish(Message message, DateTimeOffset now)
    {
        name = message.Name;
        live.Publish(
            new TranscriptEntry(0, now)
            {
                ReplyTo = entry.Sequence,
                Message = message,
                Draft = ++count,
            }
        );
    }

    /// <summary>The bubbles of the turn: one takes the drafts' place, whatever has become of the answer.</summary>
    public List<Message> ReplacedBy(List<Message> messages)
    {
        if (count == 0 || messages is [])
            return messages;
        var at = Math.Max(messages.FindIndex(message => message.Name == name), 0);
        messages[at] = messages[at] with { HadDrafts = true };
        return messages;
    }
}
