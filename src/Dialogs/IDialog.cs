using System.Collections.Immutable;
using Bupyeong.Chatbot.Replies;

namespace Bupyeong.Chatbot.Dialogs;

/// <summary>One conversation: a function from turn to reply, entered again each turn with what is remembered so far.</summary>
public interface IDialog
{
    Task<Reply> RespondAsync(Turn turn, CancellationToken cancellation);
}

/// <summary>The names of the replies that a dialog can give; its file in dialogs/ has exactly these.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SaysAttribute(params string[] names) : Attribute
{
    public IReadOnlyList<string> Names => names;
}

/// <summary>What a turn came to: finished lines, the next state, and what else happens.</summary>
public sealed record Outcome(string Dialog, ImmutableArray<Line> Lines, ConversationState State)
{
    public Effect Effect { get; init; }

    /// <summary>What the resident has said of the last answer.</summary>
    public Opinion? Opinion { get; init; }

    /// <summary>What was asked, in the resident's masked words, and has no answer in the knowledge.</summary>
    public ImmutableArray<string> Unanswered { get; init; } = [];

    /// <summary>This and what a second wish came to; two that need sign-in ask for it once, for both.</summary>
    public Outcome Then(Outcome second)
    {
        var bothNeedSignIn = Lines.Any(IsSignIn) && second.Lines.Any(IsSignIn);
        return second with
        {
            Unanswered = [.. Unanswered, .. second.Unanswered],
            Lines = [.. Lines, .. bothNeedSignIn ? second.Lines.RemoveAll(IsSignIn) : second.Lines],
            State = bothNeedSignIn
                ? second.State with
                {
                    AfterSignIn = $"{State.AfterSignIn}, {second.State.AfterSignIn}",
                }
                : second.State,
        };
    }

    private static bool IsSignIn(Line line) => line is { Link: Link.SignIn };
}
