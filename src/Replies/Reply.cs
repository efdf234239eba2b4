using System.Collections.Immutable;

namespace Bupyeong.Chatbot.Replies;

/// <summary>One bubble to be written: the name of a reply in dialogs/ and the values that its template prints.</summary>
public sealed record Line(string Name, object? Values = null)
{
    public IReadOnlyList<Card> Cards { get; init; } = [];

    /// <summary>Choices that depend on data, shown before those of the template.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A page of this host that the resident is sent to from here.</summary>
    public Link Link { get; init; }

    /// <summary>Shows the patron's account: sealed when stored, and gone at sign-out.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>How many items a private line shows: all that the lasting transcript keeps besides the name.</summary>
    public int? Count { get; init; }

    /// <summary>The words are Markdown, as those of published entries may be.</summary>
    public bool IsMarkdown { get; init; }

    public Handoff? Handoff { get; init; }

    /// <summary>The librarian whose own words these are.</summary>
    public string? Person { get; init; }

    /// <summary>The words were phrased by a language model (생성된 문장) and are plain.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>The same with its name in full.</summary>
    public Line Of(string dialog) => this with { Name = $"{dialog}/{Name}" };
}

/// <summary>What a dialog answers, and what the conversation remembers from it.</summary>
public sealed record Reply(ImmutableArray<Line> Lines)
{
    /// <summary>The dialog whose words these are, when one dialog has handed the turn to another.</summary>
    public string? From { get; init; }

    /// <summary>The slot that the resident's next words are taken to fill, if they fit.</summary>
    public string? AwaitedSlot { get; init; }

    /// <summary>Slots to remember; an empty value forgets.</summary>
    public ImmutableDictionary<string, string> Slots { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A page of this host that the resident is sent to.</summary>
    public Link Link { get; init; }

    /// <summary>The account is needed first: the turn is taken again by itself after sign-in.</summary>
    public bool NeedsSignIn { get; init; }

    /// <summary>The resident was not understood: twice in a row brings the offer of a person.</summary>
    public bool IsMiss { get; init; }

    /// <summary>The library has nothing that answers: staff are to see what was asked.</summary>
    public bool IsUnanswered { get; init; }

    /// <summary>Nothing that was under way is kept.</summary>
    public bool Forgets { get; init; }

    /// <summary>What the resident thinks of the answer before this one, to be kept.</summary>
    public Opinion? Opinion { get; init; }

    /// <summary>What else happens to the conversation when the reply is given.</summary>
    public Effect Effect { get; init; }

    public static Reply Say(string name, object? values = null) => new([new Line(name, values)]);

    /// <summary>Nothing is said and nothing changes.</summary>
    public static Reply Nothing { get; } = new([]);

    public static Reply Ask(string name, string slot, object? values = null) =>
        Say(name, values) with
        {
            AwaitedSlot = slot,
        };

    /// <summary>Asks to sign in; the words of the request are taken up again afterwards.</summary>
    public static Reply SignIn() => new([]) { NeedsSignIn = true };

    public Reply And(string name, object? values = null) => this with { Lines = Lines.Add(new Line(name, values)) };

    /// <summary>Puts a card under the last line.</summary>
    public Reply With(params IReadOnlyList<Card> cards) =>
        OnLastLine(line => line with { Cards = [.. line.Cards, .. cards] });

    /// <summary>Offers choices under the last line.</summary>
    public Reply Offer(params IEnumerable<string> choices) =>
        OnLastLine(line => line with { Choices = [.. line.Choices, .. choices] });

    /// <summary>Says of the last line that its words are Markdown.</summary>
    public Reply AsMarkdown() => OnLastLine(line => line with { IsMarkdown = true });

    /// <summary>Says of the last line that a language model has phrased it, so that it is shown as such.</summary>
    public Reply AsGenerated() => OnLastLine(line => line with { IsGenerated = true });

    /// <summary>Says with the last line who is to answer from now on.</summary>
    public Reply HandedTo(Handoff handoff) => OnLastLine(line => line with { Handoff = handoff });

    /// <summary>Says of the last line that these are a librarian's own words.</summary>
    public Reply By(string person) => OnLastLine(line => line with { Person = person });

    /// <summary>Marks every line as showing the account, with how many items.</summary>
    public Reply Private(int count) =>
        this with
        {
            Lines = [.. Lines.Select(line => line with { IsPrivate = true, Count = count })],
        };

    public Reply Remember(string slot, string? value) => this with { Slots = Slots.SetItem(slot, value ?? "") };

    private Reply OnLastLine(Func<Line, Line> change) =>
        this with
        {
            Lines = Lines.SetItem(Lines.Length - 1, change(Lines[^1])),
        };
}

/// <summary>An answer has helped or has not, with the reason in the resident's words.</summary>
public sealed record Opinion(bool IsLiked, string? Reason = null);

/// <summary>Pages that a conversation leads to by a one-time address.</summary>
public enum Link
{
    None,
    SignIn,
    LeaveMessage,
}

/// <summary>What a reply does to its conversation besides being said.</summary>
public enum Effect
{
    None,
    SignOut,

    /// <summary>Signs out too, and nobody comes in any more.</summary>
    End,
}
