using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Conversations;

/// <summary>
/// One line of a conversation: the resident's words (masked) or an event, or, when it replies to an entry, a bubble of
/// the assistant.
/// </summary>
public sealed record TranscriptEntry(long Sequence, DateTimeOffset At)
{
    public string? Text { get; init; }
    public string? ClientId { get; init; }
    public string? Event { get; init; }

    public long? ReplyTo { get; init; }
    public Message? Message { get; init; }

    /// <summary>Shows the patron's account; its words are gone once the resident has signed out.</summary>
    public bool IsPrivate { get; init; }
    public int? Count { get; init; }

    /// <summary>
    /// The how-manieth draft of an answer that is still being written, from 1: for who listens now, with no place in the
    /// conversation, and kept nowhere.
    /// </summary>
    public int? Draft { get; init; }
}
