using Bupyeong.Chatbot.Circulation;
using Bupyeong.Chatbot.Replies;
using Bupyeong.Chatbot.Understanding;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>
/// One turn as a dialog sees it: what was said, what is remembered, who has signed in and what time it is in Seoul.
/// </summary>
/// <param name="Id">Unique for this utterance: the key under which an act at the library system happens once.</param>
/// <param name="Text">The resident's words, masked.</param>
/// <param name="State">What the conversation remembers.</param>
/// <param name="Now">Seoul time.</param>
public sealed record Turn(string Id, string Text, ConversationState State, DateTimeOffset Now)
{
    public Patron? Patron { get; init; }
    public string? Event { get; init; }
    public Recognition Recognition { get; init; } = new("", "", 0, [], [], "none");

    /// <summary>The words of before sign-in, taken up again.</summary>
    public bool IsResumed { get; init; }

    /// <summary>The second of two wishes in one message.</summary>
    public bool IsSecondWish { get; init; }

    /// <summary>The whole message, where this is one of its two wishes.</summary>
    public string Whole { get; init; } = Text;

    /// <summary>What is said before the answer, when it is given once more or to other words than were typed.</summary>
    public Line? Prelude { get; init; }

    /// <summary>A quick reply that names the dialog and nothing else, such as "책 찾기".</summary>
    public bool IsLabel { get; init; }

    /// <summary>Goes on with the topic of before: what was said then still holds.</summary>
    public bool Continues { get; init; }

    /// <summary>Yes, no, or neither.</summary>
    public bool? Answer { get; init; }

    /// <summary>Shows to who looks on what an answer says so far; null where nothing is to be seen before it is whole.</summary>
    public Action<Line>? Tell { get; init; }

    /// <summary>The conversation's own id.</summary>
    public string Conversation => Id[..Id.LastIndexOf(':')];

    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    public Entity? Find(string type) => Recognition.Entities.FirstOrDefault(entity => entity.Type == type);

    public bool Awaits(string dialog, string slot) => State.AwaitingDialog == dialog && State.AwaitedSlot == slot;
}
