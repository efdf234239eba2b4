using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>What a conversation remembers between two turns.</summary>
public sealed record ConversationState
{
    /// <summary>Remembered by a dialog that wants easy words from here on.</summary>
    public const string PlainSlot = "plain";

    /// <summary>The language in which the resident wrote last, of those that the dialogs have words in.</summary>
    public string Language { get; init; } = Replies.Speaking.Korean;

    /// <summary>The dialog that answered last: "그럼 청천은?" goes there again.</summary>
    public string? Topic { get; init; }

    /// <summary>The dialog and the slot that the resident was asked for.</summary>
    public string? AwaitingDialog { get; init; }
    public string? AwaitedSlot { get; init; }

    public ImmutableDictionary<string, string> Slots { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The words to be taken up again after sign-in.</summary>
    public string? AfterSignIn { get; init; }

    /// <summary>The second of two wishes, which is taken up when the first is done.</summary>
    public string? Later { get; init; }

    /// <summary>The receipt under which the resident waits for a librarian; the assistant is silent meanwhile.</summary>
    public string? QueuedAs { get; init; }

    /// <summary>The librarian who is in the conversation, under the name that the resident sees.</summary>
    public string? Person { get; init; }

    /// <summary>How many wait before the resident, as was told last.</summary>
    public int? Ahead { get; init; }

    /// <summary>The resident has ended the conversation: it is kept, and nothing is added to it.</summary>
    public bool IsEnded { get; init; }

    /// <summary>What was answered last, for "다시 말해줘".</summary>
    public LastAnswer? Last { get; init; }

    public int Misses { get; init; }
    public int Turns { get; init; }

    public string? Slot(string name) => Slots.TryGetValue(name, out var value) && value is not "" ? value : null;

    /// <summary>The resident has asked for easy words.</summary>
    [JsonIgnore]
    public bool IsPlain => Slot(PlainSlot) is not null;

    public ConversationState Speaking(bool plainly) =>
        this with
        {
            Slots = plainly ? Slots.SetItem(PlainSlot, "yes") : Slots.Remove(PlainSlot),
        };

    /// <summary>Nothing is under way any more; what the last topic was is forgotten too, but not how to talk.</summary>
    public ConversationState Cleared() =>
        new ConversationState
        {
            Language = Language,
            Turns = Turns,
            QueuedAs = QueuedAs,
            Person = Person,
            Ahead = Ahead,
        }.Speaking(IsPlain);

    public ConversationState Ended() =>
        new()
        {
            Language = Language,
            Turns = Turns,
            IsEnded = true,
        };
}

[JsonSerializable(typeof(ConversationState))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class StateJson : JsonSerializerContext;
